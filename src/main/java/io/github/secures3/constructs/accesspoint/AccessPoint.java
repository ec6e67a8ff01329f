package io.github.secures3.constructs.accesspoint;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an access point is to be: its name, who reads and who writes which prefixes, its network, its owner and its tags.
 *
 * <p>By default it accepts requests from the internet, signed and over HTTPS as always, belongs to the account of its stack, has no tags and
 * lets nobody in but identities of its account whose own policies allow it. All four Block Public Access settings are on whatever is said
 * here. Network origin, owner and name are fixed when S3 creates the point: a change replaces it.
 *
 * <p>A prefix is a folder that ends with a slash, such as {@code reports/}; the empty prefix means all keys. A grantee is a CDK construct, the
 * ARN of a role, user or role session, or an account id, which leaves the choice to the identity policies of that account. The same right may
 * not be given twice to a grantee, be it on the same prefix or on one within another; reading a folder and writing a folder inside it are two
 * rights and go together.
 *
 * <p>Values are checked by the construct that makes the point, which knows its own path.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points.html">Managing access with access points</a>
 * @since 0.1
 */
public final class AccessPoint {

    private final String name;
    private final List<PointGrant> grants;
    private final Map<String, String> tags;
    private final @Nullable String vpcId;
    private final @Nullable String ownerAccount;
    private final String origin;

    private AccessPoint(Builder builder) {
        this.name = builder.name;
        this.grants = builder.grants();
        this.tags = new TreeMap<>(builder.tags);
        this.vpcId = builder.vpcId;
        this.ownerAccount = builder.ownerAccount;
        this.origin = builder.origin;
    }

    /** The name, unique within an account and Region. */
    public String name() {
        return name;
    }

    /** The VPC that requests must come from, or null where any network will do. */
    public @Nullable String vpcId() {
        return vpcId;
    }

    /** The account that owns the point, or null where it is that of the stack. */
    public @Nullable String ownerAccount() {
        return ownerAccount;
    }

    List<PointGrant> grants() {
        return grants;
    }

    Map<String, String> tags() {
        return tags;
    }

    /** Where the point was read from, such as {@code points.csv:12}; empty where it was written in code. */
    String origin() {
        return origin;
    }

    /** Collects what an access point is to be. */
    public static final class Builder extends AccessPointGrants<Builder> {

        private final String name;
        private final Map<String, String> tags = new TreeMap<>();
        private @Nullable String vpcId;
        private @Nullable String ownerAccount;
        private String origin = "";

        private Builder(String name) {
            this.name = name;
        }

        /** Starts with the name: 3 to 50 lower-case letters, digits and hyphens. It ends up in public DNS, so keep secrets out. */
        public static Builder create(String name) {
            return new Builder(name);
        }

        /**
         * Accepts requests from this VPC alone. By default from any network. The VPC needs an endpoint for S3 whose policy allows both the point
         * and the bucket.
         *
         * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-vpc.html">Access points restricted to a VPC</a>
         */
        public Builder vpcId(String id) {
            this.vpcId = id;
            return this;
        }

        /** The account that owns the point, 12 digits. By default that of the stack. An {@link AccessPointSet} then needs separate stacks. */
        public Builder ownerAccount(String account) {
            this.ownerAccount = account;
            return this;
        }

        /** One tag more, up to 50. Tags take part in attribute-based access control, which is always on for access points. */
        public Builder tag(String key, String value) {
            tags.put(key, value);
            return this;
        }

        Builder origin(String place) {
            this.origin = place;
            return this;
        }

        /** What was said so far. */
        public AccessPoint build() {
            return new AccessPoint(this);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
