package io.github.secures3.analysis.prove.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.matching.ConditionPredicate;
import io.github.secures3.analysis.evaluate.matching.ContextValue;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.PolicyVersion;
import io.github.secures3.policy.Seed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The candidates are enough: whatever a request carries, one of them compares alike with all constants. */
class CandidatesTest {

    private static final int ROUNDS = 100;
    private static final int VALUES = 30;
    private static final List<Comparison> NUMERIC = List.of(
            Comparison.NUMERIC_EQUALS,
            Comparison.NUMERIC_LESS_THAN,
            Comparison.NUMERIC_LESS_THAN_EQUALS,
            Comparison.NUMERIC_GREATER_THAN,
            Comparison.NUMERIC_GREATER_THAN_EQUALS,
            Comparison.STRING_EQUALS);
    private static final List<Comparison> DATES = List.of(
            Comparison.DATE_EQUALS,
            Comparison.DATE_LESS_THAN,
            Comparison.DATE_LESS_THAN_EQUALS,
            Comparison.DATE_GREATER_THAN,
            Comparison.DATE_GREATER_THAN_EQUALS);
    private static final long START = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();

    private final Random random = Seed.of(CandidatesTest.class);

    @Test
    void numbers_meet_every_way_in_which_whole_numbers_compare_with_the_constants() {
        for (int round = 0; round < ROUNDS; round++) {
            List<String> constants =
                    some(() -> random.nextInt(8) + (random.nextBoolean() ? "" : "." + random.nextInt(10)));
            constants.addAll(List.of("none", "-1", "123456789012345678901234567890"));
            assertMeets(constants, NUMERIC, Candidates.numbers(constants), () -> String.valueOf(random.nextInt(12)));
        }
    }

    @Test
    void dates_meet_every_way_in_which_seconds_compare_with_the_constants() {
        for (int round = 0; round < ROUNDS; round++) {
            List<String> constants = some(() -> Instant.ofEpochMilli(START * 1_000 + random.nextInt(20) * 500L)
                    .toString());
            constants.addAll(List.of("2026", "never", "1767225600"));
            assertMeets(
                    constants,
                    DATES,
                    Candidates.dates(constants),
                    () -> Instant.ofEpochSecond(START - 2 + random.nextInt(14)).toString());
        }
    }

    @Test
    void epoch_times_meet_every_way_in_which_seconds_compare_as_dates_and_as_numbers() {
        List<Comparison> both = new ArrayList<>(DATES);
        both.addAll(NUMERIC.subList(0, 5));
        for (int round = 0; round < ROUNDS; round++) {
            List<String> constants = some(() -> String.valueOf(START + random.nextInt(8)));
            constants.addAll(List.of("2026-01-01T00:00:03Z", START + ".5"));
            assertMeets(
                    constants,
                    both,
                    Candidates.epochTimes(constants),
                    () -> String.valueOf(START - 2 + random.nextInt(14)));
        }
    }

    @Test
    void addresses_meet_every_set_of_ranges_that_an_address_can_lie_in() {
        for (int round = 0; round < ROUNDS; round++) {
            List<String> constants = some(() -> random.nextBoolean()
                    ? address() + "/" + random.nextInt(33)
                    : random.nextBoolean()
                            ? "2001:db8::" + random.nextInt(4) + "/" + (126 + random.nextInt(3))
                            : address());
            constants.addAll(List.of("home", "255.255.255.255/31"));
            assertMeets(
                    constants,
                    List.of(Comparison.IP_ADDRESS, Comparison.STRING_EQUALS),
                    Candidates.addresses(constants),
                    () -> random.nextBoolean() ? address() : "2001:db8:0:0:0:0:0:" + random.nextInt(8));
        }
    }

    private void assertMeets(
            List<String> constants, List<Comparison> comparisons, List<String> candidates, Supplier<String> value) {
        List<ConditionPredicate> tests = new ArrayList<>();
        for (String constant : constants) {
            for (Comparison comparison : comparisons) {
                tests.add(ConditionPredicate.of(Condition.of(comparison, "key", constant), PolicyVersion.V2012_10_17));
            }
        }
        Set<List<Boolean>> met = new HashSet<>();
        candidates.forEach(candidate -> met.add(answers(tests, candidate)));
        List<String> missed = Stream.generate(value)
                .limit(VALUES)
                .filter(asked -> !met.contains(answers(tests, asked)))
                .toList();
        assertThat(missed)
                .as("compare with %s like none of %s", constants, candidates)
                .isEmpty();
    }

    private static List<Boolean> answers(List<ConditionPredicate> tests, String value) {
        return tests.stream()
                .map(test -> test.test(key -> ContextValue.of(value)).isTrue())
                .toList();
    }

    private List<String> some(Supplier<String> constant) {
        List<String> constants = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        while (constants.size() < count) {
            constants.add(constant.get());
        }
        return constants;
    }

    private String address() {
        return random.nextInt(2) * 128 + "." + random.nextInt(2) + "." + random.nextInt(2) + "." + random.nextInt(4);
    }
}
