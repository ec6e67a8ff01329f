package io.github.secures3.analysis.report;

import io.github.secures3.analysis.prove.PolicyComparison.Answer;
import io.github.secures3.analysis.prove.PolicyComparison.Example;
import io.github.secures3.analysis.prove.PolicyComparison.Result;
import io.github.secures3.policy.PolicyDocument;

/**
 * What one policy document allows beyond another, for a terminal, without colour: the verdict, then requests with the statements that grant
 * them.
 *
 * @since 0.1
 */
public final class ComparisonRenderer {

    private ComparisonRenderer() {}

    /**
     * The text, which ends with a line break.
     *
     * @param head the document whose statements the result speaks of
     * @param source what messages call that document, such as its file
     */
    public static String text(Result result, PolicyDocument head, String source) {
        StringBuilder out = new StringBuilder();
        out.append(headline(result.verdict())).append('\n');
        for (int at = 0; at < result.examples().size(); at++) {
            out.append(at == 0 ? "\n" : "\nalso\n");
            example(result.examples().get(at), head, source, out);
        }
        return out.append("\nwhy: ")
                .append(Shown.line(result.reason()))
                .append('\n')
                .toString();
    }

    private static String headline(Answer answer) {
        return switch (answer) {
            case NO_NEW_ACCESS -> "NO NEW ACCESS";
            case NEW_ACCESS -> "NEW ACCESS";
            case UNDECIDED -> "UNDECIDED";
        };
    }

    private static void example(Example example, PolicyDocument head, String source, StringBuilder out) {
        RequestRows rows = new RequestRows("  ", out).add(example.request());
        for (int index : example.statements()) {
            String sid = head.statements().get(index).sid();
            String name = sid == null || sid.isEmpty() ? "" : " (" + sid + ")";
            rows.row("granted by", "statement " + index + name + " of " + source);
        }
    }
}
