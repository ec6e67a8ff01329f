package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Acceptance;
import io.github.secures3.analysis.finding.Baseline;
import io.github.secures3.analysis.finding.RuleId;
import io.github.secures3.analysis.template.InputFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a baseline, in JSON or YAML: an object with a list {@code accepted}, each entry with {@code rule}, {@code resource}, {@code reason} and
 * {@code expires} as {@code YYYY-MM-DD}. All four are required.
 *
 * @since 0.1
 */
public final class BaselineReader {

    private static final String LIST = "accepted";
    private static final Set<String> MEMBERS = Set.of("rule", "resource", "reason", "expires");

    private BaselineReader() {}

    /**
     * Reads a baseline.
     *
     * @throws io.github.secures3.analysis.template.TemplateException if the file is none; it names file, line and column
     */
    public static Baseline read(Path path) {
        InputFile.Entry root = InputFile.read(path);
        Map<String, InputFile.Entry> members = root.members()
                .orElseThrow(
                        () -> root.problem("a baseline is an object with a list '" + LIST + "', not " + root.shown()));
        for (Map.Entry<String, InputFile.Entry> member : members.entrySet()) {
            if (!member.getKey().equals(LIST)) {
                throw member.getValue()
                        .problem("a baseline has no member '" + member.getKey() + "'; it has a list '" + LIST + "'");
            }
        }
        InputFile.Entry list = members.get(LIST);
        if (list == null) {
            throw root.problem("the baseline has no list '" + LIST + "'; leave the list empty to accept nothing");
        }
        List<Acceptance> entries = new ArrayList<>();
        for (InputFile.Entry entry : list.items()
                .orElseThrow(() -> list.problem("'" + LIST + "' is a list of entries, not " + list.shown()))) {
            entries.add(entry(entry));
        }
        return new Baseline(entries);
    }

    private static Acceptance entry(InputFile.Entry entry) {
        Map<String, InputFile.Entry> members = entry.members()
                .orElseThrow(() -> entry.problem(
                        "an entry is an object with rule, resource, reason and expires, not " + entry.shown()));
        for (Map.Entry<String, InputFile.Entry> member : members.entrySet()) {
            if (!MEMBERS.contains(member.getKey())) {
                throw member.getValue()
                        .problem("an entry has no member '" + member.getKey()
                                + "'; it has rule, resource, reason and expires");
            }
        }
        return new Acceptance(
                rule(entry, members),
                text(entry, members, "resource", "the stack and logical id or construct path, such as Orders/Data"),
                text(entry, members, "reason", "why the finding is accepted"),
                day(entry, members),
                entry.at());
    }

    private static RuleId rule(InputFile.Entry entry, Map<String, InputFile.Entry> members) {
        String text = text(entry, members, "rule", "the id of the rule, such as bucket.access-logging");
        try {
            return RuleId.of(text);
        } catch (IllegalArgumentException noRuleId) {
            throw members.getOrDefault("rule", entry).problem(String.valueOf(noRuleId.getMessage()));
        }
    }

    private static LocalDate day(InputFile.Entry entry, Map<String, InputFile.Entry> members) {
        String text = text(entry, members, "expires", "the last day on which the entry counts, as YYYY-MM-DD");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            throw members.getOrDefault("expires", entry)
                    .problem("expires is '" + text + "'; write the last day on which the entry counts, as YYYY-MM-DD");
        }
    }

    private static String text(
            InputFile.Entry entry, Map<String, InputFile.Entry> members, String name, String meaning) {
        InputFile.Entry member = members.get(name);
        if (member == null || member.isNothing()) {
            throw entry.problem("the entry has no '" + name + "'; give " + meaning);
        }
        String text = member.text()
                .orElseThrow(
                        () -> member.problem("'" + name + "' is a text, not " + member.shown() + "; give " + meaning));
        if (text.isBlank()) {
            throw member.problem("'" + name + "' is empty; give " + meaning);
        }
        return text;
    }
}
