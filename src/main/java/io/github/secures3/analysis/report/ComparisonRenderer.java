package io.github.secures3.analysis.report;

import io.github.secures3.analysis.prove.PolicyComparison.Answer;
import io.github.secures3.analysis.prove.PolicyComparison.Example;
import io.github.secures3.analysis.prove.PolicyComparison.Result;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.catalog.KeySpelling;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one policy document allows beyond another, for a terminal, without colour: the verdict, then requests with the statements that grant
 * them.
 *
 * @since 0.1
 */
public final class ComparisonRenderer {

    private static final int LONGEST = 400;

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
        return out.append("\nwhy: ").append(shown(result.reason())).append('\n').toString();
    }

    private static String headline(Answer answer) {
        return switch (answer) {
            case NO_NEW_ACCESS -> "NO NEW ACCESS";
            case NEW_ACCESS -> "NEW ACCESS";
            case UNDECIDED -> "UNDECIDED";
        };
    }

    private static void example(Example example, PolicyDocument head, String source, StringBuilder out) {
        row("principal", example.request().principal().text(), out);
        row("action", example.request().action(), out);
        row("resource", example.request().resource(), out);
        String label = "context";
        for (Map.Entry<String, List<String>> key :
                new TreeMap<>(example.request().context()).entrySet()) {
            row(label, KeySpelling.of(key.getKey()) + " = " + String.join(", ", key.getValue()), out);
            label = "";
        }
        label = "granted by";
        for (int index : example.statements()) {
            String sid = head.statements().get(index).sid();
            String name = sid == null || sid.isEmpty() ? "" : " (" + sid + ")";
            row(label, "statement " + index + name + " of " + source, out);
            label = "";
        }
    }

    private static void row(String label, String text, StringBuilder out) {
        out.append(String.format(Locale.ROOT, "  %-10s  ", label))
                .append(shown(text))
                .append('\n');
    }

    private static String shown(String text) {
        return Shown.cut(Shown.line(text), LONGEST);
    }
}
