package io.github.secures3.analysis.evaluate.matching;

import java.util.ArrayList;
import java.util.List;

/** Unknown values on either side of a comparison that cannot look inside them. */
final class Unknown {

    private Unknown() {}

    /** Unknown, naming the values, where either text holds one; otherwise false. */
    static Truth in(String expected, String actual) {
        if (!Symbols.hasToken(expected) && !Symbols.hasToken(actual)) {
            return Truth.FALSE;
        }
        List<String> tokens = new ArrayList<>();
        Symbols.of(expected, false, tokens);
        Symbols.of(actual, false, tokens);
        return TextPattern.unknownValue(tokens);
    }
}
