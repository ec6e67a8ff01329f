package io.github.secures3.agreement;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.prove.internal.Budget;
import io.github.secures3.analysis.prove.internal.Inquiry;
import io.github.secures3.policy.Statement;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** The answers to many questions as text, also from a process of their own. */
final class Answers {

    private static final int TRIALS = 40;
    private static final long STEPS = 20_000_000;

    private Answers() {}

    /** Writes the answers for the seed that is the first argument. */
    public static void main(String[] arguments) {
        byte[] text = of(Long.parseLong(arguments[0])).getBytes(StandardCharsets.UTF_8);
        System.out.write(text, 0, text.length);
        System.out.flush();
    }

    static String of(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < TRIALS; at++) {
            Trial trial = Trial.of(random.nextLong());
            for (Inquiry inquiry : Inquiry.about(trial.scene(), trial.told().questions(), new Budget(STEPS))) {
                for (Statement question : trial.told().questions()) {
                    if (inquiry.isAbout(question)) {
                        text.append(answer(inquiry, question)).append('\n');
                    }
                }
            }
        }
        return text.toString();
    }

    private static String answer(Inquiry inquiry, Statement question) {
        Optional<AccessRequest> example = inquiry.example(question, true, Set.of());
        if (example.isPresent()) {
            return text(example.get());
        }
        return inquiry.doubt(question, true)
                .map(doubt -> text(doubt.request()) + " " + doubt.reasons())
                .orElse("none");
    }

    private static String text(AccessRequest request) {
        return request.principal().text() + " " + request.action() + " " + request.resource() + " "
                + new TreeMap<>(request.context());
    }
}
