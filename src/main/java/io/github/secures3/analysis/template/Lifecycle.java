package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.LifecycleRule;
import io.github.secures3.analysis.model.Transition;
import io.github.secures3.analysis.model.Value;
import java.math.BigDecimal;
import java.util.List;

/**
 * Reads lifecycle rules. Properties that older templates use for one transition or one number are read as their successors.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-rule.html">Rule</a>
 */
final class Lifecycle {

    private Lifecycle() {}

    static Value<List<LifecycleRule>> rules(Properties configuration) {
        return configuration.list("Rules", Lifecycle::rule);
    }

    private static LifecycleRule rule(Properties rule) {
        Properties noncurrent = rule.child("NoncurrentVersionExpiration");
        Value<BigDecimal> older = rule.number("NoncurrentVersionExpirationInDays");
        Value<BigDecimal> days = noncurrent.number("NoncurrentDays");
        return new LifecycleRule(
                rule.text("Id"),
                rule.text("Status"),
                rule.text("Prefix"),
                rule.tags("TagFilters"),
                rule.number("ObjectSizeGreaterThan"),
                rule.number("ObjectSizeLessThan"),
                rule.number("ExpirationInDays"),
                rule.text("ExpirationDate"),
                rule.flag("ExpiredObjectDeleteMarker"),
                days.isAbsent() ? older : days,
                noncurrent.number("NewerNoncurrentVersions"),
                rule.child("AbortIncompleteMultipartUpload").number("DaysAfterInitiation"),
                transitions(rule, "Transitions", "Transition"),
                transitions(rule, "NoncurrentVersionTransitions", "NoncurrentVersionTransition"));
    }

    private static Value<List<Transition>> transitions(Properties rule, String list, String single) {
        Value<List<Transition>> several = rule.list(list, Lifecycle::transition);
        if (!several.isAbsent()) {
            return several;
        }
        Value<Transition> one = rule.object(single, Lifecycle::transition);
        if (one instanceof Value.Known<Transition> known) {
            return new Value.Known<>(List.of(known.value()), known.at());
        }
        return one instanceof Value.Unknown<Transition> unknown ? unknown.as() : Value.absent();
    }

    private static Transition transition(Properties transition) {
        return new Transition(
                transition.text("StorageClass"),
                transition.number("TransitionInDays"),
                transition.text("TransitionDate"),
                transition.number("NewerNoncurrentVersions"));
    }
}
