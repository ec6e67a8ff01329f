package io.github.secures3.analysis.prove.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.matching.ConditionPredicate;
import io.github.secures3.analysis.evaluate.matching.ContextValue;
import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.ConditionOperator.Quantifier;
import io.github.secures3.policy.PolicyVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Conditions as formulas against the evaluator's, for every operator, quantifier and {@code IfExists}, on every kind of key, absent, with one value
 * or several, and values of policies that fit, that do not, that are of another type and that are not known.
 */
class ConditionEncoderTest {

    private static final PolicyVersion VERSION = PolicyVersion.V2012_10_17;

    /** Kinds of context key. */
    private enum Key {
        TEXT("aws:PrincipalTag/x"),
        SET("aws:TagKeys"),
        BOOL("aws:MultiFactorAuthPresent"),
        NUMBER("s3:max-keys"),
        DATE("aws:TokenIssueTime"),
        ADDRESS("aws:SourceIp");

        private final String name;

        Key(String name) {
            this.name = name;
        }

        /** Values of requests. */
        List<String> inRequests() {
            return switch (this) {
                case TEXT -> List.of("red", "RED", "b1", "");
                case SET -> List.of("red", "RED", "b1");
                case BOOL -> List.of("true", "false");
                case NUMBER -> List.of("0", "9", "10");
                case DATE -> List.of("2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z");
                case ADDRESS -> List.of("203.0.113.7", "10.0.0.1", "2001:db8:0:0:0:0:0:1");
            };
        }
    }

    private static List<String> inPolicies(Comparison comparison) {
        return switch (comparison.kind()) {
            case STRING -> List.of("red", "b*", "?1", "true", "10", "${aws:PrincipalTag/y}", "${Token[T]}", "");
            case ARN -> List.of("red", "*", "arn:aws:iam::111122223333:role/R");
            case NUMERIC -> List.of("10", "9.5", "ten", "${Token[T]}", "${aws:PrincipalTag/y}");
            case DATE -> List.of("2026-01-01T00:00:00Z", "2026", "soon");
            case BOOL -> List.of("true", "FALSE", "yes", "${Token[T]}", "${aws:PrincipalTag/y}");
            case IP -> List.of("203.0.113.0/24", "0.0.0.0/0", "2001:db8::/32", "home", "${Token[T]}");
            case BINARY -> List.of("cmVk", "?");
            case NULL -> List.of("true", "false", "maybe", "${Token[T]}", "${aws:PrincipalTag/y}");
        };
    }

    @ParameterizedTest
    @EnumSource(Key.class)
    void a_formula_surely_holds_only_where_the_evaluator_says_so_and_may_hold_wherever_it_does(Key key) {
        int exact = 0;
        for (Comparison comparison : Comparison.values()) {
            for (ConditionOperator operator : operators(comparison)) {
                for (List<String> wanted : shapes(inPolicies(comparison))) {
                    Encoded encoded = new Encoded(key, Condition.of(operator, key.name, wanted));
                    for (List<String> given : requestShapes(key)) {
                        Truth truth = encoded.evaluate(given);
                        boolean must = encoded.isPossible(given, encoded.bounds.must());
                        boolean may = !encoded.isPossible(given, Circuit.not(encoded.bounds.may()));
                        String what = operator.text() + " " + wanted + " on " + given + ": " + truth;
                        assertThat(!must || truth.isTrue())
                                .as("surely, %s", what)
                                .isTrue();
                        assertThat(may || truth.isFalse()).as("never, %s", what).isTrue();
                        if (isRead(key, comparison, wanted) && !truth.isUnknown()) {
                            assertThat(must).as("exactly, %s", what).isEqualTo(may);
                            exact++;
                        }
                    }
                }
            }
        }
        assertThat(exact).isGreaterThan(500);
    }

    /** Whether the operator compares the key as what it is, and with values that are known. */
    private static boolean isRead(Key key, Comparison comparison, List<String> wanted) {
        boolean known = wanted.stream().noneMatch(value -> value.contains("${"));
        boolean wildcards = wanted.stream().anyMatch(value -> value.contains("*") || value.contains("?"));
        boolean asText = comparison.kind() == Comparison.Kind.STRING || comparison.kind() == Comparison.Kind.ARN;
        boolean asItIs = switch (key) {
            case TEXT -> asText || comparison == Comparison.BOOL;
            case SET -> asText;
            case BOOL -> true;
            case NUMBER, DATE, ADDRESS -> !asText || !wildcards;
        };
        return known && (asItIs || comparison == Comparison.NULL);
    }

    /** One condition on one key, and the means to ask whether a formula holds under a value of the key. */
    private static final class Encoded {

        private final Condition condition;
        private final Vocabulary vocabulary;
        private final Bounds bounds;
        private final KeyValue value;
        private final List<List<String>> given;
        private final List<Integer> formulas = new ArrayList<>();
        private final Search search;

        Encoded(Key key, Condition condition) {
            this.condition = condition;
            this.vocabulary = new Vocabulary(
                    new BoundsAlgebra(new Circuit()), new CandidateActions(List.of("s3:ListBucket")), Set.of());
            RequestPrincipal caller = RequestPrincipal.parse("arn:aws:iam::111122223333:user/u");
            vocabulary.principal(CallerScope.one(caller).in(vocabulary, false));
            ConditionEncoder encoder =
                    new ConditionEncoder("S3", vocabulary.logic(), vocabulary.unknowns(), vocabulary::free);
            this.bounds = encoder.encode(condition, VERSION);
            this.value = vocabulary.free(key.name.toLowerCase(Locale.ROOT));
            this.given = requestShapes(key);
            given.forEach(values -> formulas.add(formula(values)));
            int axioms = vocabulary.close(new Budget(1_000_000));
            this.search =
                    new Search(vocabulary.logic().circuit(), axioms, vocabulary.attributes(), new Budget(10_000_000));
        }

        Truth evaluate(List<String> values) {
            String lower = condition.key().toLowerCase(Locale.ROOT);
            return ConditionPredicate.of(condition, VERSION)
                    .test(key -> key.equals(lower) ? ContextValue.of(values) : ContextValue.UNKNOWN);
        }

        boolean isPossible(List<String> values, int formula) {
            return search.find(formulas.get(given.indexOf(values)), formula).isPresent();
        }

        /** When a request has the key with these values. */
        private int formula(List<String> values) {
            Circuit circuit = vocabulary.logic().circuit();
            if (value instanceof KeyValue.OfText text) {
                int same = values.isEmpty() ? Circuit.TRUE : text.attribute().in(Language.text(values.get(0)));
                return present(text.present(), values, same, circuit);
            }
            if (value instanceof KeyValue.OfSet set) {
                int same = set.attribute()
                        .every(Language.anyOf(
                                values.stream().map(Language::text).toList()));
                for (String each : values) {
                    same = circuit.and(same, set.attribute().some(Language.text(each)));
                }
                return present(set.attribute().present(), values, values.isEmpty() ? Circuit.TRUE : same, circuit);
            }
            ChoiceAttribute choice = ((KeyValue.OfChoice) value).attribute();
            int same = values.isEmpty()
                    ? Circuit.TRUE
                    : choice.passes("is " + values, values.get(0), values.get(0)::equals);
            return present(choice.present(), values, same, circuit);
        }

        private static int present(int present, List<String> values, int same, Circuit circuit) {
            return values.isEmpty() ? Circuit.not(present) : circuit.and(present, same);
        }
    }

    private static List<ConditionOperator> operators(Comparison comparison) {
        List<ConditionOperator> all = new ArrayList<>();
        for (Quantifier quantifier : Quantifier.values()) {
            all.add(new ConditionOperator(quantifier, comparison, false));
            if (comparison != Comparison.NULL) {
                all.add(new ConditionOperator(quantifier, comparison, true));
            }
        }
        return all;
    }

    private static List<List<String>> shapes(List<String> values) {
        List<List<String>> all = new ArrayList<>();
        for (int at = 0; at < values.size(); at++) {
            all.add(List.of(values.get(at)));
            all.add(List.of(values.get(at), values.get((at + 1) % values.size())));
        }
        return all;
    }

    private static List<List<String>> requestShapes(Key key) {
        List<List<String>> all = new ArrayList<>(List.of(List.of()));
        key.inRequests().forEach(value -> all.add(List.of(value)));
        if (key == Key.SET) {
            all.add(List.of("red", "b1"));
            all.add(List.of("RED", "b1"));
        }
        return all;
    }
}
