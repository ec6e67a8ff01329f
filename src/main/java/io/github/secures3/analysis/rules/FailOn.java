package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;

/**
 * From which findings on a check fails.
 *
 * @since 0.1
 */
public enum FailOn {
    /** Errors, and rules of that weight that cannot be decided. */
    ERROR,
    /** Warnings and errors, and rules of either weight that cannot be decided. */
    WARNING,
    /** Nothing: findings are shown and no more. */
    NEVER;

    /**
     * Whether this finding makes a check fail. What cannot be decided counts with the severity that it would have if it were so, unless the template
     * explains it.
     */
    public boolean isReachedBy(Finding finding, RuleSet rules) {
        if (this == NEVER) {
            return false;
        }
        Severity least = this == ERROR ? Severity.ERROR : Severity.WARNING;
        if (!finding.isUndecided()) {
            return finding.severity().isAtLeast(least);
        }
        return finding.severity().isAtLeast(Severity.WARNING)
                && rules.rule(finding.rule())
                        .filter(rule -> rule.severity().isAtLeast(least))
                        .isPresent();
    }
}
