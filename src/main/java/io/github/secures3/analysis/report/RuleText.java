package io.github.secures3.analysis.report;

import io.github.secures3.analysis.finding.RuleId;
import io.github.secures3.analysis.finding.Severity;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What reports say about a rule.
 *
 * @param id its id
 * @param severity how much a violation weighs
 * @param title what should be so, in one sentence without a full stop
 * @param page an address that says more, or null
 * @param controls requirements of other catalogs that ask for the same, such as {@code AWS Security Hub S3.9}
 * @since 0.1
 */
public record RuleText(
        RuleId id,
        Severity severity,
        String title,
        @Nullable String page,
        List<String> controls) {

    /** Copies the controls and checks that nothing is missing. */
    public RuleText {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(title, "title");
        controls = List.copyOf(controls);
    }

    /** What can be said about a rule that nobody describes: the words of its id. */
    static RuleText unknown(RuleId id, Severity severity) {
        return new RuleText(id, severity, id.text().replace('.', ' ').replace('-', ' '), null, List.of());
    }
}
