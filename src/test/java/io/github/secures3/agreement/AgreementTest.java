package io.github.secures3.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.prove.internal.Budget;
import io.github.secures3.analysis.prove.internal.Inquiry;
import io.github.secures3.analysis.prove.internal.OutOfBudgetException;
import io.github.secures3.policy.Seed;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Prover and evaluator agree: where the prover finds no request, the evaluator allows none of a whole small world; and what the prover finds, the
 * evaluator confirms. Worlds of which not all is known are compared with what they are.
 *
 * <p>{@code -Dagreement.cases=N} tries more worlds, {@code -Dagreement.case=N} one that a failed run has named.
 */
class AgreementTest {

    private static final int CASES = Integer.getInteger("agreement.cases", 100);
    private static final int MOST_SHOWN = 5;
    private static final long STEPS = 20_000_000;

    private final Map<String, Integer> answers = new TreeMap<>();
    private final List<String> disagreements = new ArrayList<>();

    @Test
    void what_the_prover_excludes_the_evaluator_never_allows_and_what_it_finds_the_evaluator_confirms() {
        Random random = Seed.of(AgreementTest.class);
        Long one = Long.getLong("agreement.case");
        for (int at = 0; at < (one == null ? CASES : 1); at++) {
            compare(Trial.of(one == null ? random.nextLong() : one));
        }
        System.out.println("prover and evaluator agree but for " + disagreements.size() + " of " + answers);
        assertThat(disagreements.stream().limit(MOST_SHOWN)).isEmpty();
        assertThat(answers).containsKeys("example", "none");
    }

    private void compare(Trial trial) {
        try {
            List<Inquiry> inquiries = Inquiry.about(trial.scene(), trial.told().questions(), new Budget(STEPS));
            for (boolean never : List.of(true, false)) {
                Set<Statement> ruledOut = together(trial, never);
                for (int at = 0; at < trial.told().questions().size(); at++) {
                    Statement told = trial.told().questions().get(at);
                    Statement known = trial.known().questions().get(at);
                    Inquiry inquiry = inquiries.stream()
                            .filter(each -> each.isAbout(told))
                            .findFirst()
                            .orElseThrow();
                    compare(trial, inquiry, told, known, never, ruledOut.contains(told));
                }
            }
        } catch (OutOfBudgetException e) {
            disagreements.add(trial + ": " + e.getMessage());
        }
    }

    /** The questions that are ruled out where all are asked about together; each must be so by itself. */
    private static Set<Statement> together(Trial trial, boolean never) {
        List<Statement> questions = trial.told().questions();
        Set<Statement> ruledOut = new HashSet<>();
        for (Inquiry inquiry : Inquiry.about(trial.scene(), questions, new Budget(STEPS))) {
            List<Statement> asked = questions.stream().filter(inquiry::isAbout).toList();
            ruledOut.addAll(inquiry.ruledOut(asked, never));
            assertThat(ruledOut).as(trial.toString()).containsAll(inquiry.impossible(asked, never));
        }
        return ruledOut;
    }

    private void compare(
            Trial trial, Inquiry inquiry, Statement told, Statement known, boolean never, boolean isRuledOut) {
        Optional<AccessRequest> example = inquiry.example(told, never, Set.of());
        assertThat(inquiry.anyExample(told, never).isPresent())
                .as("%s %s", trial, told)
                .isEqualTo(example.isPresent());
        assertThat(inquiry.doubt(told, never).isEmpty())
                .as("%s %s", trial, told)
                .isEqualTo(isRuledOut);
        if (example.isPresent()) {
            AccessRequest found = example.get();
            Hearing hearing = Hearing.of(found, trial.told().situation(), inquiry.bucketResource(found), told);
            if (!hearing.breaksClaim(never) && !(hearing.isUndecided() && holdsAsItIs(trial, known, found, never))) {
                disagree(trial, never, told, "finds", found, hearing);
            }
            count("example");
        } else if (!isRuledOut) {
            count("doubt");
        } else {
            count("none");
            attack(trial, known, never);
        }
    }

    /** Where the evaluator cannot tell for a value that is not known, what was found must be so in the world as it is. */
    private static boolean holdsAsItIs(Trial trial, Statement known, AccessRequest found, boolean never) {
        AccessRequest asItIs = trial.shown(found);
        Situation situation = trial.known().situation();
        String resource = new RealRequests(situation, trial.known().keys()).bucketResource(asItIs);
        return !trial.hidden().isEmpty()
                && Hearing.of(asItIs, situation, resource, known).breaksClaim(never);
    }

    /** Looks for a request that the prover says is not there. */
    private void attack(Trial trial, Statement known, boolean never) {
        RealRequests requests =
                new RealRequests(trial.known().situation(), trial.known().keys());
        for (AccessRequest request : requests.by(trial.callers())) {
            Hearing hearing = Hearing.of(request, trial.known().situation(), requests.bucketResource(request), known);
            if (hearing.breaksClaim(never) && (never || requests.isOrdinary(request, known))) {
                disagree(trial, never, known, "misses", request, hearing);
                return;
            }
        }
    }

    private void count(String answer) {
        answers.merge(answer, 1, Integer::sum);
    }

    private void disagree(
            Trial trial, boolean never, Statement question, String what, AccessRequest request, Hearing hearing) {
        disagreements.add(String.join(
                "\n  ",
                trial.toString(),
                (never ? "never " : "always ") + question,
                what + " " + request,
                "meant " + hearing.meant() + ", " + hearing.decision().outcome() + ": "
                        + hearing.decision().reason()));
    }
}
