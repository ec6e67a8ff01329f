package io.github.secures3.analysis.report;

import io.github.secures3.analysis.diff.EstateDiff;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a comparison comes to, in a sentence and in numbers.
 *
 * @since 0.1
 */
public final class DiffSummary {

    private DiffSummary() {}

    /** One sentence with a full stop. */
    public static String sentence(EstateDiff diff) {
        boolean accepted = diff.changes().stream()
                .anyMatch(change -> diff.acceptance(change).isPresent());
        return switch (diff.verdict()) {
            case WEAKENED -> "Access opens, a protection falls or data is at risk, or this cannot be ruled out.";
            case CHANGED ->
                accepted
                        ? "What is weaker is accepted by the baseline."
                        : "Something is different, and nothing is weaker.";
            case UNCHANGED -> "Nothing that matters to security is different.";
        };
    }

    /** How many changes there are of each label, such as {@code 2 weakened, 1 accepted}; empty where there are none. */
    public static String counts(List<Reported> reported) {
        Map<String, Long> counts = reported.stream()
                .filter(each -> each.direction() != null)
                .collect(Collectors.groupingBy(Reported::label, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(each -> Words.grouped(each.getValue()) + " " + each.getKey())
                .collect(Collectors.joining(", "));
    }
}
