package io.github.secures3.constructs.accesspoint;

import io.github.secures3.constructs.InvalidConfigurationException;
import io.github.secures3.policy.Arn;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.CfnAccessPoint;
import software.constructs.Construct;

/**
 * An access point that an application team adds in its own stack or account, from the name of the bucket and the account of its owner alone.
 *
 * <p>The stack of the bucket is not touched. Its owner has delegated to the team's account beforehand, with {@link
 * AccessPointSet.Builder#delegateTo}; until then the point can be made, but leads nowhere. By default it accepts requests from any network
 * and all four Block Public Access settings are on. The owner's account is always part of the request to S3, so that a bucket of the same
 * name in other hands is refused.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/creating-access-points.html">Creating access points</a>
 * @since 0.1
 */
public final class ApplicationAccessPoint extends Construct {

    private final CfnAccessPoint resource;
    private final String arn;

    private ApplicationAccessPoint(Construct scope, String id, Plan plan) {
        super(scope, id);
        PointEnvironment environment = plan.environment();
        this.arn = environment.arn(plan.point().name());
        this.resource = new PointResources(plan.bucketName(), plan.bucketAccountId(), environment)
                .make(this, "Resource", plan.point(), plan.policy());
        KeyUse.named(
                        plan.keyArn(),
                        "arn:" + environment.partition() + ":s3:::" + plan.bucketName(),
                        environment.region())
                .grant(plan.point().grants());
        new IdentitySide(environment.account(), List.of(plan.bucketAccountId()))
                .grant(plan.point().grants(), arn);
    }

    /** The resource, with its alias and other attributes. */
    public CfnAccessPoint getAccessPoint() {
        return resource;
    }

    /** The ARN, for requests and identity policies. */
    public String getAccessPointArn() {
        return arn;
    }

    /** The alias, which stands wherever a bucket name is asked for. */
    public String getAccessPointAlias() {
        return resource.getAttrAlias();
    }

    private record Plan(
            String bucketName,
            String bucketAccountId,
            @Nullable String keyArn,
            AccessPoint point,
            PointEnvironment environment,
            PolicyDocument policy) {}

    /** Collects settings and makes the point. */
    public static final class Builder {

        private final Construct scope;
        private final String id;
        private @Nullable String bucketName;
        private @Nullable String bucketAccountId;
        private @Nullable String keyArn;
        private @Nullable AccessPoint point;

        private Builder(Construct scope, String id) {
            this.scope = scope;
            this.id = id;
        }

        /** Starts without any setting. */
        public static Builder create(Construct scope, String id) {
            return new Builder(scope, id);
        }

        /** The name of the bucket; required. */
        public Builder bucketName(String name) {
            this.bucketName = name;
            return this;
        }

        /** The account that owns the bucket, 12 digits; required. */
        public Builder bucketAccountId(String account) {
            this.bucketAccountId = account;
            return this;
        }

        /** The key that encrypts the bucket: grantees that are constructs may then use it. By default none is granted. */
        public Builder encryptionKeyArn(String arn) {
            this.keyArn = arn;
            return this;
        }

        /** What the point is to be; required. */
        public Builder accessPoint(AccessPoint accessPoint) {
            this.point = accessPoint;
            return this;
        }

        /**
         * The access point.
         *
         * @throws InvalidConfigurationException if a required setting is missing, or a name, grant or combination cannot work
         */
        public ApplicationAccessPoint build() {
            return new ApplicationAccessPoint(scope, id, plan(new Refusal(scope, id)));
        }

        private Plan plan(Refusal refusal) {
            if (bucketName == null || bucketAccountId == null || point == null) {
                throw refusal.because("bucketName, bucketAccountId and accessPoint are required, and "
                        + (bucketName == null
                                ? "bucketName"
                                : bucketAccountId == null ? "bucketAccountId" : "accessPoint")
                        + " is missing; ask the owner of the bucket for its name and account");
            }
            PointCheck check = new PointCheck(refusal);
            AccessPointNames.checkBucket(refusal, bucketName);
            check.account("bucketAccountId", bucketAccountId);
            check.all(point);
            keyArn(refusal, keyArn);
            PointEnvironment environment = PointEnvironment.of(Stack.of(scope));
            String owner = point.ownerAccount();
            refusal.unless(
                    owner == null || PointEnvironment.same(owner, environment.account()),
                    () -> "access point is to belong to account " + owner
                            + ", and its stack goes to another or to one that is not known; give the stack that"
                            + " account, or leave ownerAccount out");
            PolicyDocument policy = PointPolicy.of(refusal, point.name(), environment.arn(point.name()), point.grants())
                    .document();
            TakenNames.of(scope).take(refusal, refusal.path(), Stack.of(scope), environment, point.name());
            return new Plan(bucketName, bucketAccountId, keyArn, point, environment, policy);
        }
    }

    /** An alias would be resolved in the account of whoever asks, and no policy on a key can name one. */
    static void keyArn(Refusal refusal, @Nullable String arn) {
        boolean valid = arn == null
                || UnresolvedToken.isIn(arn)
                || Arn.find(arn)
                        .filter(a -> a.service().equals("kms") && a.resource().startsWith("key/"))
                        .isPresent();
        refusal.unless(
                valid,
                () -> "encryptionKeyArn is '" + arn + "'; give the ARN of the key itself, such as"
                        + " arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");
    }
}
