package io.github.secures3.analysis.evaluate.matching;

import io.github.secures3.policy.Pattern;
import io.github.secures3.policy.PolicyVersion;
import org.jspecify.annotations.Nullable;

/**
 * {@code true} and {@code false}, in any letter case; anything else equals nothing.
 *
 * <p>Whether a policy variable may stand here, AWS's pages disagree: such a value is unknown.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean">
 *     Boolean condition operators</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-wheretouse">Where you can use
 *     policy variables</a>
 */
final class BoolTest implements ValueTest {

    private final String expected;
    private final boolean variable;
    private final boolean unknown;
    private final @Nullable Boolean wanted;

    BoolTest(String expected, PolicyVersion version) {
        this.expected = expected;
        this.variable = Pattern.parse(expected, version).hasVariables();
        this.unknown = Symbols.hasToken(expected);
        this.wanted = parse(expected);
    }

    @Override
    public Truth fits(String actual, ContextView context) {
        if (variable) {
            return Truth.unknown(
                    "the Bool operator is given the policy variable " + expected + ", on which AWS's pages disagree");
        }
        Boolean given = parse(actual);
        if (wanted != null && given != null) {
            return Truth.of(wanted.equals(given));
        }
        boolean couldFit = (unknown || wanted != null) && (given != null || Symbols.hasToken(actual));
        if (!couldFit) {
            return Truth.FALSE;
        }
        return expected.equals(actual) ? Truth.TRUE : Unknown.in(expected, actual);
    }

    private static @Nullable Boolean parse(String text) {
        if (text.equalsIgnoreCase("true")) {
            return Boolean.TRUE;
        }
        return text.equalsIgnoreCase("false") ? Boolean.FALSE : null;
    }
}
