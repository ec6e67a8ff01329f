package io.github.secures3.constructs.bucket;

import io.github.secures3.policy.Statement;
import io.github.secures3.policy.statements.DenyConfusedDeputy;
import io.github.secures3.policy.statements.DenyOutsideOrganization;
import io.github.secures3.policy.statements.DenyUnsignedPayload;
import io.github.secures3.policy.statements.NetworkPerimeter;
import io.github.secures3.policy.statements.TlsVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.CorsRule;
import software.amazon.awscdk.services.s3.IntelligentTieringConfiguration;
import software.amazon.awscdk.services.s3.LifecycleRule;

/**
 * What a {@link SecureBucket} can be told, shared by {@link SecureBucket.Builder} and {@link SecureBucketProps.Builder}.
 *
 * @param <B> the builder itself
 * @since 0.1
 */
public abstract sealed class SecureBucketOptions<B extends SecureBucketOptions<B>> extends BucketOptOuts<B>
        permits SecureBucket.Builder, SecureBucketProps.Builder {

    SecureBucketOptions() {}

    SecureBucketOptions(SecureBucketSettings settings) {
        super(settings);
    }

    /** A physical name of your own, 3 to 63 characters. By default CloudFormation makes one up. */
    public B bucketName(String name) {
        settings.bucketName = name;
        return self();
    }

    /**
     * Puts the bucket into the namespace of the account and Region: its name becomes {@code prefix-account-region-an}, which no other
     * account can ever take. By default the bucket lives in the global namespace.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html">Namespaces for general purpose
     *     buckets</a>
     */
    public B accountRegionalNamespace(String namePrefix) {
        settings.accountRegionalPrefix = namePrefix;
        return self();
    }

    /** A customer managed key of your own, which several buckets may share. By default the bucket gets a key to itself, with rotation. */
    public B encryptionKey(IKey key) {
        settings.encryptionKey = key;
        return self();
    }

    /** An alias for the key that is made for this bucket. By default it has none. */
    public B keyAlias(String alias) {
        settings.keyAlias = alias;
        return self();
    }

    /** The oldest TLS version that requests may use. By default 1.2. */
    public B minimumTls(TlsVersion version) {
        settings.minimumTls = version;
        return self();
    }

    /** Where server access logs go. By default one {@link AccessLogBucket} for the stack, made when the first bucket needs it. */
    public B accessLogBucket(AccessLogBucket logs) {
        settings.accessLogBucket = logs;
        return self();
    }

    /** What the keys of this bucket's access logs start with; ends with a slash. By default {@code access-logs/}. */
    public B accessLogPrefix(String prefix) {
        settings.accessLogPrefix = prefix;
        return self();
    }

    /** After how many days the parts of an incomplete upload are removed. By default 7. */
    public B abortIncompleteUploadsAfterDays(int days) {
        settings.abortUploadsDays = days;
        return self();
    }

    /** How many days a version is kept after it was overwritten or deleted. By default 90. */
    public B expireNoncurrentVersionsAfterDays(int days) {
        settings.noncurrentDays = days;
        return self();
    }

    /** How many noncurrent versions of an object are kept whatever their age, 1 to 100. By default 3. */
    public B noncurrentVersionsToKeep(int versions) {
        settings.noncurrentVersions = versions;
        return self();
    }

    /**
     * Lifecycle rules that stand beside the default ones. By default none. A rule that expires the noncurrent versions of the whole bucket is
     * refused as long as the default one does so.
     */
    public B lifecycleRules(List<LifecycleRule> rules) {
        settings.lifecycleRules = List.copyOf(rules);
        return self();
    }

    /** Denies every identity outside this organization, AWS services on the owner's behalf excepted. By default there is no such perimeter. */
    public B organizationPerimeter(String organizationId) {
        settings.organizationId = organizationId;
        return self();
    }

    /** Denies every identity outside an organization except those of the accounts named. By default there is no such perimeter. */
    public B organizationPerimeter(DenyOutsideOrganization perimeter) {
        settings.organizationId = null;
        settings.organizationPerimeter = perimeter;
        return self();
    }

    /** Denies AWS services that act for a source outside the organization or accounts named. By default there is no such check. */
    public B confusedDeputyProtection(DenyConfusedDeputy protection) {
        settings.confusedDeputy = protection;
        return self();
    }

    /** Denies access to data from anywhere but these endpoints, VPCs and addresses. By default there is no such perimeter. */
    public B networkPerimeter(NetworkPerimeter perimeter) {
        settings.networkPerimeter = perimeter;
        return self();
    }

    /** How old a presigned URL may be when it is used, up to 7 days. By default S3's own limit. */
    public B maximumPresignedUrlAge(Duration age) {
        settings.maximumPresignedUrlAge = age;
        return self();
    }

    /** Denies uploads whose signature leaves the payload out, over HTTPS too. By default they pass. */
    public B refuseUnsignedPayloads(DenyUnsignedPayload refusal) {
        settings.unsignedPayloads = refusal;
        return self();
    }

    /**
     * Whether an upload must say {@code If-None-Match}, so that no upload replaces an object; clients that do not send the header, copies
     * among them, stop. By default not.
     */
    public B writeOnce(boolean once) {
        settings.writeOnce = once;
        return self();
    }

    /** Object Lock with a default retention. By default none; once on, it cannot be taken off. */
    public B objectLock(ObjectLock lock) {
        settings.objectLock = lock;
        return self();
    }

    /**
     * Statements that join the bucket policy, each with a Sid of its own. By default none. They name the bucket by its ARN, so they are for
     * buckets with a name of their own; otherwise use {@link SecureBucket#addToResourcePolicy} with {@link SecureBucket#getBucketArn}.
     */
    public B policyStatements(List<Statement> statements) {
        settings.statements = List.copyOf(statements);
        return self();
    }

    /** Which web pages of other origins may call the bucket. By default none. */
    public B cors(List<CorsRule> rules) {
        settings.cors = List.copyOf(rules);
        return self();
    }

    /** Archive tiers of S3 Intelligent-Tiering. By default none. */
    public B intelligentTiering(List<IntelligentTieringConfiguration> configurations) {
        settings.intelligentTiering = List.copyOf(configurations);
        return self();
    }

    /** Inventories of this bucket. By default none. */
    public B inventories(List<BucketInventory> inventories) {
        settings.inventories = List.copyOf(inventories);
        return self();
    }

    /** One inventory more. */
    public B inventory(BucketInventory inventory) {
        List<BucketInventory> all = new ArrayList<>(settings.inventories);
        all.add(inventory);
        return inventories(all);
    }

    /** Whether uploads and downloads may take S3 Transfer Acceleration's edge locations. By default not. */
    public B transferAcceleration(boolean accelerate) {
        settings.transferAcceleration = accelerate;
        return self();
    }
}
