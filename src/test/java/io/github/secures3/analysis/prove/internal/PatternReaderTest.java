package io.github.secures3.analysis.prove.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.matching.ArnPattern;
import io.github.secures3.analysis.evaluate.matching.ContextValue;
import io.github.secures3.analysis.evaluate.matching.ContextView;
import io.github.secures3.analysis.evaluate.matching.TextPattern;
import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.PolicyVersion;
import io.github.secures3.policy.Seed;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Patterns as languages, against the evaluator's own comparison: what surely fits fits there, and what may not fit does not. */
class PatternReaderTest {

    private static final int ROUNDS = 4_000;
    private static final PolicyVersion VERSION = PolicyVersion.V2012_10_17;
    private static final String NAME = UnresolvedToken.ofGeneratedName("N");
    private static final String OTHER_NAME = UnresolvedToken.ofGeneratedName("O");
    private static final List<String> TEXT_PIECES =
            List.of("a", "b", "A", "*", "?", "${Token[T]}", "${Token[U]}", NAME, "-", "${v}");
    private static final List<String> ARN_PIECES =
            List.of("a", ":", ":", "/", "*", "?", "${Token[T]}", NAME, "-", "${v}", "arn:aws:s3:::", "arn:aws:", "::");
    private static final List<String> VALUE_PIECES =
            List.of("a", "b", "A", ":", "/", "arn:aws:s3:::", "a::", "${Token[T]}", NAME, OTHER_NAME, "-");

    private final Random random = Seed.of(PatternReaderTest.class);
    private final UnknownValues unknowns = new UnknownValues();

    /** What a policy variable can be where it stands for a value of the question. */
    private enum Variable {
        KNOWN("a"),
        WITH_WILDCARD("*"),
        UNKNOWN("${Token[T]}"),
        ABSENT("");

        private final String text;

        Variable(String text) {
            this.text = text;
        }

        ContextValue value() {
            return this == ABSENT ? ContextValue.ABSENT : ContextValue.of(text);
        }

        PatternReader.Replacement replacement() {
            return this == ABSENT ? new PatternReader.Replacement.Nothing() : new PatternReader.Replacement.Text(text);
        }
    }

    private enum Form {
        EQUALS(Comparison.STRING_EQUALS),
        EQUALS_IN_ANY_CASE(Comparison.STRING_EQUALS_IGNORE_CASE),
        LIKE(Comparison.STRING_LIKE),
        ARN(Comparison.ARN_LIKE);

        private final Comparison comparison;

        Form(Comparison comparison) {
            this.comparison = comparison;
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void values_of_conditions_are_read_as_the_evaluator_reads_them(Form form) {
        int exact = 0;
        int surely = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String pattern = text(form == Form.ARN ? ARN_PIECES : TEXT_PIECES);
            String value = text(VALUE_PIECES);
            Variable variable = variable();
            LanguageBounds bounds = reader(variable).value(form.comparison, pattern, VERSION);
            Truth truth = evaluator(form, pattern, value, variable);
            String encoded = unknowns.encode(value);
            boolean must = bounds.must().contains(encoded);
            boolean may = bounds.may().opened().contains(encoded);
            if (!may && truth.isUnknown()) {
                // The prover may know better, but then no value makes the text fit.
                truth = withAnyValue(
                        known -> evaluator(form, known.apply(pattern), known.apply(value), known(variable)));
            }
            assertAgree(truth, must, may, form + " " + pattern + " on " + value + " with " + variable);
            exact += truth.isUnknown() == (must != may) ? 1 : 0;
            surely += must ? 1 : 0;
        }
        assertThat(exact).as("answers as exact as the evaluator's").isGreaterThan(ROUNDS * 8 / 10);
        assertThat(surely).isGreaterThan(ROUNDS / 50);
    }

    @ParameterizedTest
    @EnumSource(Variable.class)
    void resources_are_read_as_the_evaluator_reads_them_whatever_the_question_knows_of_them(Variable variable) {
        int exact = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String pattern = text(ARN_PIECES);
            String beginning = random.nextBoolean() ? text(VALUE_PIECES) : patternWithoutWildcards(pattern);
            String rest = random.nextInt(3) == 0 ? "" : text(List.of("a", "b", ":", "/"));
            LanguageBounds bounds = reader(variable).resource(pattern, VERSION, beginning);
            Truth truth = ArnPattern.resource(pattern, VERSION).matches(beginning + rest, context(variable));
            boolean must = bounds.must().contains(rest);
            boolean may = bounds.may().contains(rest);
            if (!may && truth.isUnknown()) {
                truth = withAnyValue(known -> ArnPattern.resource(known.apply(pattern), VERSION)
                        .matches(known.apply(beginning) + rest, context(known(variable))));
            }
            assertAgree(truth, must, may, pattern + " on " + beginning + " then " + rest + " with " + variable);
            exact += truth.isUnknown() == (must != may) ? 1 : 0;
        }
        assertThat(exact).as("answers as exact as the evaluator's").isGreaterThan(ROUNDS * 9 / 10);
    }

    private static void assertAgree(Truth truth, boolean must, boolean may, String what) {
        assertThat(!must || truth.isTrue())
                .as("surely: %s, but %s", what, truth)
                .isTrue();
        assertThat(may || truth.isFalse()).as("not: %s, but %s", what, truth).isTrue();
        assertThat(truth.isUnknown() || !truth.isTrue() || must)
                .as("%s surely fits", what)
                .isTrue();
    }

    private static Truth withAnyValue(Function<UnaryOperator<String>, Truth> evaluator) {
        Truth any = Truth.FALSE;
        for (String one : List.of("", "a", "A", "b", ":", "/", "a:a", "arn:aws:s3:::a")) {
            for (String other : List.of("", "a", "b")) {
                any = any.or(evaluator.apply(text -> text.replace("${Token[T]}", one)
                        .replace("${Token[U]}", other)
                        .replace(NAME, "n-1")
                        .replace(OTHER_NAME, "o-1")));
            }
        }
        return any;
    }

    private static Variable known(Variable variable) {
        return variable == Variable.UNKNOWN ? Variable.KNOWN : variable;
    }

    private Truth evaluator(Form form, String pattern, String value, Variable variable) {
        return switch (form) {
            case EQUALS -> TextPattern.exact(pattern, VERSION).matches(value, context(variable));
            case EQUALS_IN_ANY_CASE ->
                TextPattern.exactIgnoringCase(pattern, VERSION).matches(value, context(variable));
            case LIKE -> TextPattern.like(pattern, VERSION).matches(value, context(variable));
            case ARN -> ArnPattern.condition(pattern, VERSION).matches(value, context(variable));
        };
    }

    private PatternReader reader(Variable variable) {
        return new PatternReader(unknowns, asked -> variable.replacement());
    }

    private static ContextView context(Variable variable) {
        return key -> variable.value();
    }

    private Variable variable() {
        Variable[] all = Variable.values();
        return all[random.nextInt(all.length)];
    }

    private static String patternWithoutWildcards(String pattern) {
        return pattern.replace("*", "").replace("?", "").replace("${v}", "");
    }

    private String text(List<String> pieces) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(6);
        for (int at = 0; at < length; at++) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }
}
