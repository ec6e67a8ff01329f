package io.github.secures3.constructs.accesspoint;

import io.github.secures3.constructs.InvalidConfigurationException;
import io.github.secures3.constructs.bucket.SecureBucket;
import io.github.secures3.policy.Arn;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.UnresolvedToken;
import io.github.secures3.policy.json.PolicyWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Aws;
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
                .regions(settings.regions.stream()
                        .map(MultiRegionAccessPoint::property)
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
                        new Refusal(scope, id), shown(settings.name), getAccessPointArn(), settings.grants())
                .document();
        if (!policy.statements().isEmpty()) {
            CfnMultiRegionAccessPointPolicy.Builder.create(this, "Policy")
                    .mrapName(resource.getRef())
                    .policy(PolicyWriter.toMap(policy))
                    .build();
        }
        settings.keys.forEach((bucket, key) -> new IdentitySide(
                        key,
                        "arn:" + environment.partition() + ":s3:::" + bucket,
                        "s3." + regionOf(key) + "." + Aws.URL_SUFFIX)
                .grantKey(settings.grants()));
        new IdentitySide(null, "", "").grant(settings.grants(), getAccessPointArn(), environment.account());
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

    private record Region(String bucketName, @Nullable String accountId) {}

    private static CfnMultiRegionAccessPoint.RegionProperty property(Region region) {
        CfnMultiRegionAccessPoint.RegionProperty.Builder builder =
                CfnMultiRegionAccessPoint.RegionProperty.builder().bucket(region.bucketName());
        if (region.accountId() != null) {
            builder.bucketAccountId(region.accountId());
        }
        return builder.build();
    }

    private static String regionOf(String keyArn) {
        return Arn.parse(keyArn).region();
    }

    private static String shown(@Nullable String name) {
        return name == null ? "(named by CloudFormation)" : name;
    }

    /** Collects settings and makes the point. */
    public static final class Builder extends AccessPointGrants<Builder> {

        /** S3's own limit. */
        private static final int MOST_REGIONS = 17;

        private final Construct scope;
        private final String id;
        private final List<Region> regions = new ArrayList<>();
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
            regions.add(new Region(bucketName, null));
            return this;
        }

        /** A bucket of another account, 12 digits. */
        public Builder region(String bucketName, String bucketAccountId) {
            regions.add(new Region(bucketName, bucketAccountId));
            return this;
        }

        /** A bucket of this account; in a stack of another Region it needs a name of its own. */
        public Builder region(SecureBucket bucket) {
            return region(bucket.getBucketName());
        }

        /** A bucket of this account; in a stack of another Region it needs a name of its own. */
        public Builder region(IBucket bucket) {
            return region(bucket.getBucketName());
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
            check(new Refusal(scope, id));
            return new MultiRegionAccessPoint(scope, id, this);
        }

        @Override
        Builder self() {
            return this;
        }

        private void check(Refusal refusal) {
            PointCheck check = new PointCheck(refusal);
            String shown = shown(name);
            if (name != null) {
                AccessPointNames.check(refusal, "Multi-Region Access Point", name);
            }
            refusal.unless(
                    !regions.isEmpty() && regions.size() <= MOST_REGIONS,
                    () -> "the Multi-Region Access Point has " + regions.size() + " buckets; give 1 to " + MOST_REGIONS
                            + ", each in a Region of its own");
            for (Region region : regions) {
                AccessPointNames.checkBucket(refusal, region.bucketName());
                if (region.accountId() != null) {
                    check.account("the account of bucket '" + region.bucketName() + "'", region.accountId());
                }
                long times = regions.stream()
                        .filter(other -> other.bucketName().equals(region.bucketName()))
                        .count();
                refusal.unless(
                        times == 1,
                        () -> "bucket '" + region.bucketName() + "' is given " + times
                                + " times; each stands for one Region");
            }
            keys.forEach((bucket, key) -> {
                ApplicationAccessPoint.keyArn(refusal, key);
                refusal.unless(
                        Arn.find(key).isPresent()
                                && !UnresolvedToken.isIn(Arn.parse(key).region()),
                        () -> "the key of bucket '" + bucket + "' tells no Region; give its ARN as text");
                refusal.unless(
                        regions.stream().anyMatch(region -> region.bucketName().equals(bucket)),
                        () -> "a key is given for bucket '" + bucket
                                + "', which is none of the point's; add the bucket");
            });
            check.grants(shown, grants());
            PointPolicy.of(refusal, shown, "arn:aws:s3::111122223333:accesspoint/a.mrap", grants());
        }
    }
}
