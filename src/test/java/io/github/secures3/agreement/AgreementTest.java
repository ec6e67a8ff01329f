package io.github.secures3.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.AccessPoint;
import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.prove.internal.Budget;
import io.github.secures3.analysis.prove.internal.CallerScope;
import io.github.secures3.analysis.prove.internal.Inquiry;
import io.github.secures3.policy.Seed;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Prover and evaluator agree: where the prover finds no request, the evaluator allows none of a whole small world; and what the prover finds, the
 * evaluator confirms. Worlds in which some values are not known are compared with one in which they are.
 */
class AgreementTest {

    private static final int CASES = Integer.getInteger("agreement.cases", 150);
    private static final long STEPS = 20_000_000;

    private static final List<String> CALLERS = List.of(
            "arn:aws:sts::111122223333:assumed-role/Read-1/s",
            "arn:aws:iam::111122223333:user/u",
            "arn:aws:iam::111122223333:root",
            "arn:aws:sts::111122223333:federated-user/f",
            "arn:aws:sts::444455556666:assumed-role/Out-2/s",
            "arn:aws:iam::444455556666:user/p/w",
            "arn:aws:iam::444455556666:root",
            "arn:aws:sts::123456789012:assumed-role/Z/s",
            "cloudtrail.amazonaws.com",
            "anonymous");

    @Test
    void what_the_prover_excludes_the_evaluator_never_does_and_what_it_finds_the_evaluator_confirms() {
        Random random = Seed.of(AgreementTest.class);
        Map<String, Integer> answers = new TreeMap<>();
        List<String> disagreements = new ArrayList<>();
        Long one = Long.getLong("agreement.case");
        for (int at = 0; at < (one == null ? CASES : 1); at++) {
            long seed = one == null ? random.nextLong() : one;
            try {
                compare(seed, answers, disagreements);
            } catch (io.github.secures3.analysis.prove.internal.OutOfBudgetException e) {
                disagreements.add("-Dagreement.case=" + seed + " " + e.getMessage());
            }
        }
        System.out.println("agreement: " + answers + ", disagreements: " + disagreements.size());
        disagreements.stream().limit(6).forEach(System.out::println);
        assertThat(disagreements.size()).isZero();
        assertThat(answers).containsKeys("example", "none");
    }

    private static void compare(long seed, Map<String, Integer> answers, List<String> disagreements) {
        Random random = new Random(seed);
        Map<String, String> unknowns = unknowns(random);
        UnaryOperator<String> words = text -> hide(text, unknowns);
        RandomSituation known = RandomSituation.of(seed, text -> text, false);
        RandomSituation asked = RandomSituation.of(seed, words, random.nextInt(3) == 0);
        List<String> callers = callers(random);
        boolean open = callers.size() > 1;
        CallerScope scope = open ? scope(callers, words) : CallerScope.one(principal(words.apply(callers.get(0))));
        String arn = words.apply(RandomSituation.BUCKET);
        Inquiry.Scene scene = new Inquiry.Scene(scope, asked.situation(), arn);
        List<AccessRequest> requests = new RealRequests(known.situation(), known.keys())
                .by(callers.stream().map(AgreementTest::principal).toList());
        List<Inquiry> inquiries = Inquiry.about(scene, asked.questions(), new Budget(STEPS));
        for (int question = 0; question < asked.questions().size(); question++) {
            Statement statement = asked.questions().get(question);
            Statement plain = known.questions().get(question);
            Inquiry inquiry = inquiries.stream()
                    .filter(each -> each.isAbout(statement))
                    .findFirst()
                    .orElseThrow();
            for (boolean never : List.of(true, false)) {
                String what = "-Dagreement.case=" + seed + " unknown " + unknowns + " callers " + callers + " never "
                        + never + " question " + statement;
                String answer = answer(inquiry, statement, never, asked.situation(), what, disagreements);
                answers.merge(answer, 1, Integer::sum);
                // What is always allowed is said of ordinary requests alone, and these are not.
                boolean excludesAll = never && answer.equals("none");
                for (AccessRequest request : excludesAll ? requests : List.<AccessRequest>of()) {
                    Hearing hearing = Hearing.of(request, known.situation(), behind(request, known.situation()), plain);
                    if (hearing.breaksClaim(never)) {
                        disagreements.add(what + "\n  misses " + request + "\n  "
                                + hearing.decision().reason());
                        break;
                    }
                    if (hearing.mayBreakClaim(never)) {
                        answers.merge("none, though undecided", 1, Integer::sum);
                    }
                }
            }
        }
    }

    private static String answer(
            Inquiry inquiry,
            Statement statement,
            boolean never,
            Situation situation,
            String what,
            List<String> disagreements) {
        Optional<AccessRequest> example = inquiry.example(statement, never, Set.of());
        if (example.isPresent()) {
            AccessRequest request = example.get();
            Hearing hearing = Hearing.of(request, situation, inquiry.bucketResource(request), statement);
            if (!hearing.breaksClaim(never)) {
                disagreements.add(what + "\n  finds " + request + "\n  meant " + hearing.meant() + ", "
                        + hearing.decision().outcome() + ": "
                        + hearing.decision().reason());
            }
            return "example";
        }
        return inquiry.doubt(statement, never).isPresent() ? "doubt" : "none";
    }

    private static String behind(AccessRequest request, Situation situation) {
        AccessPoint point = situation.accessPoint();
        if (point == null) {
            return request.resource();
        }
        String below = request.resource().substring(point.arn().length());
        return RandomSituation.BUCKET + below.replaceFirst("^/object", "");
    }

    /** Some texts that stand for what only a deployment knows; those with a hyphen may be names that it makes up. */
    private static Map<String, String> unknowns(Random random) {
        Map<String, String> unknowns = new TreeMap<>();
        if (random.nextBoolean()) {
            for (String text : List.of(
                    "data-1", "vpce-1", "red", "o-one", "Read-1", "444455556666", "user/u", "a/", "prod", "k-1")) {
                if (random.nextInt(5) == 0) {
                    String kind =
                            text.contains("/") && !text.endsWith("/") ? text.substring(0, text.indexOf('/') + 1) : "";
                    String name = "T" + unknowns.size();
                    boolean madeUp = text.indexOf('-') >= 0 && random.nextBoolean();
                    unknowns.put(
                            text, kind + (madeUp ? UnresolvedToken.ofGeneratedName(name) : UnresolvedToken.of(name)));
                }
            }
        }
        return unknowns;
    }

    private static String hide(String text, Map<String, String> unknowns) {
        String hidden = text;
        for (Map.Entry<String, String> unknown : unknowns.entrySet()) {
            hidden = hidden.replace(unknown.getKey(), unknown.getValue());
        }
        return hidden;
    }

    private static List<String> callers(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> CALLERS.subList(0, 4);
            case 1 -> CALLERS.subList(4, 8);
            case 2 -> CALLERS.subList(8, 10);
            case 3 -> CALLERS;
            default -> List.of(CALLERS.get(random.nextInt(CALLERS.size())));
        };
    }

    private static CallerScope scope(List<String> callers, UnaryOperator<String> words) {
        String owner = words.apply(RandomSituation.OWNER);
        if (callers.equals(CALLERS)) {
            return CallerScope.everyone();
        }
        if (callers.equals(CALLERS.subList(8, 10))) {
            return CallerScope.withoutAccount();
        }
        return callers.equals(CALLERS.subList(0, 4))
                ? CallerScope.allOf(owner, List.of())
                : CallerScope.allOutside(List.of(owner), List.of());
    }

    private static RequestPrincipal principal(String text) {
        return RequestPrincipal.parse(text);
    }
}
