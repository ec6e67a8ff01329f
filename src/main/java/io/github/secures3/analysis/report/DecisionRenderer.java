package io.github.secures3.analysis.report;

import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.LayerDecision;
import io.github.secures3.analysis.evaluate.NearMiss;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.evaluate.StatementTrace;
import io.github.secures3.analysis.evaluate.estate.PlacedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A decision as text: the answer first, then the layers as a table, then why.
 *
 * <p>Names that only a deployment knows are shown in angle brackets. What would steer a terminal is shown as {@code ?}, so that a template
 * cannot write to it by itself.
 *
 * @since 0.1
 */
public final class DecisionRenderer {

    private static final int MOST_NEAR_MISSES = 6;
    private static final List<String> HEADER = List.of("layer", "decision", "statements");

    private DecisionRenderer() {}

    /** For a terminal, without colour. */
    public static String text(PlacedRequest asked, Decision decision) {
        StringBuilder out = new StringBuilder();
        out.append(headline(asked, decision)).append("\n\n");
        table(decision, out);
        why(decision, out);
        nearMisses(decision, out);
        for (String note : asked.notes()) {
            out.append("note: ").append(Shown.line(note)).append('\n');
        }
        return out.toString();
    }

    /** For a comment on a pull request. */
    public static String markdown(PlacedRequest asked, Decision decision) {
        StringBuilder out = new StringBuilder();
        out.append("**").append(decision.outcome().text()).append("**: ");
        out.append(Markdown.code(asked.request().principal().text())).append(" &rarr; ");
        out.append(Markdown.code(asked.request().action()))
                .append(" on ")
                .append(Markdown.code(asked.request().resource()))
                .append("\n\n");
        out.append("| layer | decision | statements |\n|---|---|---|\n");
        for (LayerDecision layer : decision.layers()) {
            out.append("| ").append(layer.layer().text()).append(" | ");
            out.append(layer.outcome().text()).append(" | ");
            List<String> statements = statements(layer);
            out.append(String.join(
                            "<br>", statements.stream().map(Markdown::code).toList()))
                    .append(" |\n");
        }
        if (decision.unknowns().isEmpty()) {
            out.append("\nWhy: ").append(Markdown.text(decision.reason())).append("\n");
        } else {
            out.append("\nWhy: the answer depends on what is not known\n\n");
            decision.unknowns()
                    .forEach(unknown ->
                            out.append("- ").append(Markdown.text(unknown)).append("\n"));
        }
        for (String note : asked.notes()) {
            out.append("- note: ").append(Markdown.text(note)).append("\n");
        }
        return out.toString();
    }

    private static void why(Decision decision, StringBuilder out) {
        if (decision.unknowns().isEmpty()) {
            out.append("\nwhy: ").append(Shown.line(decision.reason())).append('\n');
            return;
        }
        out.append("\nwhy: the answer depends on what is not known\n");
        for (String unknown : decision.unknowns()) {
            out.append("  - ").append(Shown.line(unknown)).append('\n');
        }
    }

    private static String headline(PlacedRequest asked, Decision decision) {
        String answer = switch (decision.outcome()) {
            case ALLOWED -> "ALLOWED";
            case EXPLICITLY_DENIED -> "DENIED (explicitly)";
            case IMPLICITLY_DENIED -> "DENIED (nothing allows it)";
            case UNDECIDED -> "UNDECIDED";
        };
        return answer + "\n  principal  "
                + Shown.line(asked.request().principal().text()) + "\n  action     "
                + Shown.line(asked.request().action()) + "\n  resource   "
                + Shown.line(asked.request().resource());
    }

    private static void table(Decision decision, StringBuilder out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        for (LayerDecision layer : decision.layers()) {
            List<String> statements = statements(layer);
            rows.add(List.of(
                    layer.layer().text(), layer.outcome().text(), statements.isEmpty() ? "-" : statements.get(0)));
            for (int at = 1; at < statements.size(); at++) {
                rows.add(List.of("", "", statements.get(at)));
            }
        }
        int first = width(rows, 0);
        int second = width(rows, 1);
        for (List<String> row : rows) {
            String line = String.format(
                    Locale.ROOT, "%-" + first + "s  %-" + second + "s  %s", row.get(0), row.get(1), row.get(2));
            out.append(line.stripTrailing()).append('\n');
        }
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(1);
    }

    private static List<String> statements(LayerDecision layer) {
        List<String> texts = new ArrayList<>();
        for (StatementTrace statement : layer.statements()) {
            if (statement.matched().isTrue() || layer.outcome() == Outcome.UNDECIDED) {
                texts.add(Shown.line(
                        StatementTitle.of(statement) + (statement.matched().isTrue() ? "" : " (may match)")));
            }
        }
        return texts;
    }

    private static void nearMisses(Decision decision, StringBuilder out) {
        int shown = 0;
        for (LayerDecision layer : decision.layers()) {
            for (NearMiss miss : layer.nearMisses()) {
                if (shown == MOST_NEAR_MISSES) {
                    out.append("  ...\n");
                    return;
                }
                out.append(shown == 0 ? "nearly matched:\n" : "");
                out.append("  ")
                        .append(Shown.line(StatementTitle.of(miss.effect(), miss.sid(), miss.index(), miss.origin())
                                + ": fails at " + miss.reason()))
                        .append('\n');
                shown++;
            }
        }
    }
}
