package io.github.secures3.analysis.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the policy of a bucket.
 *
 * @param protection statements and size
 * @param denies the Sids of its Deny statements
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucketpolicy.html">
 *     AWS::S3::BucketPolicy</a>
 */
record BucketPolicy(Protection protection, List<String> denies) {

    static BucketPolicy of(Resource bucket, Template template) {
        Parts parts = new Parts(Protection.Topic.BUCKET_POLICY);
        List<String> denies = new ArrayList<>();
        List<Resource> policies = template.ofType("AWS::S3::BucketPolicy").stream()
                .filter(policy -> isFor(bucket, policy.property("Bucket"), template))
                .toList();
        if (policies.isEmpty()) {
            parts.missing("none");
        }
        if (policies.size() > 1) {
            parts.missing(Words.count(policies.size(), "policy resource") + ", of which S3 keeps one");
        }
        for (Resource policy : policies) {
            if (policy.existsWith(bucket)) {
                read(policy.property("PolicyDocument"), template, parts, denies);
            } else {
                parts.unknown(Delivery.onCondition(policy), "");
            }
        }
        return new BucketPolicy(parts.protection(), denies);
    }

    private static boolean isFor(Resource bucket, Value name, Template template) {
        if (name.isUnknown()) {
            return template.referenced(name.node()).filter(bucket::equals).isPresent();
        }
        return name.text().isPresent()
                && name.text().equals(bucket.property("BucketName").text());
    }

    private static void read(Value given, Template template, Parts parts, List<String> denies) {
        Value document = given.node().isTextual() ? parsed(given) : given;
        if (document.isUnknown() || !document.node().isObject()) {
            parts.unknown(document.misread(), "");
            return;
        }
        int known = 0;
        int withoutSid = 0;
        Optional<Value> unknown = Optional.empty();
        for (Value statement : document.get("Statement").items()) {
            Value effect = statement.get("Effect");
            if (effect.isUnknown()) {
                unknown = unknown.or(() -> Optional.of(effect));
                continue;
            }
            known++;
            if (effect.text().orElse("").equals("Deny")) {
                Optional<String> sid = statement.get("Sid").text();
                sid.ifPresent(denies::add);
                withoutSid += sid.isPresent() ? 0 : 1;
            }
        }
        PolicySizeEstimate size = PolicySizeEstimate.of(document.node(), template);
        String sized = (size.exact() ? "" : "about ") + Words.grouped(size.bytes()) + " of "
                + Words.grouped(PolicySizeEstimate.LIMIT) + " bytes";
        boolean fits = size.bytes() <= PolicySizeEstimate.LIMIT;
        parts.add(
                fits ? Protection.State.HOLDS : Protection.State.MISSING,
                Words.count(known, "statement") + ", " + sized + (fits ? "" : ": too large"));
        unknown.ifPresent(value -> parts.unknown(value, "more statements"));
        if (withoutSid > 0) {
            parts.holds("Deny without Sid: " + withoutSid);
        }
        if (denies.isEmpty() && withoutSid == 0) {
            parts.missing("denies nothing");
        }
    }

    private static Value parsed(Value given) {
        JsonNode node =
                given.isUnknown() ? given.node() : JsonFile.parse(given.node().asText());
        return given.isUnknown() || !node.isObject() ? given : Value.of(given.name(), node);
    }
}
