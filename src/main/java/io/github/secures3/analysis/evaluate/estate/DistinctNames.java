package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.evaluate.AccessPoint;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.IamRole;
import io.github.secures3.analysis.model.IamUser;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two resources of an estate have different names, even where the deployment makes up both: what a policy says about another bucket is not
 * about this one, and what it grants to another role is not granted to this one.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">Bucket names are unique</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">Names of roles and users are unique in their
 *     account</a>
 */
final class DistinctNames {

    /** Matches no resource of S3, whatever the deployment makes up. */
    private static final String NO_RESOURCE = "arn:aws:another-bucket:::";

    /** Matches no role or user. */
    private static final Principal NO_IDENTITY = Principal.service("another-identity.invalid");

    private final Set<String> otherBuckets = new HashSet<>();
    private final Set<String> otherIdentities = new HashSet<>();

    private DistinctNames(Estate estate, RequestPrincipal caller, @Nullable Bucket bucket) {
        if (bucket != null) {
            estate.buckets().forEach(other -> otherBuckets.add(other.arn()));
            otherBuckets.remove(bucket.arn());
        }
        estate.all(IamRole.class).forEach(other -> otherIdentities.add(other.arn()));
        estate.all(IamUser.class).forEach(other -> otherIdentities.add(other.arn()));
        boolean isOne = otherIdentities.remove(caller.principalArn().orElse(caller.text()));
        if (!isOne) {
            // Somebody from outside may still be one of them under a name that only the deployment knows.
            otherIdentities.clear();
        }
    }

    static Situation apart(Situation situation, Estate estate, RequestPrincipal caller, @Nullable Bucket bucket) {
        DistinctNames names = new DistinctNames(estate, caller, bucket);
        return names.otherBuckets.isEmpty() && names.otherIdentities.isEmpty() ? situation : names.narrowed(situation);
    }

    private Situation narrowed(Situation situation) {
        Situation.Builder builder = situation.toBuilder();
        builder.identityPolicies(narrowed(situation.identityPolicies()));
        AttachedPolicy boundary = situation.permissionsBoundary();
        if (boundary != null) {
            builder.permissionsBoundary(narrowed(boundary));
        }
        builder.resourcePolicies(narrowed(situation.resourcePolicies()));
        AttachedPolicy key = situation.keyPolicy();
        if (key != null) {
            builder.keyPolicy(narrowed(key));
        }
        AccessPoint point = situation.accessPoint();
        if (point != null) {
            builder.accessPoint(new AccessPoint(
                    point.arn(),
                    point.account(),
                    point.networkOrigin(),
                    point.vpcId(),
                    narrowed(point.policies()),
                    point.blockPublicAccess()));
        }
        return builder.build();
    }

    private List<AttachedPolicy> narrowed(List<AttachedPolicy> policies) {
        return policies.stream().map(this::narrowed).toList();
    }

    private AttachedPolicy narrowed(AttachedPolicy policy) {
        PolicyDocument before = policy.document();
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : before.statements()) {
            statements.add(new Statement(
                    statement.sid(),
                    statement.effect(),
                    narrowed(statement.principals()),
                    statement.actions(),
                    narrowed(statement.resources()),
                    statement.conditions()));
        }
        if (statements.equals(before.statements())) {
            return policy;
        }
        return policy.with(new PolicyDocument(before.version(), before.id(), statements));
    }

    private @Nullable Principals narrowed(@Nullable Principals principals) {
        if (principals == null) {
            return null;
        }
        List<Principal> members = new ArrayList<>();
        for (Principal member : principals.members()) {
            members.add(otherIdentities.contains(member.value()) ? NO_IDENTITY : member);
        }
        return new Principals(principals.negated(), members);
    }

    private @Nullable Resources narrowed(@Nullable Resources resources) {
        if (resources == null) {
            return null;
        }
        List<String> patterns = new ArrayList<>();
        for (String pattern : resources.patterns()) {
            patterns.add(isOfAnotherBucket(pattern) ? NO_RESOURCE : pattern);
        }
        return new Resources(resources.negated(), patterns);
    }

    /** Whether it is the ARN of another bucket, or begins with one and a slash. */
    private boolean isOfAnotherBucket(String pattern) {
        boolean other = otherBuckets.contains(pattern);
        for (int slash = pattern.indexOf('/'); slash >= 0 && !other; slash = pattern.indexOf('/', slash + 1)) {
            other = otherBuckets.contains(pattern.substring(0, slash));
        }
        return other;
    }
}
