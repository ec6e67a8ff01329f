package io.github.secures3.analysis.prove.internal;

import java.util.ArrayList;
import java.util.List;

/** Collects the characters and wildcards of one sequence. */
final class Sequence {

    private final List<Integer> collected = new ArrayList<>();

    Sequence text(String text) {
        text.chars().forEach(collected::add);
        return this;
    }

    Sequence textInAnyCase(String text) {
        text.chars().forEach(c -> collected.add(Language.inEitherCase((char) c)));
        return this;
    }

    Sequence one(Letters letters) {
        collected.add(letters.codeOfOne());
        return this;
    }

    Sequence many(Letters letters) {
        collected.add(letters.codeOfMany());
        return this;
    }

    /** Whatever an unknown value may be: any text, or for a made-up name one that a name can be. */
    Sequence opened(char unknown) {
        return UnknownValues.isGeneratedName(unknown)
                ? many(Letters.NAME).text("-").many(Letters.NAME)
                : many(Letters.ANY);
    }

    Sequence times(int count, Letters letters) {
        for (int at = 0; at < count; at++) {
            one(letters);
        }
        return this;
    }

    /** The texts that fit the sequence as a whole. */
    Language language() {
        return Language.of(collected.stream().mapToInt(code -> code).toArray());
    }
}
