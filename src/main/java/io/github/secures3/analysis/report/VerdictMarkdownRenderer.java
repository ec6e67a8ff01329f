package io.github.secures3.analysis.report;

import io.github.secures3.analysis.prove.Counterexample;
import io.github.secures3.analysis.prove.Proof;
import io.github.secures3.analysis.prove.Verdict;
import java.util.List;

/**
 * Verdicts on invariants for a comment on a pull request: the summary first, a table, and the requests that break invariants folded.
 *
 * <p>The first line is a mark that nobody sees, by which a job finds its own comment again. The whole stays below the 65,536 characters that
 * GitHub takes; what is left out is said.
 *
 * @since 0.1
 */
public final class VerdictMarkdownRenderer {

    private static final int ROWS = 100;
    private static final int LONGEST = 300;
    private static final int RESERVED = 400;

    private VerdictMarkdownRenderer() {}

    /**
     * The comment, which ends with a line break.
     *
     * @param assumptions what all proofs take for granted
     */
    public static String render(List<Proof> proofs, List<String> assumptions) {
        Verdicts verdicts = new Verdicts(proofs);
        StringBuilder out = new StringBuilder(FindingsMarkdownRenderer.mark("prove"))
                .append("\n### secure-s3 prove: ")
                .append(Markdown.text(verdicts.summary()))
                .append('\n');
        if (!proofs.isEmpty()) {
            table(proofs, out);
            details(proofs, assumptions, out);
            assumptions.forEach(each -> out.append("\nTaken for granted: ")
                    .append(Markdown.text(Shown.cut(each, LONGEST)))
                    .append('\n'));
        }
        return out.toString();
    }

    private static void table(List<Proof> proofs, StringBuilder out) {
        out.append("\n| | invariant | bucket |\n|---|---|---|\n");
        List<Proof> first = sorted(proofs);
        first.stream()
                .limit(ROWS)
                .forEach(proof -> out.append("| **")
                        .append(Verdicts.word(proof.verdict()))
                        .append("** | ")
                        .append(Markdown.text(Shown.cut(proof.invariant().sentence(), LONGEST)))
                        .append(" | ")
                        .append(Markdown.code(Shown.cut(bucket(proof), LONGEST)))
                        .append(" |\n"));
        if (first.size() > ROWS) {
            out.append('\n').append(Words.grouped(first.size() - ROWS)).append(" more; `--format json` has all\n");
        }
    }

    /** What is refuted comes first, then what is undecided. */
    private static List<Proof> sorted(List<Proof> proofs) {
        return proofs.stream()
                .sorted((one, other) -> rank(one.verdict()) - rank(other.verdict()))
                .toList();
    }

    private static int rank(Verdict verdict) {
        return verdict.isRefuted() ? 0 : verdict.isProved() ? 2 : 1;
    }

    private static String bucket(Proof proof) {
        String path = proof.bucket().element().constructPath();
        return path == null ? proof.bucket().element().id() : path;
    }

    private static void details(List<Proof> proofs, List<String> assumptions, StringBuilder out) {
        List<Proof> open =
                proofs.stream().filter(proof -> !proof.verdict().isProved()).toList();
        if (open.isEmpty()) {
            return;
        }
        out.append("\n<details><summary>Requests that break invariants, and what is not known</summary>\n");
        for (Proof proof : sorted(open)) {
            String detail = detail(proof, assumptions);
            if (out.length() + detail.length() > FindingsMarkdownRenderer.LIMIT - RESERVED) {
                out.append("\n"
                        + "**Cut here**: the rest would make this comment longer than GitHub allows. `--format"
                        + " json` has all.\n");
                break;
            }
            out.append(detail);
        }
        out.append("\n</details>\n");
    }

    private static String detail(Proof proof, List<String> assumptions) {
        StringBuilder detail = new StringBuilder("\n**")
                .append(Verdicts.word(proof.verdict()))
                .append("** ")
                .append(Markdown.code(proof.invariant().id()))
                .append(" of ")
                .append(Markdown.code(bucket(proof)))
                .append("\n\n");
        if (proof.verdict() instanceof Verdict.Refuted refuted) {
            refuted.counterexamples().forEach(example -> example(example, assumptions, detail));
        } else if (proof.verdict() instanceof Verdict.Undecided undecided) {
            undecided
                    .reasons()
                    .forEach(reason -> detail.append("- because ")
                            .append(Markdown.text(reason))
                            .append('\n'));
        }
        return detail.toString();
    }

    private static void example(Counterexample example, List<String> assumptions, StringBuilder detail) {
        detail.append("- ")
                .append(Markdown.text(example.caller()))
                .append(": ")
                .append(Markdown.code(example.text()))
                .append("; ")
                .append(Markdown.text(example.decision().reason()))
                .append('\n');
        Verdicts.statements(example)
                .forEach(statement ->
                        detail.append("  - ").append(Markdown.code(statement)).append('\n'));
        Verdicts.ownNotes(example, assumptions)
                .forEach(note ->
                        detail.append("  - note: ").append(Markdown.text(note)).append('\n'));
    }
}
