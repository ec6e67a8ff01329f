package io.github.secures3.analysis.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * A lifecycle rule that is switched on, or may be.
 *
 * @param rule the rule as the template has it
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-rule.html">Rule</a>
 */
record LifecycleRule(Value rule) {

    static List<LifecycleRule> of(Resource bucket) {
        return bucket.property("LifecycleConfiguration").get("Rules").items().stream()
                .filter(rule -> rule.get("Status").isUnknown()
                        || rule.get("Status").text().orElse("").equals("Enabled"))
                .map(LifecycleRule::new)
                .toList();
    }

    /** The line about the bucket's lifecycle; noncurrent versions have their place beside versioning. */
    static Protection lifecycle(List<LifecycleRule> rules) {
        Parts parts = new Parts(Protection.Topic.LIFECYCLE);
        for (LifecycleRule rule : rules) {
            if (rule.isUnknown()) {
                parts.unknown(rule.decidedBy(), "a rule");
            } else {
                rule.uploads(parts);
                rule.objects(parts);
            }
        }
        if (rules.stream().noneMatch(rule -> rule.isUnknown() || rule.coversAllUploads())) {
            parts.missing(
                    rules.stream().anyMatch(LifecycleRule::abortsUploads)
                            ? "other incomplete uploads kept"
                            : "incomplete uploads kept");
        }
        return parts.protection();
    }

    boolean isUnknown() {
        return decidedBy().isUnknown();
    }

    /** What decides whether the rule is there and runs. */
    private Value decidedBy() {
        return rule.isUnknown() ? rule : rule.get("Status");
    }

    private boolean abortsUploads() {
        return !rule.get("AbortIncompleteMultipartUpload").isAbsent();
    }

    private boolean coversAllUploads() {
        return abortsUploads() && scope().isEmpty();
    }

    boolean expiresNoncurrentVersions() {
        return !isUnknown()
                && (!rule.get("NoncurrentVersionExpiration").isAbsent()
                        || !rule.get("NoncurrentVersionExpirationInDays").isAbsent());
    }

    void noncurrentVersions(Parts parts) {
        Value expiration = rule.get("NoncurrentVersionExpiration");
        boolean old = expiration.isAbsent();
        Value days = old ? rule.get("NoncurrentVersionExpirationInDays") : expiration.get("NoncurrentDays");
        Value versions = expiration.get("NewerNoncurrentVersions");
        if (days.isUnknown() || versions.isUnknown()) {
            parts.unknown(days.isUnknown() ? days : versions, "noncurrent versions" + scope());
            return;
        }
        String least = versions.text().map(text -> ", at least " + text).orElse("");
        parts.holds("noncurrent versions kept " + period(days, "day") + least + scope());
    }

    private void uploads(Parts parts) {
        if (abortsUploads()) {
            Value days = rule.get("AbortIncompleteMultipartUpload").get("DaysAfterInitiation");
            period("incomplete uploads aborted after", "incomplete uploads", days, parts);
        }
    }

    private void objects(Parts parts) {
        if (!rule.get("ExpirationInDays").isAbsent()) {
            period("objects expire after", "objects", rule.get("ExpirationInDays"), parts);
        }
        Value date = rule.get("ExpirationDate");
        if (date.isUnknown()) {
            parts.unknown(date, "objects" + scope());
        } else if (!date.isAbsent()) {
            parts.holds("objects expire on " + date.text().orElse("an unreadable date") + scope());
        }
    }

    private void period(String known, String about, Value days, Parts parts) {
        if (days.isUnknown()) {
            parts.unknown(days, about + scope());
        } else {
            parts.holds(known + " " + period(days, "day") + scope());
        }
    }

    /** {@code 7 days}. */
    static String period(Value number, String unit) {
        String text = number.text().orElse("an unreadable number of");
        return text + " " + unit + (text.equals("1") ? "" : "s");
    }

    /** Which part of the bucket the rule covers; empty when it covers all of it. */
    private String scope() {
        Value prefix = rule.get("Prefix");
        boolean filtered = Stream.of("TagFilters", "ObjectSizeGreaterThan", "ObjectSizeLessThan")
                .map(rule::get)
                .anyMatch(filter -> !filter.isAbsent()
                        && !(filter.node().isArray() && filter.node().isEmpty()));
        if (prefix.isUnknown()) {
            return ", prefix " + prefix.unknown();
        }
        if (filtered) {
            return " for some objects";
        }
        return prefix.text()
                .filter(text -> !text.isEmpty())
                .map(text -> " under '" + text + "'")
                .orElse("");
    }
}
