package io.github.secures3.constructs.replication;

import io.github.secures3.policy.statements.SseAlgorithm;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Aws;
import software.constructs.Construct;

/**
 * Where replicas go: a bucket in another Region, by names alone or as a construct of the same app.
 *
 * <p>Immutable: each {@code with} method returns a changed copy.
 *
 * @since 0.1
 */
public final class ReplicaDestination {

    private final BucketIdentity bucket;
    private final SseAlgorithm encryption;
    private final @Nullable String key;
    private final boolean objectLock;
    private final @Nullable Construct construct;
    private final List<ReplicationSource> knownSources;

    private ReplicaDestination(
            BucketIdentity bucket,
            SseAlgorithm encryption,
            @Nullable String key,
            boolean objectLock,
            @Nullable Construct construct,
            List<ReplicationSource> knownSources) {
        this.bucket = bucket;
        this.encryption = encryption;
        this.key = key;
        this.objectLock = objectLock;
        this.construct = construct;
        this.knownSources = knownSources;
    }

    /**
     * A {@link ReplicaBucket} that is deployed elsewhere: SSE-KMS under a key with the alias that it gives its key by default, without
     * Object Lock. The names are checked where a rule uses them.
     *
     * @param account the owner, 12 digits
     * @param region the Region of the bucket, such as {@code eu-central-1}
     * @param bucketName its name
     */
    public static ReplicaDestination named(String account, String region, String bucketName) {
        return new ReplicaDestination(
                new BucketIdentity(account, region, bucketName),
                SseAlgorithm.AWS_KMS,
                ReplicationNames.keyAlias(bucketName),
                false,
                null,
                List.of());
    }

    static ReplicaDestination of(
            Construct construct,
            BucketIdentity bucket,
            SseAlgorithm encryption,
            @Nullable String key,
            boolean objectLock,
            List<ReplicationSource> sources) {
        return new ReplicaDestination(bucket, encryption, key, objectLock, construct, List.copyOf(sources));
    }

    /** With replicas under the key that has this alias in the destination's account and Region, such as {@code alias/replicas}. */
    public ReplicaDestination withKeyAlias(String alias) {
        return new ReplicaDestination(bucket, kms(), alias, objectLock, construct, knownSources);
    }

    /** With replicas under this key, by its full ARN. */
    public ReplicaDestination withKeyArn(String keyArn) {
        return new ReplicaDestination(bucket, kms(), keyArn, objectLock, construct, knownSources);
    }

    /** With replicas under keys of S3 (SSE-S3), which only a source without KMS can replicate to. */
    public ReplicaDestination withoutKms() {
        return new ReplicaDestination(bucket, SseAlgorithm.AES256, null, objectLock, construct, knownSources);
    }

    /** With Object Lock on, which a source with Object Lock needs. */
    public ReplicaDestination withObjectLock() {
        return new ReplicaDestination(bucket, encryption, key, true, construct, knownSources);
    }

    /** The owner of the bucket. */
    public String account() {
        return bucket.account();
    }

    /** Where the bucket lies. */
    public String region() {
        return bucket.region();
    }

    /** The name of the bucket. */
    public String bucketName() {
        return bucket.name();
    }

    BucketIdentity bucket() {
        return bucket;
    }

    SseAlgorithm encryption() {
        return encryption;
    }

    /** The alias or the ARN of the key, or null without KMS. */
    @Nullable
    String key() {
        return key;
    }

    boolean hasKeyArn() {
        return key != null && key.startsWith("arn:");
    }

    /** The key as the replication configuration names it: its ARN, or that of its alias. */
    String keyId() {
        return hasKeyArn() ? String.valueOf(key) : keyArn(String.valueOf(key));
    }

    /** The keys that a policy of the source's account can name: the key, or all keys of the Region to be narrowed by alias. */
    String keyResource() {
        return hasKeyArn() ? String.valueOf(key) : keyArn("key/*");
    }

    boolean objectLock() {
        return objectLock;
    }

    /** The construct of the same app, or null where the bucket is known by name only. */
    @Nullable
    Construct construct() {
        return construct;
    }

    /** The sources that a construct of the same app lets in. */
    List<ReplicationSource> knownSources() {
        return knownSources;
    }

    private String keyArn(String resource) {
        return "arn:" + Aws.PARTITION + ":kms:" + bucket.region() + ":" + bucket.account() + ":" + resource;
    }

    private SseAlgorithm kms() {
        return encryption == SseAlgorithm.AES256 ? SseAlgorithm.AWS_KMS : encryption;
    }
}
