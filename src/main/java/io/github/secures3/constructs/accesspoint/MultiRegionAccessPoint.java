package io.github.secures3.constructs.accesspoint;

import io.github.secures3.constructs.InvalidConfigurationException;
import io.github.secures3.constructs.bucket.SecureBucket;
import io.github.secures3.policy.Arn;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.json.PolicyWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.CfnMultiRegionAccessPoint;
import software.amazon.awscdk.services.s3.CfnMultiRegionAccessPointPolicy;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/**
 * One global endpoint for buckets in several Regions, with a policy of its own.
 *
 * <p>All four Block Public Access settings are on; S3 cannot change them afterwards, nor the name or the buckets: a change makes a new point
 * with a new alias. Requests go to the nearest bucket, so let replication keep the buckets alike. Each bucket must let the point decide:
 * {@link AccessPointSet.Builder#delegateToMultiRegionAccessPoints}, or the statement {@link
 * io.github.secures3.policy.statements.AllowMultiRegionAccessPoints}.
 *
 * <p>S3 demands SigV4A and TLS 1.2 here and speaks no TLS 1.3, so the buckets must not demand TLS 1.3. A VPC reaches the point through
 * PrivateLink alone, never through a gateway endpoint. There is no VPC origin.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPointPermissions.html">Permissions of Multi-Region Access
 *     Points</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPointRestrictions.html">Restrictions of Multi-Region Access
 *     Points</a>
 * @since 0.1
 */
public final class MultiRegionAccessPoint extends Construct {

    private final CfnMultiRegionAccessPoint resource;
    private final PointEnvironment environment;

    private MultiRegionAccessPoint(Construct scope, String id, Builder settings) {
        super(scope, id);
        this.environment = PointEnvironment.of(Stack.of(scope));
        CfnMultiRegionAccessPoint.Builder builder = CfnMultiRegionAccessPoint.Builder.create(this, "Resource")
                .regions(settings.buckets.stream()
                        .map(bucket -> bucket.property(environment))
                        .toList())
                .publicAccessBlockConfiguration(
                        CfnMultiRegionAccessPoint.PublicAccessBlockConfigurationProperty.builder()
                                .blockPublicAcls(true)
                                .blockPublicPolicy(true)
                                .ignorePublicAcls(true)
                                .restrictPublicBuckets(true)
                                .build());
        if (settings.name != null) {
            builder.name(settings.name);
        }
        this.resource = builder.build();
        PolicyDocument policy = PointPolicy.of(
                        new Refusal(scope, id),
                        MultiRegionCheck.shown(settings.name),
                        getAccessPointArn(),
                        settings.grants())
                .document();
        if (!policy.statements().isEmpty()) {
            CfnMultiRegionAccessPointPolicy.Builder.create(this, "Policy")
                    .mrapName(resource.getRef())
                    .policy(PolicyWriter.toMap(policy))
                    .build();
        }
        settings.keys.forEach(
                (bucket, key) -> KeyUse.named(key, "arn:" + environment.partition() + ":s3:::" + bucket, regionOf(key))
                        .grant(settings.grants()));
        new IdentitySide(
                        environment.account(),
                        settings.buckets.stream()
                                .map(bucket -> bucket.owner(environment))
                                .toList())
                .grant(settings.grants(), getAccessPointArn());
    }

    /** The resource, with its alias and other attributes. */
    public CfnMultiRegionAccessPoint getAccessPoint() {
        return resource;
    }

    /** The ARN, which names no Region and holds the alias that S3 makes up; clients use it in the place of a bucket name. */
    public String getAccessPointArn() {
        return "arn:" + environment.partition() + ":s3::" + environment.account() + ":accesspoint/"
                + resource.getAttrAlias();
    }

    private static String regionOf(String keyArn) {
        return Arn.parse(keyArn).region();
    }

    /** Collects settings and makes the point. */
    public static final class Builder extends AccessPointGrants<Builder> {

        private final Construct scope;
        private final String id;
        private final List<MultiRegionBucket> buckets = new ArrayList<>();
        private final Map<String, String> keys = new TreeMap<>();
        private @Nullable String name;

        private Builder(Construct scope, String id) {
            this.scope = scope;
            this.id = id;
        }

        /** Starts without buckets. */
        public static Builder create(Construct scope, String id) {
            return new Builder(scope, id);
        }

        /** A name of your own: 3 to 50 lower-case letters, digits and hyphens. By default CloudFormation makes one up. */
        public Builder name(String accessPointName) {
            this.name = accessPointName;
            return this;
        }

        /** A bucket of this account; one for each Region. */
        public Builder region(String bucketName) {
            buckets.add(MultiRegionBucket.named(bucketName, null));
            return this;
        }

        /** A bucket of another account, 12 digits. */
        public Builder region(String bucketName, String bucketAccountId) {
            buckets.add(MultiRegionBucket.named(bucketName, bucketAccountId));
            return this;
        }

        /** A bucket of this app; in a stack of another Region or account it needs a name of its own. */
        public Builder region(SecureBucket bucket) {
            buckets.add(MultiRegionBucket.of(BucketTarget.of(bucket)));
            return this;
        }

        /** A bucket of this app; in a stack of another Region or account it needs a name of its own. */
        public Builder region(IBucket bucket) {
            buckets.add(MultiRegionBucket.of(BucketTarget.of(bucket)));
            return this;
        }

        /** The key of a bucket: grantees that are constructs may then use it. By default none is granted. */
        public Builder encryptionKeyArn(String bucketName, String keyArn) {
            keys.put(bucketName, keyArn);
            return this;
        }

        /**
         * The Multi-Region Access Point.
         *
         * @throws InvalidConfigurationException if a name, bucket or grant cannot work, naming it and the fix
         */
        public MultiRegionAccessPoint build() {
            new MultiRegionCheck(new Refusal(scope, id)).all(name, buckets, keys, grants());
            return new MultiRegionAccessPoint(scope, id, this);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
