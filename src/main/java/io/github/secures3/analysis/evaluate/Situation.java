package io.github.secures3.analysis.evaluate;

import io.github.secures3.analysis.evaluate.matching.Truth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a request: the policies that take part and the facts about caller, bucket, key and organization.
 *
 * <p>What is left out does not take part: no policy of that kind, no VPC endpoint, no access point, no organization. What takes part with
 * unknown content is named with {@link Builder#unknown}.
 *
 * @since 0.1
 */
public final class Situation {

    private final Builder given;

    private Situation(Builder given) {
        this.given = given;
    }

    /** Starts with nothing taking part. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with what takes part here. */
    public Builder toBuilder() {
        return given.copy();
    }

    /** Whether the same takes part in the other situation, wherever the policies stand. */
    public boolean isSameAs(Situation other) {
        return SituationFacts.of(this).equals(SituationFacts.of(other));
    }

    /** The policies of the user and its groups, or of the role. */
    public List<AttachedPolicy> identityPolicies() {
        return given.identityPolicies;
    }

    /** The permissions boundary, or null. */
    public @Nullable AttachedPolicy permissionsBoundary() {
        return given.permissionsBoundary;
    }

    /** The policies passed when the session was made. */
    public List<AttachedPolicy> sessionPolicies() {
        return given.sessionPolicies;
    }

    /** The bucket policy, or none. */
    public List<AttachedPolicy> resourcePolicies() {
        return given.resourcePolicies;
    }

    /** The access point that the request goes through, or null. */
    public @Nullable AccessPoint accessPoint() {
        return given.accessPoint;
    }

    /** The ARN of the bucket or object behind the access point, or null where the request names it itself or nobody said. */
    public @Nullable String bucketResource() {
        return given.bucketResource;
    }

    /** Whether the request goes through a VPC endpoint. */
    public boolean throughEndpoint() {
        return given.throughEndpoint;
    }

    /** The policy of the VPC endpoint; none lets everything through, as AWS's default policy does. */
    public List<AttachedPolicy> endpointPolicies() {
        return given.endpointPolicies;
    }

    /** The key policy, or null where nobody said. */
    public @Nullable AttachedPolicy keyPolicy() {
        return given.keyPolicy;
    }

    /** Whether the KMS key can be used: KMS refuses cryptographic operations with one that is disabled. */
    public Truth keyEnabled() {
        return given.keyEnabled;
    }

    /** The service control policies above the caller's account by level, root first; none where none apply. */
    public List<List<AttachedPolicy>> serviceControlPolicies() {
        return given.serviceControlPolicies;
    }

    /** The resource control policies above the bucket's account by level, root first; none where none apply. */
    public List<List<AttachedPolicy>> resourceControlPolicies() {
        return given.resourceControlPolicies;
    }

    /** Block Public Access of bucket, account and organization together, or null where nobody said. */
    public @Nullable BlockPublicAccess blockPublicAccess() {
        return given.blockPublicAccess;
    }

    /** Whether Object Ownership leaves ACLs in force; AWS's default, BucketOwnerEnforced, does not. */
    public boolean accessControlLists() {
        return given.accessControlLists;
    }

    /** Whether Object Ownership is BucketOwnerEnforced, so that requests that set ACLs are refused; false where nobody said. */
    public Truth bucketOwnerEnforced() {
        return given.bucketOwnerEnforced;
    }

    /** How the object is encrypted, or null where nobody said. */
    public @Nullable Encryption encryption() {
        return given.encryption;
    }

    /** The tags of the bucket. */
    public ResourceTags bucketTags() {
        return given.bucketTags;
    }

    /** The tags of the access point that the request goes through. */
    public ResourceTags accessPointTags() {
        return given.accessPointTags;
    }

    /** Whether the bucket's tags count in conditions, or null where nobody said. */
    public @Nullable Boolean abacEnabled() {
        return given.abacEnabled;
    }

    /** The account that owns the bucket, or null where nobody said. */
    public @Nullable String resourceAccount() {
        return given.resourceAccount;
    }

    /** The organization, or null. */
    public @Nullable Organization organization() {
        return given.organization;
    }

    /** The layers that take part with content beyond what is given that is not known, each with the reason. */
    public Map<Layer, String> unknownLayers() {
        return given.unknownLayers;
    }

    /** All that takes part, as text to look through, such as for the number of an account. */
    @Override
    public String toString() {
        return SituationFacts.of(this).toString();
    }

    /** Collects what takes part. */
    public static final class Builder implements Cloneable {

        private List<AttachedPolicy> identityPolicies = List.of();
        private @Nullable AttachedPolicy permissionsBoundary;
        private List<AttachedPolicy> sessionPolicies = List.of();
        private List<AttachedPolicy> resourcePolicies = List.of();
        private @Nullable AccessPoint accessPoint;
        private @Nullable String bucketResource;
        private boolean throughEndpoint;
        private List<AttachedPolicy> endpointPolicies = List.of();
        private @Nullable AttachedPolicy keyPolicy;
        private Truth keyEnabled = Truth.TRUE;
        private List<List<AttachedPolicy>> serviceControlPolicies = List.of();
        private List<List<AttachedPolicy>> resourceControlPolicies = List.of();
        private @Nullable BlockPublicAccess blockPublicAccess;
        private boolean accessControlLists;
        private Truth bucketOwnerEnforced = Truth.FALSE;
        private @Nullable Encryption encryption;
        private ResourceTags bucketTags = ResourceTags.unstated();
        private ResourceTags accessPointTags = ResourceTags.unstated();
        private @Nullable Boolean abacEnabled;
        private @Nullable String resourceAccount;
        private @Nullable Organization organization;
        private Map<Layer, String> unknownLayers = Map.of();

        private Builder() {}

        /** The policies of the user and its groups, or of the role. */
        public Builder identityPolicies(List<AttachedPolicy> policies) {
            this.identityPolicies = List.copyOf(policies);
            return this;
        }

        /** The permissions boundary of the user or role. */
        public Builder permissionsBoundary(AttachedPolicy policy) {
            this.permissionsBoundary = policy;
            return this;
        }

        /** The policies passed when the session was made; together they limit what the role may do. */
        public Builder sessionPolicies(List<AttachedPolicy> policies) {
            this.sessionPolicies = List.copyOf(policies);
            return this;
        }

        /** The bucket policy. */
        public Builder resourcePolicy(AttachedPolicy policy) {
            this.resourcePolicies = List.of(policy);
            return this;
        }

        /** The policies of the resource, where it has several, such as those of a table and of its table bucket. */
        public Builder resourcePolicies(List<AttachedPolicy> policies) {
            this.resourcePolicies = List.copyOf(policies);
            return this;
        }

        /** The access point that the request goes through. */
        public Builder accessPoint(AccessPoint point) {
            this.accessPoint = point;
            return this;
        }

        /** The ARN of the bucket or object behind the access point, when the request names the access point. */
        public Builder bucketResource(String arn) {
            this.bucketResource = arn;
            return this;
        }

        /** The request goes through a VPC endpoint that has AWS's default policy, which lets everything through. */
        public Builder throughEndpoint() {
            this.throughEndpoint = true;
            return this;
        }

        /** The request goes through a VPC endpoint that has this policy. */
        public Builder endpointPolicy(AttachedPolicy policy) {
            this.endpointPolicies = List.of(policy);
            return throughEndpoint();
        }

        /** The policy of the KMS key, which is known then. */
        public Builder keyPolicy(AttachedPolicy policy) {
            this.keyPolicy = policy;
            Map<Layer, String> others = new HashMap<>(unknownLayers);
            others.remove(Layer.KEY);
            this.unknownLayers = Map.copyOf(others);
            return this;
        }

        /** Whether the KMS key can be used; where nobody says, it can. */
        public Builder keyEnabled(Truth enabled) {
            this.keyEnabled = enabled;
            return this;
        }

        /** The service control policies above the caller's account by level, root first; each level must allow. */
        public Builder serviceControlPolicies(List<List<AttachedPolicy>> levels) {
            this.serviceControlPolicies = levels.stream().map(List::copyOf).toList();
            return this;
        }

        /** The resource control policies above the bucket's account by level, root first; AWS's RCPFullAWSAccess is always among them. */
        public Builder resourceControlPolicies(List<List<AttachedPolicy>> levels) {
            this.resourceControlPolicies = levels.stream().map(List::copyOf).toList();
            return this;
        }

        /** Block Public Access at one more level, bucket, account or organization; the most restrictive combination counts. */
        public Builder blockPublicAccess(BlockPublicAccess level) {
            BlockPublicAccess before = blockPublicAccess;
            this.blockPublicAccess = before == null ? level : before.and(level);
            return this;
        }

        /** Object Ownership leaves ACLs in force, so that they may grant what no policy does. */
        public Builder accessControlLists() {
            return bucketOwnerEnforced(Truth.FALSE);
        }

        /** Whether Object Ownership is BucketOwnerEnforced, so that no ACL grants anything, or can be set. */
        public Builder bucketOwnerEnforced(Truth enforced) {
            this.bucketOwnerEnforced = enforced;
            this.accessControlLists = !enforced.isTrue();
            return this;
        }

        /** How the object is, or will be, encrypted. */
        public Builder encryption(Encryption how) {
            this.encryption = how;
            return this;
        }

        /** The tags of the bucket. */
        public Builder bucketTags(Map<String, String> tags) {
            return bucketTags(ResourceTags.of(tags));
        }

        /** The tags of the bucket, as far as they are known. */
        public Builder bucketTags(ResourceTags tags) {
            this.bucketTags = tags;
            return this;
        }

        /** The tags of the access point, as far as they are known. */
        public Builder accessPointTags(ResourceTags tags) {
            this.accessPointTags = tags;
            return this;
        }

        /** Whether the bucket's tags count in conditions. */
        public Builder abacEnabled(boolean enabled) {
            this.abacEnabled = enabled;
            return this;
        }

        /** The account that owns the bucket. */
        public Builder resourceAccount(String account) {
            this.resourceAccount = account;
            return this;
        }

        /** The organization. */
        public Builder organization(Organization organization) {
            this.organization = organization;
            return this;
        }

        /** The layer takes part, but its content is not known for this reason, beyond the policies of it that are given. */
        public Builder unknown(Layer layer, String reason) {
            Map<Layer, String> all = new EnumMap<>(Layer.class);
            all.putAll(unknownLayers);
            all.merge(layer, reason, (before, more) -> before.equals(more) ? before : before + "; " + more);
            this.unknownLayers = all;
            return this;
        }

        /** The situation; the builder can go on to build others. */
        public Situation build() {
            return new Situation(copy());
        }

        private Builder copy() {
            try {
                return (Builder) clone();
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
