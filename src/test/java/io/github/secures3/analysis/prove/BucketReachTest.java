package io.github.secures3.analysis.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.diff.DiffCase;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.prove.internal.Budget;
import io.github.secures3.analysis.prove.internal.ChangeInquiry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comparisons leave out without a proof, a proof would find to be nothing. */
class BucketReachTest {

    private static final long STEPS = 20_000_000;

    static List<DiffCase> cases() {
        return DiffCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void who_cannot_reach_a_bucket_is_allowed_nothing(DiffCase changed) {
        Differences differences = changed.forward().differences();
        for (Scenes scenes : all(differences.base(), differences.head())) {
            for (Bucket bucket : differences.head().buckets()) {
                Set<String> reaching = scenes.reaching(bucket, null);
                scenes.waysTo(bucket, identity -> !reaching.contains(identity), false)
                        .forEach(way -> assertThat(isOpened(null, way))
                                .as("%s to %s", way.caller(), bucket.element().id())
                                .isFalse());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void statements_that_are_about_others_open_nothing(DiffCase changed) {
        Differences differences = changed.forward().differences();
        List<AccountBinding> accounts = AccountBinding.all(differences.base(), differences.head());
        Scenes base = new Scenes(differences.base(), Assumptions.none(), accounts.get(0));
        Scenes head = new Scenes(differences.head(), Assumptions.none(), accounts.get(0));
        differences.pairs(Bucket.class).forEach(pair -> {
            Map<String, Situation> before = new HashMap<>();
            base.waysTo(pair.base(), identity -> true, true)
                    .forEach(way -> before.put(
                            way.identity() + way.accessPoint(), way.scene().situation()));
            for (Scenes.Way way : head.waysTo(pair.head(), identity -> true, true)) {
                Situation then = before.get(way.identity() + way.accessPoint());
                Situation now = way.scene().situation();
                boolean leftOut = then != null
                        && !then.isSameAs(now)
                        && Concern.about(then, way.scene().callers())
                                .isSameAs(Concern.about(now, way.scene().callers()));
                if (leftOut) {
                    assertThat(isOpened(then, way)).as(way.caller()).isFalse();
                }
            }
        });
    }

    private static List<Scenes> all(Estate base, Estate head) {
        return AccountBinding.all(base, head).stream()
                .map(account -> new Scenes(head, Assumptions.none(), account))
                .toList();
    }

    private static boolean isOpened(@Nullable Situation before, Scenes.Way way) {
        ChangeInquiry inquiry = ChangeInquiry.about(before, way.scene(), Set.of(), new Budget(STEPS));
        return inquiry.example(Set.of()).isPresent() || inquiry.doubt().isPresent();
    }
}
