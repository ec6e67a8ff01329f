package io.github.secures3.analysis.prove.internal;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The actions that the requests in question can have, and which of them pass a test: patterns such as {@code s3:Get*} stand in nearly every
 * policy, and are asked about anew for each caller.
 */
final class CandidateActions {

    /** Beyond so many tests no further ones are remembered. */
    private static final int MOST_REMEMBERED = 2_000;

    private final List<String> texts;
    private final Map<String, BitSet> remembered = new ConcurrentHashMap<>();

    CandidateActions(List<String> texts) {
        this.texts = List.copyOf(texts);
    }

    /** The actions, those first that examples should show. */
    List<String> texts() {
        return texts;
    }

    /** The same test, which looks up what it answered before; tests of one name answer alike, whoever asks. */
    ChoiceAttribute.Test test(String name, Predicate<String> test) {
        return new ChoiceAttribute.Test() {
            @Override
            public boolean passes(String value) {
                return test.test(value);
            }

            @Override
            public BitSet among(List<String> values) {
                if (values != texts) {
                    return ChoiceAttribute.Test.super.among(values);
                }
                BitSet known = remembered.get(name);
                if (known == null) {
                    known = ChoiceAttribute.Test.super.among(texts);
                    if (remembered.size() < MOST_REMEMBERED) {
                        remembered.put(name, known);
                    }
                }
                return known;
            }
        };
    }
}
