package io.github.secures3.analysis.report;

import io.github.secures3.analysis.prove.Counterexample;
import io.github.secures3.analysis.prove.Proof;
import io.github.secures3.analysis.prove.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Verdicts on invariants for a terminal, without colour: the summary, then each bucket with a line for each invariant, and below it the requests
 * that break it or what is not known.
 *
 * <p>Control characters are shown as {@code ?}, so that a template cannot write to the terminal by itself.
 *
 * @since 0.1
 */
public final class VerdictTextRenderer {

    private static final String INDENT = "             ";
    private static final int LONGEST = 400;
    private static final int MOST_EXAMPLES = 3;

    private VerdictTextRenderer() {}

    /**
     * The text, which ends with a line break.
     *
     * @param assumptions what all proofs take for granted
     */
    public static String render(List<Proof> proofs, List<String> assumptions) {
        Verdicts verdicts = new Verdicts(proofs);
        StringBuilder out = new StringBuilder(verdicts.summary()).append('\n');
        verdicts.byBucket().values().forEach(ofBucket -> {
            out.append('\n')
                    .append(Shown.line(Verdicts.heading(ofBucket.get(0))))
                    .append('\n');
            int width = ofBucket.stream()
                    .mapToInt(proof -> proof.invariant().id().length())
                    .max()
                    .orElse(1);
            ofBucket.forEach(proof -> proof(proof, width, assumptions, out));
        });
        if (!assumptions.isEmpty() && !proofs.isEmpty()) {
            out.append("\ntaken for granted\n");
            assumptions.forEach(
                    each -> out.append("  - ").append(Shown.line(each)).append('\n'));
        }
        return out.toString();
    }

    private static void proof(Proof proof, int width, List<String> assumptions, StringBuilder out) {
        out.append(String.format(
                        Locale.ROOT,
                        "  %-9s  %-" + width + "s  ",
                        Verdicts.word(proof.verdict()),
                        proof.invariant().id()))
                .append(shown(proof.invariant().sentence()))
                .append('\n');
        if (proof.verdict() instanceof Verdict.Refuted refuted) {
            examples(refuted.counterexamples(), assumptions, out);
        } else if (proof.verdict() instanceof Verdict.Undecided undecided) {
            undecided
                    .reasons()
                    .forEach(reason -> out.append(INDENT)
                            .append("because ")
                            .append(shown(reason))
                            .append('\n'));
        }
    }

    private static void examples(List<Counterexample> examples, List<String> assumptions, StringBuilder out) {
        for (int at = 0; at < Math.min(MOST_EXAMPLES, examples.size()); at++) {
            out.append(at == 0 ? "" : "\n");
            example(examples.get(at), assumptions, out);
        }
        int more = examples.size() - MOST_EXAMPLES;
        if (more > 0) {
            out.append('\n')
                    .append(INDENT)
                    .append("and ")
                    .append(Words.count(more, "request"))
                    .append(" more, each for another reason; --format json has all\n");
        }
    }

    private static void example(Counterexample example, List<String> assumptions, StringBuilder out) {
        RequestRows rows = new RequestRows(INDENT, out).row("caller", example.caller());
        rows.add(example.request());
        String label = example.decision().isAllowed() ? "allowed by" : "refused by";
        Set<String> statements = Verdicts.statements(example);
        statements.forEach(statement -> rows.row(label, statement));
        if (statements.isEmpty() || !example.decision().isAllowed()) {
            rows.row("why", example.decision().reason());
        }
        Verdicts.ownNotes(example, assumptions).forEach(note -> rows.row("note", note));
    }

    private static String shown(String text) {
        return Shown.cut(Shown.line(text), LONGEST);
    }
}
