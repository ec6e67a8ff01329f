package io.github.secures3.analysis.report;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import java.util.ArrayList;
import java.util.List;

/** How many findings there are of each severity. */
record Tally(long errors, long warnings, long notes) {

    static Tally of(List<Finding> findings) {
        return new Tally(
                count(findings, Severity.ERROR), count(findings, Severity.WARNING), count(findings, Severity.NOTE));
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** {@code 1 error, 2 warnings}, or {@code nothing found}. */
    String words() {
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
