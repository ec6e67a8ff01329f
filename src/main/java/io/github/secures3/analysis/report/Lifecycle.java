package io.github.secures3.analysis.report;

import io.github.secures3.analysis.model.LifecycleRule;
import io.github.secures3.analysis.model.Value;
import java.math.BigDecimal;
import java.util.List;

/**
 * Tells what the lifecycle rules of a bucket remove.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-rule.html">Rule</a>
 */
final class Lifecycle {

    private final Value<List<LifecycleRule>> all;
    private final List<LifecycleRule> enabled;

    Lifecycle(Value<List<LifecycleRule>> all) {
        this.all = all;
        this.enabled = all.known().orElse(List.of()).stream()
                .filter(rule -> rule.status().mayBe("Enabled"::equals))
                .toList();
    }

    /** Whether a rule may be there that is not known. */
    private boolean isUnknown() {
        return all.isUnknown()
                || enabled.stream().anyMatch(rule -> rule.status().isUnknown());
    }

    /** The line about the bucket's lifecycle; noncurrent versions have their place beside versioning. */
    Protection protection() {
        Parts parts = new Parts(Protection.Topic.LIFECYCLE);
        if (all.isUnknown()) {
            parts.unknown(all, "");
        }
        for (LifecycleRule rule : enabled) {
            if (rule.status().isUnknown()) {
                parts.unknown(rule.status(), "a rule");
            } else {
                period("incomplete uploads aborted after", "incomplete uploads", uploads(rule), rule, parts);
                period("objects expire after", "objects", rule.expirationInDays(), rule, parts);
                date(rule, parts);
            }
        }
        boolean covered = enabled.stream()
                .anyMatch(rule -> !uploads(rule).isAbsent() && scope(rule).isEmpty());
        if (!covered && !isUnknown()) {
            boolean some = enabled.stream().anyMatch(rule -> !uploads(rule).isAbsent());
            parts.missing(some ? "other incomplete uploads kept" : "incomplete uploads kept");
        }
        return parts.protection();
    }

    /** How long noncurrent versions are kept. */
    void noncurrentVersions(Parts parts) {
        boolean kept = !all.isUnknown();
        for (LifecycleRule rule : enabled) {
            if (rule.status().isUnknown()) {
                kept = false;
            } else if (!rule.noncurrentDays().isAbsent()) {
                kept = false;
                noncurrentVersions(rule, parts);
            }
        }
        if (kept) {
            parts.holds("noncurrent versions kept forever");
        }
    }

    private static void noncurrentVersions(LifecycleRule rule, Parts parts) {
        Value<BigDecimal> days = rule.noncurrentDays();
        Value<BigDecimal> versions = rule.newerNoncurrentVersions();
        if (days.isUnknown() || versions.isUnknown()) {
            parts.unknown(days.isUnknown() ? days : versions, "noncurrent versions" + scope(rule));
            return;
        }
        String least = versions.isAbsent() ? "" : ", at least " + Words.text(versions);
        parts.holds("noncurrent versions kept " + Words.period(days, "day") + least + scope(rule));
    }

    private static Value<BigDecimal> uploads(LifecycleRule rule) {
        return rule.abortIncompleteUploadsAfterDays();
    }

    private static void period(String known, String about, Value<BigDecimal> days, LifecycleRule rule, Parts parts) {
        if (days.isUnknown()) {
            parts.unknown(days, about + scope(rule));
        } else if (!days.isAbsent()) {
            parts.holds(known + " " + Words.period(days, "day") + scope(rule));
        }
    }

    private static void date(LifecycleRule rule, Parts parts) {
        Value<String> date = rule.expirationDate();
        if (date.isUnknown()) {
            parts.unknown(date, "objects" + scope(rule));
        } else if (!date.isAbsent()) {
            parts.holds("objects expire on " + Words.text(date) + scope(rule));
        }
    }

    /** Which part of the bucket the rule covers; empty when it covers all of it. */
    private static String scope(LifecycleRule rule) {
        boolean filtered = rule.tags().mayBe(tags -> !tags.isEmpty())
                || !rule.objectSizeGreaterThan().isAbsent()
                || !rule.objectSizeLessThan().isAbsent();
        if (rule.prefix().isUnknown()) {
            return ", prefix " + Words.unknown(rule.prefix());
        }
        if (filtered) {
            return " for some objects";
        }
        return rule.prefix().isSurely(prefix -> !prefix.isEmpty()) ? " under '" + Words.text(rule.prefix()) + "'" : "";
    }
}
