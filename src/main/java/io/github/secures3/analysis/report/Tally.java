package io.github.secures3.analysis.report;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * How many findings there are of each severity.
 *
 * @param errors how many errors
 * @param warnings how many warnings
 * @param notes how many notes
 * @since 0.1
 */
public record Tally(long errors, long warnings, long notes) {

    /** Counts them. */
    public static Tally of(List<Finding> findings) {
        return new Tally(
                count(findings, Severity.ERROR), count(findings, Severity.WARNING), count(findings, Severity.NOTE));
    }

    /** Counts those that no baseline accepts. */
    public static Tally ofOpen(List<Reported> findings) {
        return of(findings.stream()
                .filter(Reported::isOpen)
                .map(Reported::finding)
                .toList());
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return errors + warnings + notes == 0;
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** {@code 1 error, 2 warnings}, or {@code nothing found}. */
    public String words() {
        List<String> words = new ArrayList<>();
        add(words, errors, Severity.ERROR);
        add(words, warnings, Severity.WARNING);
        add(words, notes, Severity.NOTE);
        return words.isEmpty() ? "nothing found" : String.join(", ", words);
    }

    private static void add(List<String> words, long number, Severity severity) {
        if (number > 0) {
            words.add(Words.grouped(number) + " " + severity.text() + (number == 1 ? "" : "s"));
        }
    }
}
