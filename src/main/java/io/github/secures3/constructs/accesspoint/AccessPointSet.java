package io.github.secures3.constructs.accesspoint;

import io.github.secures3.constructs.InvalidConfigurationException;
import io.github.secures3.constructs.accesspoint.AccessPointSetPlan.Place;
import io.github.secures3.constructs.bucket.ImportedBucket;
import io.github.secures3.constructs.bucket.SecureBucket;
import io.github.secures3.policy.PolicyDocument;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.CfnAccessPoint;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/**
 * Any number of access points on one bucket, which delegates to them, so that applications come and go without anybody editing its policy.
 *
 * <p>By default: all four Block Public Access settings on for each point; a policy for each point that names its readers and writers; the
 * bucket trusts the points of the accounts that own some here, and for data actions alone; direct access to the bucket stays as it is. By
 * choice: VPC origin only, direct access closed, accounts whose teams add their own {@link ApplicationAccessPoint}s, points read from a
 * file, points spread over many stacks.
 *
 * <p>Delegation trusts whoever can create points or write their policies in those accounts: guard that with {@link AccessPointGuard}.
 *
 * <p>The logical id of a point is made of its name, and its stack follows from its name and the {@linkplain AccessPointSpread spread} alone.
 * Adding or removing one moves no other.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html">Policies of access points</a>
 * @since 0.1
 */
public final class AccessPointSet extends Construct {

    private final PolicyDocument delegation;
    private final Map<String, CfnAccessPoint> resources = new HashMap<>();
    private final Map<String, String> arns = new HashMap<>();

    private AccessPointSet(Construct scope, String id, AccessPointSetPlan plan) {
        super(scope, id);
        this.delegation = plan.delegation();
        if (plan.beyondQuota() > 0) {
            Annotations.of(this)
                    .addInfoV2(
                            "SecureS3:AccessPointQuota",
                            "the set gives one account " + plan.beyondQuota() + " access points; S3 takes "
                                    + AccessPointSetPlan.ACCOUNT_QUOTA
                                    + " in a Region unless the quota was raised, so have it raised before the"
                                    + " deployment");
        }
        Delegation.apply(plan, this);
        AccessPointStacks stacks = new AccessPointStacks(this, plan);
        KeyUse keyUse = KeyUse.of(plan.bucket(), plan.own());
        plan.stacks().forEach((place, points) -> make(plan, stacks, place, points, keyUse));
    }

    private void make(
            AccessPointSetPlan plan, AccessPointStacks stacks, Place place, List<AccessPoint> points, KeyUse keyUse) {
        PointEnvironment environment = plan.environment(place);
        BucketTarget bucket = plan.bucket();
        IdentitySide identities = new IdentitySide(environment.account(), List.of(bucket.account()));
        boolean crossAccount = !PointEnvironment.same(environment.account(), bucket.account());
        PointResources maker = new PointResources(bucket.name(), crossAccount ? bucket.account() : null, environment);
        Construct stack = stacks.at(place);
        for (AccessPoint point : points) {
            String arn = environment.arn(point.name());
            PolicyDocument policy = PointPolicy.document(plan.refusal(), point.name(), arn, point.grants());
            resources.put(point.name(), maker.make(stack, AccessPointNames.logicalId(point.name()), point, policy));
            arns.put(point.name(), arn);
            keyUse.grant(point.grants());
            identities.grant(point.grants(), arn);
        }
    }

    /** What the bucket policy says for the points, or must be made to say where the bucket was imported; empty if it delegates already. */
    public PolicyDocument getDelegation() {
        return delegation;
    }

    /**
     * The resource of a point, with its alias and other attributes.
     *
     * @throws InvalidConfigurationException if the set has no point of this name
     */
    public CfnAccessPoint getAccessPoint(String name) {
        return named(resources, name);
    }

    /**
     * The ARN of a point, made of its name.
     *
     * @throws InvalidConfigurationException if the set has no point of this name
     */
    public String getAccessPointArn(String name) {
        return named(arns, name);
    }

    private <T> T named(Map<String, T> values, String name) {
        T value = values.get(name);
        if (value == null) {
            throw new InvalidConfigurationException(
                    getNode().getPath(),
                    "the set has no access point '" + name + "'; add it, or ask for one of the " + values.size()
                            + " that it has");
        }
        return value;
    }

    /** Collects settings and makes the set. */
    public static final class Builder {

        private final Construct scope;
        private final String id;
        private final AccessPointSetSettings settings = new AccessPointSetSettings();

        private Builder(Construct scope, String id) {
            this.scope = scope;
            this.id = id;
        }

        /** Starts a set without points. */
        public static Builder create(Construct scope, String id) {
            return new Builder(scope, id);
        }

        /** The bucket that the points lead to; its policy and key come to trust them. */
        public Builder bucket(SecureBucket bucket) {
            settings.bucket = BucketTarget.of(bucket);
            return this;
        }

        /** A bucket that exists already: synthesis prints what its owner must add to its policy. */
        public Builder bucket(ImportedBucket bucket) {
            settings.bucket = BucketTarget.of(bucket);
            return this;
        }

        /** Any bucket of the CDK; an imported one keeps its policy, and synthesis prints what its owner must add. */
        public Builder bucket(IBucket bucket) {
            settings.bucket = BucketTarget.of(bucket);
            return this;
        }

        /** The account that owns the bucket, 12 digits, where the bucket itself does not tell. */
        public Builder bucketAccountId(String account) {
            settings.bucketAccountId = account;
            return this;
        }

        /** The key that encrypts the bucket, where the bucket itself does not tell. */
        public Builder encryptionKey(IKey key) {
            settings.encryptionKey = key;
            return this;
        }

        /** One point more. */
        public Builder accessPoint(AccessPoint point) {
            settings.points.add(point);
            return this;
        }

        /** More points. */
        public Builder accessPoints(List<AccessPoint> points) {
            settings.points.addAll(points);
            return this;
        }

        /**
         * The points of a file, CSV or JSON by the ending of its name; the page of the construct documents both. Up to 64 MB and 200,000
         * points.
         */
        public Builder accessPointsFrom(Path file) {
            settings.files.add(file);
            return this;
        }

        /** Has the bucket trust the points of these accounts too, so that teams there add theirs from their own stacks. */
        public Builder delegateTo(String... accounts) {
            settings.delegatedAccounts.addAll(List.of(accounts));
            return this;
        }

        /**
         * What requests through points may do at most. By default the data actions of {@link
         * io.github.secures3.policy.statements.AllowAccessPoints#dataActions()}.
         */
        public Builder delegatedActions(List<String> actions) {
            settings.delegatedActions = List.copyOf(actions);
            return this;
        }

        /** Has the bucket answer points with VPC origin alone. By default points of any origin. */
        public Builder vpcOriginOnly() {
            settings.vpcOriginOnly = true;
            return this;
        }

        /** Has the bucket trust Multi-Region Access Points of the same accounts as well. By default it does not. */
        public Builder delegateToMultiRegionAccessPoints() {
            settings.multiRegion = true;
            return this;
        }

        /** Denies reading and writing data other than through points, but for those exempt. By default direct access stays as it is. */
        public Builder closeDirectAccess(DirectAccessExemptions exemptions) {
            settings.exemptions = exemptions;
            return this;
        }

        /** Leaves the policies of bucket and key alone: another set, or their owner, has seen to them. */
        public Builder bucketDelegatesAlready() {
            settings.delegates = false;
            return this;
        }

        /** Over which stacks the points are spread. By default all lie in the stack of the set. */
        public Builder spread(AccessPointSpread spread) {
            settings.spread = spread;
            return this;
        }

        /**
         * The set.
         *
         * @throws InvalidConfigurationException if a name, grant, file or combination cannot work, naming it and the fix
         */
        public AccessPointSet build() {
            return new AccessPointSet(scope, id, AccessPointSetPlan.of(new Refusal(scope, id), settings));
        }
    }
}
