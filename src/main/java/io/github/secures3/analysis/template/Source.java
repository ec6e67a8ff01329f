package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.NamedPolicy;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.PolicyType;
import java.util.List;

/**
 * A resource that is being read.
 *
 * @param element what it has in common with all resources
 * @param properties its properties
 * @param references what names of its stack stand for
 * @param customBucketResources what custom resources of its stack do to buckets
 * @param place where it stands
 */
record Source(
        Element element,
        Properties properties,
        References references,
        CustomBucketResources customBucketResources,
        Place place) {

    Value<String> text(String name) {
        return properties.text(name);
    }

    Value<LocatedPolicy> policy(String name, PolicyType type) {
        return PolicyNodes.read(properties.get(name), type);
    }

    /** The inline policies of a role, user or group. */
    Value<List<NamedPolicy>> inlinePolicies() {
        return properties.list(
                "Policies",
                policy -> new NamedPolicy(
                        policy.text("PolicyName"),
                        PolicyNodes.read(policy.get("PolicyDocument"), PolicyType.IDENTITY)));
    }

    /** The name that {@code Ref} or the attribute gives. */
    Value<String> name(String attribute) {
        return Properties.text(references.attribute(element.logicalId(), attribute, place));
    }

    /** The ARN that {@code Ref} or the attribute gives, markers for unknown parts included. */
    String arn(String attribute) {
        return references.text(element.logicalId(), attribute, place);
    }
}
