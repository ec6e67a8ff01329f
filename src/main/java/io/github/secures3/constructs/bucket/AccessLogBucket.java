package io.github.secures3.constructs.bucket;

import io.github.secures3.policy.Statement;
import io.github.secures3.policy.statements.AllowAccessLogDelivery;
import io.github.secures3.policy.statements.BucketScope;
import io.github.secures3.policy.statements.DenyInsecureTransport;
import io.github.secures3.policy.statements.DenySseC;
import io.github.secures3.policy.statements.DenyTlsBelow;
import io.github.secures3.policy.statements.TlsVersion;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.BlockedEncryptionType;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.BucketNamespace;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/**
 * Where the server access logs of other buckets arrive.
 *
 * <p>S3's logging service may write here on behalf of buckets of this account, and of no other account. Logs are encrypted with SSE-S3,
 * as S3 documents for log destinations, versioned, and deleted after 400 days. The bucket has no ACL, takes TLS 1.2 or newer only, is
 * kept when its stack goes, and never logs to itself. Source bucket and log bucket must lie in the same Region and account.
 *
 * <p>The delivery permission names the account and the ARN form of a bucket, not each source: a source's ARN in this policy would make
 * the log bucket and the source depend on each other, and the list would outgrow the policy at some hundred sources.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html">Enabling server access
 *     logging</a>
 * @since 0.1
 */
public final class AccessLogBucket extends Construct {

    /** What the keys of access logs start with unless a bucket chooses otherwise. */
    static final String DEFAULT_PREFIX = "access-logs/";

    private static final String SHARED_ID = "SecureS3AccessLogs";
    private static final int DEFAULT_RETENTION_DAYS = 400;
    private static final int NONCURRENT_DAYS = 30;
    private static final Map<Stack, AccessLogBucket> SHARED = new WeakHashMap<>();

    private final Bucket bucket;
    private final String bucketName;

    /** A log bucket with the defaults. */
    public AccessLogBucket(Construct scope, String id) {
        this(scope, id, new Settings());
    }

    private AccessLogBucket(Construct scope, String id, Settings settings) {
        super(checked(scope, id, settings), id);
        RemovalPolicy removal = settings.optOutReason == null ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
        Bucket.Builder builder = Bucket.Builder.create(this, "Bucket")
                .encryption(BucketEncryption.S3_MANAGED)
                .blockedEncryptionTypes(List.of(BlockedEncryptionType.SSE_C))
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .enforceSsl(false)
                .versioned(true)
                .removalPolicy(removal)
                .lifecycleRules(List.of(
                        DefaultLifecycle.abortIncompleteUploads(SecureBucketSettings.DEFAULT_ABORT_UPLOADS_DAYS),
                        expireLogs(settings.retentionDays)));
        if (settings.bucketName != null) {
            builder.bucketName(settings.bucketName);
        }
        if (settings.accountRegionalPrefix != null) {
            builder.bucketNamespace(BucketNamespace.ACCOUNT_REGIONAL).bucketNamePrefix(settings.accountRegionalPrefix);
        }
        this.bucket = builder.build();
        this.bucketName = bucket.getBucketName();
        BucketPolicies.attach(bucket, policy(new BucketScope(bucket.getBucketArn())), removal);
        if (settings.optOutReason != null) {
            BucketMetadata.record(BucketMetadata.resourceOf(bucket), Map.of("deleteWithStack", settings.optOutReason));
        }
    }

    /** The log bucket that the buckets of this construct's stack share; it is made when the first of them needs it. */
    public static AccessLogBucket forStackOf(Construct scope) {
        Stack stack = scope instanceof Stack self ? self : Stack.of(scope);
        synchronized (SHARED) {
            AccessLogBucket known = SHARED.get(stack);
            if (known == null) {
                known = stack.getNode().tryFindChild(SHARED_ID) instanceof AccessLogBucket existing
                        ? existing
                        : new AccessLogBucket(stack, SHARED_ID);
                SHARED.put(stack, known);
            }
            return known;
        }
    }

    /** The CDK bucket. */
    public Bucket getBucket() {
        return bucket;
    }

    /** The name of the bucket, usually a token. */
    public String getBucketName() {
        return bucketName;
    }

    private static List<Statement> policy(BucketScope scope) {
        String anyBucket = "arn:" + Aws.PARTITION + ":s3:::*";
        return List.of(
                new DenyInsecureTransport().on(scope),
                new DenyTlsBelow(TlsVersion.TLS_1_2).on(scope),
                new DenySseC().on(scope),
                new AllowAccessLogDelivery(List.of(Aws.ACCOUNT_ID), List.of(anyBucket), "").on(scope));
    }

    private static LifecycleRule expireLogs(int days) {
        return LifecycleRule.builder()
                .id("ExpireAccessLogs")
                .enabled(true)
                .expiration(DefaultLifecycle.days(days))
                .noncurrentVersionExpiration(DefaultLifecycle.days(NONCURRENT_DAYS))
                .build();
    }

    private static Construct checked(Construct scope, String id, Settings settings) {
        ConfigurationCheck check = new ConfigurationCheck(scope, id);
        BucketNames.check(check, settings.bucketName, settings.accountRegionalPrefix);
        if (settings.optOutReason != null) {
            OptOutReason.check(check, "deleteWithStack", settings.optOutReason);
        }
        check.that(
                settings.retentionDays >= 1,
                () -> "retention of access logs is " + settings.retentionDays + " days; give 1 or more");
        return scope;
    }

    private static final class Settings {
        private @Nullable String bucketName;
        private @Nullable String accountRegionalPrefix;
        private int retentionDays = DEFAULT_RETENTION_DAYS;
        private @Nullable String optOutReason;
    }

    /** Collects settings. */
    public static final class Builder {

        private final Construct scope;
        private final String id;
        private final Settings settings = new Settings();

        private Builder(Construct scope, String id) {
            this.scope = scope;
            this.id = id;
        }

        /** Starts from the defaults. */
        public static Builder create(Construct scope, String id) {
            return new Builder(scope, id);
        }

        /** A physical name of your own. By default CloudFormation makes one up. */
        public Builder bucketName(String name) {
            settings.bucketName = name;
            return this;
        }

        /** Puts the bucket into the namespace of the account and Region. By default it lives in the global namespace. */
        public Builder accountRegionalNamespace(String namePrefix) {
            settings.accountRegionalPrefix = namePrefix;
            return this;
        }

        /** After how many days a log is deleted. By default 400, so that a whole year can be compared with the one before. */
        public Builder expireLogsAfterDays(int days) {
            settings.retentionDays = days;
            return this;
        }

        /** Deletes the bucket when it leaves the stack; CloudFormation refuses while it holds a log. */
        public Builder deleteWithStack(String reason) {
            settings.optOutReason = reason;
            return this;
        }

        /**
         * The log bucket.
         *
         * @throws io.github.secures3.constructs.InvalidConfigurationException if a name or number is out of range
         */
        public AccessLogBucket build() {
            return new AccessLogBucket(scope, id, settings);
        }
    }
}
