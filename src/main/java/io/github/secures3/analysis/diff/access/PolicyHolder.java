package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.model.AccessPoint;
import io.github.secures3.analysis.model.BackupVault;
import io.github.secures3.analysis.model.BucketPolicy;
import io.github.secures3.analysis.model.DirectoryBucketPolicy;
import io.github.secures3.analysis.model.IamGroup;
import io.github.secures3.analysis.model.IamRole;
import io.github.secures3.analysis.model.IamUser;
import io.github.secures3.analysis.model.InlinePolicy;
import io.github.secures3.analysis.model.KmsKey;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.ManagedPolicy;
import io.github.secures3.analysis.model.MultiRegionAccessPointPolicy;
import io.github.secures3.analysis.model.NamedPolicy;
import io.github.secures3.analysis.model.OtherPolicy;
import io.github.secures3.analysis.model.PermissionSet;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.TableBucketPolicy;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.analysis.model.VectorBucketPolicy;
import io.github.secures3.analysis.model.VpcEndpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The policies that a resource is, or has, by what they are called. */
final class PolicyHolder {

    /** Policies that are not nothing where they are left out. */
    private static final List<String> WITH_DEFAULT = List.of("key policy", "endpoint policy");

    private PolicyHolder() {}

    static Map<String, Value<LocatedPolicy>> policies(Resource resource) {
        if (resource instanceof BucketPolicy policy) {
            return Map.of("bucket policy", policy.document());
        } else if (resource instanceof AccessPoint point) {
            return Map.of("access point policy", point.policy());
        } else if (resource instanceof MultiRegionAccessPointPolicy policy) {
            return Map.of("access point policy", policy.policy());
        } else if (resource instanceof DirectoryBucketPolicy policy) {
            return Map.of("bucket policy", policy.document());
        } else if (resource instanceof TableBucketPolicy policy) {
            return Map.of("table policy", policy.document());
        } else if (resource instanceof VectorBucketPolicy policy) {
            return Map.of("vector bucket policy", policy.document());
        } else if (resource instanceof OtherPolicy policy) {
            return Map.of(policy.word(), policy.document());
        } else if (resource instanceof PermissionSet set) {
            return Map.of("inline policy of the permission set", set.inlinePolicy());
        } else if (resource instanceof KmsKey key) {
            return Map.of("key policy", key.policy());
        } else if (resource instanceof BackupVault vault) {
            return Map.of("vault policy", vault.accessPolicy());
        } else if (resource instanceof VpcEndpoint endpoint) {
            return Map.of("endpoint policy", endpoint.policy());
        } else if (resource instanceof ManagedPolicy policy) {
            return Map.of("managed policy", policy.document());
        } else if (resource instanceof InlinePolicy policy) {
            return Map.of("inline policy", policy.document());
        } else if (resource instanceof IamRole role) {
            Map<String, Value<LocatedPolicy>> policies = named(role.inlinePolicies());
            policies.put("trust policy", role.trustPolicy());
            return policies;
        } else if (resource instanceof IamUser user) {
            return named(user.inlinePolicies());
        }
        return resource instanceof IamGroup group ? named(group.inlinePolicies()) : Map.of();
    }

    /** Inline policies by name; a list that is unknown as a whole is one unknown policy. */
    private static Map<String, Value<LocatedPolicy>> named(Value<List<NamedPolicy>> policies) {
        Map<String, Value<LocatedPolicy>> byName = new LinkedHashMap<>();
        if (policies instanceof Value.Unknown<List<NamedPolicy>> unknown) {
            byName.put("inline policies", unknown.as());
        }
        policies.known()
                .ifPresent(list -> list.forEach(policy ->
                        byName.put("inline policy " + policy.name().asText().orElse(""), policy.document())));
        return byName;
    }

    /** Whether a policy that is left out says something all the same. */
    static boolean hasDefault(String label) {
        return WITH_DEFAULT.contains(label);
    }

    /** Whether a resource is but a policy on something that stands by itself. */
    static boolean isPolicyOfAnother(Resource resource) {
        return resource instanceof BucketPolicy
                || resource instanceof MultiRegionAccessPointPolicy
                || resource instanceof DirectoryBucketPolicy
                || resource instanceof TableBucketPolicy
                || resource instanceof VectorBucketPolicy
                || (resource instanceof OtherPolicy policy && !policy.target().isAbsent())
                || resource instanceof ManagedPolicy
                || resource instanceof InlinePolicy;
    }

    /** What such a policy is on, as text. */
    static Value<String> target(Resource resource) {
        if (resource instanceof BucketPolicy policy) {
            return policy.bucket();
        } else if (resource instanceof MultiRegionAccessPointPolicy policy) {
            return policy.accessPoint();
        } else if (resource instanceof DirectoryBucketPolicy policy) {
            return policy.bucket();
        } else if (resource instanceof TableBucketPolicy policy) {
            return policy.target();
        } else if (resource instanceof OtherPolicy policy) {
            return policy.target();
        }
        return resource instanceof VectorBucketPolicy policy ? policy.target() : Value.absent();
    }
}
