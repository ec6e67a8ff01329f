package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.evaluate.DemandedKeys;
import io.github.secures3.analysis.model.AccessPoint;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.MultiRegionAccessPoint;
import io.github.secures3.analysis.model.OrganizationPolicy;
import io.github.secures3.analysis.model.PublicAccessBlock;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.analysis.prove.AccessComparison;
import io.github.secures3.analysis.prove.Assumptions;
import io.github.secures3.analysis.prove.PolicyComparison;
import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Conditions;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Why a changed resource protects no less than before: computed, never taken for granted. */
final class Equivalence {

    /** What other policies may allow at the most: a Deny counts against these too. */
    private static final Statement EVERYTHING = new Statement(
            null, Effect.ALLOW, Principals.everyone(), Actions.of("*"), Resources.of("*"), Conditions.none());

    private Equivalence() {}

    /** Why the resource protects no less in the second estate, if that can be shown. */
    static Optional<String> of(Estate before, Estate after, String logicalId) {
        Optional<String> byDefault = byDefault(before, after, logicalId);
        if (byDefault.isPresent()) {
            return byDefault;
        }
        List<StatedPolicy> policies = policies(before, logicalId);
        List<StatedPolicy> changed = policies(after, logicalId);
        boolean differs = false;
        for (int at = 0; at < policies.size() && policies.size() == changed.size(); at++) {
            if (!text(policies.get(at)).equals(text(changed.get(at)))) {
                differs = true;
                if (!allowsNoMore(after, policies.get(at), changed.get(at))) {
                    return Optional.empty();
                }
            }
        }
        return differs ? Optional.of("the policy allows nothing that it did not allow before") : Optional.empty();
    }

    /** What AWS does where a property is left out. */
    private static Optional<String> byDefault(Estate before, Estate after, String logicalId) {
        if (blocks(before, logicalId).stream().anyMatch(block -> block.isSurely(Equivalence::isOn))
                && blocks(after, logicalId).stream().allMatch(Value::isAbsent)) {
            return Optional.of("all four settings of Block Public Access are on where none is stated");
        }
        if (lockKeepsVersions(after, logicalId) && !lockKeepsVersions(before, logicalId)) {
            return Optional.of("Object Lock keeps versioning on");
        }
        if (queueSaysNothing(after, logicalId) && !queueSaysNothing(before, logicalId)) {
            return Optional.of("SQS encrypts the queue where nothing is said");
        }
        return ownerOverride(before, logicalId)
                        && !ownerOverride(after, logicalId)
                        && destinationsOwnAll(after, logicalId)
                ? Optional.of("the bucket that receives copies owns them, for ACLs are disabled there")
                : Optional.empty();
    }

    private static boolean lockKeepsVersions(Estate estate, String logicalId) {
        return named(estate, logicalId)
                .anyMatch(resource -> resource instanceof Bucket bucket
                        && bucket.versioning().isAbsent()
                        && KeptVersions.status(bucket).isSurely("Enabled"::equals));
    }

    private static boolean queueSaysNothing(Estate estate, String logicalId) {
        return named(estate, logicalId)
                .anyMatch(resource -> resource.element().type().equals("AWS::SQS::Queue")
                        && resource.element().property("SqsManagedSseEnabled").isAbsent());
    }

    private static boolean ownerOverride(Estate estate, String logicalId) {
        return named(estate, logicalId)
                .filter(Bucket.class::isInstance)
                .flatMap(bucket -> Replicas.rules((Bucket) bucket).stream())
                .anyMatch(rule -> !rule.ownerOverride().isAbsent());
    }

    private static boolean destinationsOwnAll(Estate estate, String logicalId) {
        return named(estate, logicalId)
                .filter(Bucket.class::isInstance)
                .flatMap(bucket -> Replicas.rules((Bucket) bucket).stream())
                .allMatch(rule -> Replicas.of(estate)
                        .destination(rule)
                        .filter(bucket -> bucket.ownership().isAbsent()
                                || bucket.ownership().isSurely("BucketOwnerEnforced"::equals))
                        .isPresent());
    }

    private static Stream<Resource> named(Estate estate, String id) {
        return estate.resources().stream()
                .filter(resource -> resource.element().id().endsWith(id));
    }

    /** Why nobody can do more with a bucket than before, over all policies of the estate together, if that can be shown. */
    static Optional<String> ofAccess(Estate before, Estate after, String logicalId, Assumptions assumptions) {
        AccessComparison comparison = new AccessComparison(before, after, id -> id, assumptions);
        boolean opensNothing = before.buckets().size() == after.buckets().size()
                && policies(after, logicalId).stream().allMatch(Equivalence::isAboutAccess)
                && before.buckets().stream()
                        .allMatch(bucket -> after.buckets().stream()
                                .filter(same -> same.element()
                                        .id()
                                        .equals(bucket.element().id()))
                                .map(same -> comparison.compare(bucket, same))
                                .anyMatch(result -> result.opened().isEmpty()
                                        && result.doubts().isEmpty()));
        return opensNothing && !policies(before, logicalId).isEmpty()
                ? Optional.of("nobody can do anything with a bucket that was refused before")
                : Optional.empty();
    }

    /** Bucket policies, and key policies that let other accounts use the key through S3 alone. */
    private static boolean isAboutAccess(StatedPolicy policy) {
        return policy.kind() == StatedPolicy.Kind.BUCKET
                || (policy.kind() == StatedPolicy.Kind.KEY
                        && policy.statements().stream()
                                .skip(1)
                                .allMatch(
                                        located -> DemandedKeys.anyIn(located.statement(), Set.of("kms:viaservice"))));
    }

    private static String text(StatedPolicy policy) {
        return policy.document().known().map(LocatedPolicy::knownPart).toString();
    }

    private static List<StatedPolicy> policies(Estate estate, String logicalId) {
        return Policies.of(estate).stream()
                .filter(policy -> policy.element().id().endsWith(logicalId))
                .toList();
    }

    private static boolean allowsNoMore(Estate estate, StatedPolicy before, StatedPolicy after) {
        Optional<PolicyDocument> base = before.document().known().flatMap(LocatedPolicy::document);
        Optional<PolicyDocument> head = after.document().known().flatMap(LocatedPolicy::document);
        return base.isPresent()
                && head.isPresent()
                && allowsNoMore(type(estate, after), base.get(), head.get())
                && allowsNoMore(
                        type(estate, after),
                        base.get().plus(List.of(EVERYTHING)),
                        head.get().plus(List.of(EVERYTHING)));
    }

    private static boolean allowsNoMore(PolicyType type, PolicyDocument base, PolicyDocument head) {
        return PolicyComparison.compare(type, base, head, Assumptions.DEFAULT_STEPS)
                        .verdict()
                == PolicyComparison.Answer.NO_NEW_ACCESS;
    }

    private static PolicyType type(Estate estate, StatedPolicy policy) {
        return switch (policy.kind()) {
            case BUCKET, ACCESS_POINT, KEY, OTHER -> PolicyType.RESOURCE;
            case TRUST -> PolicyType.TRUST;
            case IDENTITY -> PolicyType.IDENTITY;
            case ENDPOINT -> PolicyType.ENDPOINT;
            case ORGANIZATION ->
                estate.all(OrganizationPolicy.class).stream()
                                .anyMatch(each -> each.element()
                                                .id()
                                                .equals(policy.element().id())
                                        && each.policyType().isSurely("SERVICE_CONTROL_POLICY"::equals))
                        ? PolicyType.SERVICE_CONTROL
                        : PolicyType.RESOURCE_CONTROL;
        };
    }

    private static List<Value<PublicAccessBlock>> blocks(Estate estate, String logicalId) {
        return named(estate, logicalId)
                .flatMap(resource -> block(resource).stream())
                .toList();
    }

    private static Optional<Value<PublicAccessBlock>> block(Resource resource) {
        if (resource instanceof AccessPoint point) {
            return Optional.of(point.publicAccessBlock());
        }
        return resource instanceof MultiRegionAccessPoint point
                ? Optional.of(point.publicAccessBlock())
                : Optional.empty();
    }

    private static boolean isOn(PublicAccessBlock block) {
        return Values.isOn(block.blockPublicAcls())
                .and(Values.isOn(block.ignorePublicAcls()))
                .and(Values.isOn(block.blockPublicPolicy()))
                .and(Values.isOn(block.restrictPublicBuckets()))
                .isTrue();
    }
}
