package io.github.secures3.analysis.report;

import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.LayerDecision;
import io.github.secures3.analysis.evaluate.NearMiss;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.evaluate.PolicyOrigin;
import io.github.secures3.analysis.evaluate.StatementTrace;
import io.github.secures3.analysis.evaluate.estate.PlacedRequest;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A decision as text: the answer first, then the layers as a table, then why.
 *
 * <p>Names that only a deployment knows are shown in angle brackets. Control characters are shown as {@code ?}, so that a template cannot
 * write to the terminal by itself.
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
            out.append("note: ").append(shown(note)).append('\n');
        }
        return out.toString();
    }

    /** For a comment on a pull request. */
    public static String markdown(PlacedRequest asked, Decision decision) {
        StringBuilder out = new StringBuilder();
        out.append("**").append(decision.outcome().text()).append("**: ");
        out.append(code(asked.request().principal().text())).append(" &rarr; ");
        out.append(code(asked.request().action()))
                .append(" on ")
                .append(code(asked.request().resource()))
                .append("\n\n");
        out.append("| layer | decision | statements |\n|---|---|---|\n");
        for (LayerDecision layer : decision.layers()) {
            out.append("| ").append(layer.layer().text()).append(" | ");
            out.append(layer.outcome().text()).append(" | ");
            List<String> statements = statements(layer);
            out.append(String.join(
                            "<br>",
                            statements.stream().map(DecisionRenderer::code).toList()))
                    .append(" |\n");
        }
        if (decision.unknowns().isEmpty()) {
            out.append("\nWhy: ").append(escaped(shown(decision.reason()))).append("\n");
        } else {
            out.append("\nWhy: the answer depends on what is not known\n\n");
            decision.unknowns()
                    .forEach(unknown ->
                            out.append("- ").append(escaped(shown(unknown))).append("\n"));
        }
        for (String note : asked.notes()) {
            out.append("- note: ").append(escaped(shown(note))).append("\n");
        }
        return out.toString();
    }

    private static void why(Decision decision, StringBuilder out) {
        if (decision.unknowns().isEmpty()) {
            out.append("\nwhy: ").append(shown(decision.reason())).append('\n');
            return;
        }
        out.append("\nwhy: the answer depends on what is not known\n");
        for (String unknown : decision.unknowns()) {
            out.append("  - ").append(shown(unknown)).append('\n');
        }
    }

    private static String headline(PlacedRequest asked, Decision decision) {
        String answer = switch (decision.outcome()) {
            case ALLOWED -> "ALLOWED";
            case EXPLICITLY_DENIED -> "DENIED (explicitly)";
            case IMPLICITLY_DENIED -> "DENIED (nothing allows it)";
            case UNDECIDED -> "UNDECIDED";
        };
        return answer + "\n  principal  " + shown(asked.request().principal().text()) + "\n  action     "
                + shown(asked.request().action()) + "\n  resource   "
                + shown(asked.request().resource());
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
                texts.add(shown(statement.effect().text() + " " + name(statement.sid(), statement.index())
                        + place(statement.origin()) + (statement.matched().isTrue() ? "" : " (may match)")));
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
                        .append(shown(miss.effect().text() + " " + name(miss.sid(), miss.index()) + place(miss.origin())
                                + ": fails at " + miss.reason()))
                        .append('\n');
                shown++;
            }
        }
    }

    private static String name(@Nullable String sid, int index) {
        return sid == null || sid.isEmpty() ? "statement " + index : sid;
    }

    private static String place(@Nullable PolicyOrigin origin) {
        if (origin == null) {
            return "";
        }
        String id = origin.logicalId();
        String line = origin.line() > 0 ? ":" + origin.line() : "";
        return " of " + (id == null ? "" : id + " ") + "(" + origin.file() + line + ")";
    }

    /** Markers of unknown values as {@code <name>}, and nothing that a terminal would obey. */
    private static String shown(String text) {
        return UnresolvedToken.shown(text).replaceAll("\\p{Cntrl}", "?");
    }

    private static String code(String text) {
        return "`" + shown(text).replace('`', '\'').replace("|", "\\|") + "`";
    }

    private static String escaped(String text) {
        return text.replace("<", "&lt;").replace(">", "&gt;").replace("|", "\\|");
    }
}
