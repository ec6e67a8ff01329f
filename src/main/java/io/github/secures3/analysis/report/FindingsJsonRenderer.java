package io.github.secures3.analysis.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.finding.Acceptance;
import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.SourceLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Findings for programs, as JSON after {@code docs/schemas/findings.schema.json}.
 *
 * <p>Within one value of {@code format} members are added, never removed or changed. A text in angle brackets is a value that only the
 * deployment knows.
 *
 * @since 0.1
 */
public final class FindingsJsonRenderer {

    /** The version of the form. */
    static final int FORMAT = 1;

    private FindingsJsonRenderer() {}

    /**
     * The findings, in their order.
     *
     * @param verdict what they come to, such as {@code weakened}
     */
    public static String render(String verdict, List<Reported> findings, RuleTexts rules) {
        ObjectNode root = PrettyJson.object();
        root.put("format", FORMAT);
        root.putObject("tool").put("name", Tool.NAME).put("version", Tool.version());
        root.put("verdict", verdict);
        Tally tally = Tally.ofOpen(findings);
        root.putObject("counts")
                .put("error", tally.errors())
                .put("warning", tally.warnings())
                .put("note", tally.notes())
                .put(
                        "accepted",
                        findings.stream().filter(each -> !each.isOpen()).count());
        ArrayNode list = root.putArray("findings");
        findings.forEach(each -> add(each, rules.of(each.finding()), list.addObject()));
        return PrettyJson.write(root);
    }

    private static void add(Reported reported, RuleText rule, ObjectNode node) {
        Finding finding = reported.finding();
        node.put("rule", finding.rule().text());
        node.put("title", Shown.line(rule.title()));
        if (rule.page() != null) {
            node.put("page", rule.page());
        }
        node.put("severity", finding.severity().text());
        Direction direction = reported.direction();
        if (direction != null) {
            node.put("direction", direction.text());
        }
        node.put("resource", Shown.line(finding.resource()));
        String path = finding.constructPath();
        if (path != null) {
            node.put("constructPath", Shown.line(path));
        }
        SourceLine source = reported.source();
        if (source != null) {
            node.putObject("source").put("file", Shown.line(source.file())).put("line", source.line());
        }
        place("location", finding.at(), node);
        place("base", finding.base(), node);
        node.put("message", Shown.lines(finding.message()));
        if (!finding.fix().isEmpty()) {
            node.put("fix", Shown.lines(finding.fix()));
        }
        ArrayNode evidence = node.putArray("evidence");
        for (Evidence each : finding.evidence()) {
            evidence.addObject().put("kind", each.kind().text()).put("text", Shown.lines(each.text()));
        }
        Acceptance acceptance = reported.acceptance();
        if (acceptance != null) {
            ObjectNode accepted = node.putObject("accepted");
            accepted.put("reason", Shown.lines(acceptance.reason()))
                    .put("expires", acceptance.expires().toString());
            place("location", acceptance.at(), accepted);
        }
    }

    private static void place(String name, @Nullable Location place, ObjectNode node) {
        if (place != null) {
            node.putObject(name)
                    .put("file", place.file())
                    .put("line", place.line())
                    .put("column", place.column())
                    .put("pointer", place.pointer());
        }
    }
}
