package io.github.secures3.analysis.diff.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.diff.DiffCase;
import io.github.secures3.analysis.diff.EstateDiff;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.prove.AccessComparison;
import io.github.secures3.analysis.prove.Assumptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left out because a change cannot touch it would have been found unchanged. */
class TouchedAccessTest {

    static List<DiffCase> cases() {
        return DiffCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whom_a_change_cannot_touch_gains_nothing(DiffCase changed) {
        for (EstateDiff diff : List.of(changed.forward(), changed.reversed())) {
            Differences differences = diff.differences();
            TouchedAccess touched = TouchedAccess.by(differences);
            for (Pair<Bucket> pair : differences.pairs(Bucket.class)) {
                if (!touched.isTouched(pair) && staysInItsAccount(differences, pair)) {
                    AccessComparison comparison = comparison(differences);
                    List<String> all = callers(comparison.compare(pair.base(), pair.head()));
                    List<String> asked = callers(comparison.compare(pair.base(), pair.head(), touched.identities()));
                    assertThat(asked).containsExactlyElementsOf(all);
                }
            }
        }
    }

    @Test
    void something_is_left_out_in_many_cases() {
        Stream<Differences> all =
                DiffCase.all().stream().map(each -> each.forward().differences());

        assertThat(all.filter(differences -> differences.pairs(Bucket.class).stream()
                        .anyMatch(pair -> !TouchedAccess.by(differences).isTouched(pair))))
                .hasSizeGreaterThan(50);
    }

    /** What another account means for access, the move of the stack tells. */
    private static boolean staysInItsAccount(Differences differences, Pair<Bucket> pair) {
        return differences
                .base()
                .stack(pair.base().element().stack())
                .flatMap(stack -> stack.account().asText())
                .equals(differences
                        .head()
                        .stack(pair.head().element().stack())
                        .flatMap(stack -> stack.account().asText()));
    }

    private static AccessComparison comparison(Differences differences) {
        Map<String, String> older = new HashMap<>();
        for (Pair<Resource> pair : differences.pairs()) {
            older.put(pair.head().element().id(), pair.base().element().id());
        }
        return new AccessComparison(
                differences.base(), differences.head(), id -> older.getOrDefault(id, id), Assumptions.none());
    }

    private static List<String> callers(AccessComparison.Result result) {
        List<String> callers = new ArrayList<>(result.doubts());
        result.opened().forEach(opened -> callers.add(opened.counterexample().caller() + " " + opened.actions()));
        return callers;
    }
}
