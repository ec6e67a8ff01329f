package io.github.secures3.analysis.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.secures3.analysis.finding.Acceptance;
import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.SourceLine;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Findings in SARIF 2.1.0, as code scanning takes them.
 *
 * <p>A result has its place in the template, relative to the working directory where the file lies in it; or the line of the app that makes the
 * resource, where that is asked for and known. Logical locations are the construct path and the resource. Its fingerprint is made of rule, resource
 * and message: it stays when lines move. What a baseline accepts is suppressed. Changes that leave security as it was or strengthen it are left
 * out, for code scanning makes an alert of every result.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 * @see <a href="https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning">What
 *     GitHub reads of it</a>
 * @since 0.1
 */
public final class SarifRenderer {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final SarifPlaces places;
    private final Map<RuleText, Integer> indexes = new LinkedHashMap<>();
    private final Map<String, Integer> fingerprints = new HashMap<>();

    private final @Nullable Path sources;

    private SarifRenderer(Path workingDirectory, @Nullable Path sources) {
        this.places = new SarifPlaces(workingDirectory);
        this.sources = sources;
    }

    /**
     * The findings as one run.
     *
     * @param command the command that found them, such as {@code check}; runs of different commands are kept apart
     * @param sources where the sources of the app lie, which results then point into; or null
     */
    public static String render(String command, List<Reported> findings, RuleTexts rules, @Nullable Path sources) {
        return render(command, findings, rules, sources, Path.of(""));
    }

    static String render(
            String command, List<Reported> findings, RuleTexts rules, @Nullable Path sources, Path workingDirectory) {
        return new SarifRenderer(workingDirectory, sources).log(command, findings, rules);
    }

    private String log(String command, List<Reported> findings, RuleTexts rules) {
        ObjectNode log = PrettyJson.object();
        log.put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", Tool.NAME).put("version", Tool.version()).put("informationUri", Tool.PAGE);
        ArrayNode described = driver.putArray("rules");
        for (RuleText rule : rules.withThoseOf(findings)) {
            indexes.put(rule, indexes.size());
            describe(rule, described.addObject());
        }
        run.putObject("automationDetails").put("id", Tool.NAME + "/" + command + "/");
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        findings.stream()
                .filter(Reported::asksForAction)
                .forEach(each -> result(each, rules.of(each.finding()), results.addObject()));
        return PrettyJson.write(log);
    }

    private static void describe(RuleText rule, ObjectNode node) {
        String page = rule.page();
        String more = page == null ? "" : "\n\nMore: " + page;
        String title = Shown.line(rule.title());
        node.put("id", rule.id().text());
        node.putObject("shortDescription").put("text", title);
        node.putObject("fullDescription").put("text", title + ".");
        ObjectNode help = node.putObject("help");
        help.put("text", title + "." + controls(rule) + more);
        help.put(
                "markdown",
                Markdown.text(title) + "." + controls(rule)
                        + (page == null ? "" : "\n\n" + Markdown.link("More about this rule", page)));
        if (page != null) {
            node.put("helpUri", page);
        }
        node.putObject("defaultConfiguration").put("level", rule.severity().text());
        ObjectNode properties = node.putObject("properties");
        ArrayNode tags = properties.putArray("tags").add("security").add("aws-s3");
        rule.controls().forEach(tags::add);
        properties.put("security-severity", securitySeverity(rule.severity()));
    }

    private static String controls(RuleText rule) {
        return rule.controls().isEmpty() ? "" : "\n\nAlso asked for by " + String.join(", ", rule.controls()) + ".";
    }

    /** On GitHub's scale 7.0 to 8.9 is high, 4.0 to 6.9 medium, below that low. */
    private static String securitySeverity(Severity severity) {
        return switch (severity) {
            case ERROR -> "8.0";
            case WARNING -> "5.0";
            case NOTE -> "2.0";
        };
    }

    private void result(Reported reported, RuleText rule, ObjectNode node) {
        Finding finding = reported.finding();
        node.put("ruleId", finding.rule().text());
        node.put("ruleIndex", indexes.getOrDefault(rule, -1));
        node.put("level", finding.severity().text());
        node.putObject("message").put("text", message(reported));
        ObjectNode location = node.putArray("locations").addObject();
        SourceLine source = reported.source();
        location.set(
                "physicalLocation",
                sources != null && source != null ? places.physical(sources, source) : places.physical(finding.at()));
        location.set("logicalLocations", SarifPlaces.logical(finding));
        if (sources != null && source != null) {
            related(node, finding.at(), "the place in the template");
        }
        Location base = finding.base();
        if (base != null) {
            related(node, base, "the place in the older version");
        }
        ObjectNode prints = node.putObject("partialFingerprints");
        String print = fingerprint(finding);
        prints.put("primaryLocationLineHash", print);
        prints.put("secureS3/v1", print);
        suppress(reported, node);
        ObjectNode properties = node.putObject("properties");
        property("fix", finding.fix(), properties);
        ArrayNode evidence = properties.putArray("evidence");
        for (Evidence each : finding.evidence()) {
            evidence.add(each.kind().text() + ": " + Shown.lines(each.text()));
        }
    }

    private void related(ObjectNode result, Location place, String message) {
        ArrayNode all = result.withArray("relatedLocations");
        ObjectNode related = all.addObject();
        related.put("id", all.size());
        related.set("physicalLocation", places.physical(place));
        related.putObject("message").put("text", message);
    }

    private static void suppress(Reported reported, ObjectNode node) {
        Acceptance acceptance = reported.acceptance();
        if (acceptance != null) {
            ObjectNode suppression = node.putArray("suppressions").addObject();
            suppression
                    .put("kind", "external")
                    .put("status", "accepted")
                    .put("justification", Shown.line(acceptance.reason()));
            suppression
                    .putObject("properties")
                    .put("expires", acceptance.expires().toString());
        }
    }

    private static void property(String name, @Nullable String value, ObjectNode node) {
        if (value != null && !value.isEmpty()) {
            node.put(name, Shown.lines(value));
        }
    }

    /** Bare braces and brackets would mean values to insert, and links. */
    private static String message(Reported reported) {
        Finding finding = reported.finding();
        String fix = finding.fix().isEmpty() ? "" : ". Fix: " + Shown.line(finding.fix());
        return (Shown.line(reported.message()) + fix)
                .replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace("{", "{{")
                .replace("}", "}}");
    }

    /** Equal findings are counted, so that each has a fingerprint of its own. */
    private String fingerprint(Finding finding) {
        String print = SarifPlaces.digest(finding.rule().text(), finding.resource(), finding.message());
        return print + ":" + fingerprints.merge(print, 1, Integer::sum);
    }
}
