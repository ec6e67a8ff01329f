package io.github.secures3.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.Evaluator;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.prove.PolicyComparison;
import io.github.secures3.analysis.prove.PolicyComparison.Answer;
import io.github.secures3.analysis.prove.internal.Budget;
import io.github.secures3.analysis.prove.internal.ChangeInquiry;
import io.github.secures3.analysis.prove.internal.Placement;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.Seed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a change opens, of a policy by itself and of all that surrounds a bucket, against every request of a small world. */
class ComparisonAgreementTest {

    private static final int CASES = Integer.getInteger("agreement.cases", 100);
    private static final long STEPS = 20_000_000;

    private final Map<String, Integer> answers = new TreeMap<>();

    @Test
    void a_policy_that_is_said_to_allow_nothing_new_allows_nothing_new() {
        Random random = Seed.of(ComparisonAgreementTest.class);
        for (int at = 0; at < CASES; at++) {
            RandomSituation base = RandomSituation.of(random.nextLong(), UnaryOperator.identity(), false);
            RandomSituation head = changed(base, random);
            Optional<AttachedPolicy> before =
                    base.situation().resourcePolicies().stream().findFirst();
            Optional<AttachedPolicy> after =
                    head.situation().resourcePolicies().stream().findFirst();
            if (before.isPresent() && after.isPresent()) {
                compare(before.get().document(), after.get().document(), head.keys());
            }
        }
        System.out.println("comparisons of policies: " + answers);
        assertThat(answers).containsKeys("NEW_ACCESS", "NO_NEW_ACCESS");
    }

    @Test
    void a_change_that_is_said_to_open_nothing_opens_nothing_and_what_it_opens_the_evaluator_confirms() {
        Random random = Seed.of(ComparisonAgreementTest.class);
        for (int at = 0; at < CASES; at++) {
            Trial trial = Trial.of(random.nextLong());
            Situation before = changed(trial.told(), random).situation();
            ChangeInquiry inquiry = ChangeInquiry.about(before, trial.scene(), Set.of(), new Budget(STEPS));
            Optional<AccessRequest> opened = inquiry.example(Set.of());
            if (opened.isPresent()) {
                AccessRequest request = opened.get();
                String behind = inquiry.bucketResource(request);
                assertThat(isAllowed(request, trial.told().situation(), behind))
                        .as("%s opens %s", trial, request)
                        .isTrue();
                assertThat(isRefused(request, before, behind))
                        .as("%s, but %s was open before", trial, request)
                        .isTrue();
                answers.merge("opens", 1, Integer::sum);
            } else if (inquiry.doubt().isEmpty() && trial.hidden().isEmpty()) {
                RealRequests requests =
                        new RealRequests(trial.told().situation(), trial.told().keys());
                assertThat(requests.by(trial.callers()).stream()
                                .filter(request ->
                                        isAllowed(request, trial.told().situation(), requests.bucketResource(request)))
                                .filter(request -> isRefused(request, before, requests.bucketResource(request)))
                                .findFirst())
                        .as(trial.toString())
                        .isEmpty();
                answers.merge("opens nothing", 1, Integer::sum);
            }
        }
        System.out.println("changes: " + answers);
        assertThat(answers).containsKeys("opens", "opens nothing");
    }

    /** The same situation with another bucket policy, or with none of its organization policies. */
    private static RandomSituation changed(RandomSituation from, Random random) {
        RandomPolicies policies = new RandomPolicies(random, from.keys(), UnaryOperator.identity());
        Situation.Builder situation = from.situation().toBuilder();
        if (random.nextInt(4) == 0) {
            situation.serviceControlPolicies(List.of()).resourceControlPolicies(List.of());
        } else {
            situation.resourcePolicy(policies.ofResource());
        }
        return new RandomSituation(situation.build(), from.questions(), from.keys());
    }

    private void compare(PolicyDocument base, PolicyDocument head, List<SampleKey> keys) {
        PolicyComparison.Result result = PolicyComparison.compare(PolicyType.RESOURCE, base, head, STEPS);
        answers.merge(result.verdict().name(), 1, Integer::sum);
        if (result.verdict() == Answer.NO_NEW_ACCESS) {
            Situation alone = Situation.builder().build();
            RealRequests requests = new RealRequests(alone, keys);
            assertThat(requests.by(Trial.everyone()).stream()
                            .filter(request -> Hearing.allows(head, request).isTrue()
                                    && Hearing.allows(base, request).isFalse())
                            .findFirst())
                    .as("%s allows what %s does not", head, base)
                    .isEmpty();
        }
    }

    private static boolean isAllowed(AccessRequest request, Situation situation, String behind) {
        return Evaluator.decide(request, Placement.of(request, situation, behind))
                .isAllowed();
    }

    private static boolean isRefused(AccessRequest request, Situation situation, String behind) {
        var decision = Evaluator.decide(request, Placement.of(request, situation, behind));
        return !decision.isAllowed() && decision.unknowns().isEmpty();
    }
}
