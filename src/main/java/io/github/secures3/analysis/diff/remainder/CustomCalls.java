package io.github.secures3.analysis.diff.remainder;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.CustomResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls of AWS that the deployment makes by an {@code AwsCustomResource} of the CDK, such as {@code PutBucketPolicy} of S3: what they do to buckets,
 * keys, identities or the organization stands in no other resource. Calls that only read do not count.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.custom_resources.AwsCustomResource.html">AwsCustomResource</a>
 * @since 0.1
 */
public final class CustomCalls implements DiffEvaluator {

    private static final Fact FACT = Fact.of(
            "custom-call",
            "what the deployment does to buckets, keys and identities by calls of AWS stays as it was",
            Kind.OTHER,
            Severity.WARNING);
    private static final String FIX = "check what the call does, or say it by a resource of CloudFormation";
    private static final List<String> EVENTS = List.of("Create", "Update", "Delete");
    private static final String MEMBER = "\\\\*\"%s\\\\*\"\\s*:\\s*\\\\*\"(?:@aws-sdk/client-)?([\\w-]+)\\\\*\"";
    private static final Pattern SERVICE = Pattern.compile(MEMBER.formatted("service"));
    private static final Pattern ACTION = Pattern.compile(MEMBER.formatted("action"));
    private static final Pattern READING = Pattern.compile("(?i)(get|list|describe|head).*");
    private static final Set<String> SERVICES = Set.of(
            "accessanalyzer",
            "backup",
            "cloudtrail",
            "configservice",
            "guardduty",
            "iam",
            "kms",
            "macie2",
            "organizations",
            "s3",
            "s3control",
            "s3tables",
            "s3vectors",
            "securityhub");

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (CustomResource resource : differences.removed(CustomResource.class)) {
            calls(resource)
                    .forEach(call -> changes.add(
                            FACT.removed(resource, Direction.UNDECIDED, "the call " + call + " is gone", FIX)));
        }
        for (CustomResource resource : differences.added(CustomResource.class)) {
            calls(resource)
                    .forEach(call -> changes.add(
                            FACT.added(resource, Direction.UNDECIDED, "the call " + call + " is new", FIX)));
        }
        for (Pair<CustomResource> pair : differences.pairs(CustomResource.class)) {
            Set<String> calls = calls(pair.base());
            calls.addAll(calls(pair.head()));
            if (!calls.isEmpty() && !EVENTS.stream().allMatch(pair::hasSame)) {
                changes.add(FACT.changed(
                        pair,
                        Direction.UNDECIDED,
                        "the call " + String.join(" or ", calls) + " is another than before",
                        FIX));
            }
        }
        return changes;
    }

    /** The calls that may change something, such as {@code putBucketPolicy of S3}. */
    private static Set<String> calls(CustomResource resource) {
        Set<String> calls = new TreeSet<>();
        for (String event : EVENTS) {
            String text = resource.element().property(event).asText().orElse("");
            Matcher service = SERVICE.matcher(text);
            Matcher action = ACTION.matcher(text);
            if (service.find() && action.find()) {
                String name = service.group(1).toLowerCase(Locale.ROOT).replace("-", "");
                if (SERVICES.contains(name) && !READING.matcher(action.group(1)).matches()) {
                    calls.add(action.group(1) + " of " + service.group(1));
                }
            }
        }
        return calls;
    }
}
