package io.github.secures3.analysis.finding;

import io.github.secures3.analysis.model.Location;
import io.github.secures3.policy.Pattern;
import io.github.secures3.policy.PolicyVersion;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One entry of a baseline: findings that are accepted until a day, and why.
 *
 * @param rule the rule whose findings are accepted
 * @param resource the resource, as stack and logical id or as construct path; {@code *} stands for any characters, {@code ?} for one
 * @param reason why they are accepted
 * @param expires the last day on which they are
 * @param at where the entry stands
 * @since 0.1
 */
public record Acceptance(RuleId rule, String resource, String reason, LocalDate expires, Location at) {

    /** Checks that nothing is missing. */
    public Acceptance {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(expires, "expires");
        Objects.requireNonNull(at, "at");
    }

    /** Whether the entry is about this finding, expired or not. */
    public boolean isAbout(Finding finding) {
        if (!rule.equals(finding.rule())) {
            return false;
        }
        Pattern pattern = Pattern.parse(resource, PolicyVersion.V2008_10_17);
        String path = finding.constructPath();
        return pattern.matches(finding.resource()) || (path != null && pattern.matches(path));
    }

    /** Whether the entry counts no longer on this day. */
    public boolean isExpired(LocalDate today) {
        return today.isAfter(expires);
    }
}
