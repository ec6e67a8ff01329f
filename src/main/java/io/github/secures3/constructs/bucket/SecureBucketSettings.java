package io.github.secures3.constructs.bucket;

import io.github.secures3.policy.Statement;
import io.github.secures3.policy.statements.DenyConfusedDeputy;
import io.github.secures3.policy.statements.DenyOutsideOrganization;
import io.github.secures3.policy.statements.DenyUnsignedPayload;
import io.github.secures3.policy.statements.NetworkPerimeter;
import io.github.secures3.policy.statements.TlsVersion;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.CorsRule;
import software.amazon.awscdk.services.s3.IntelligentTieringConfiguration;
import software.amazon.awscdk.services.s3.LifecycleRule;

/** What a bucket was asked to be; a field without a value was not asked for, and its accessor knows the default. */
final class SecureBucketSettings implements Cloneable {

    static final int DEFAULT_ABORT_UPLOADS_DAYS = 7;
    static final int DEFAULT_NONCURRENT_DAYS = 90;
    static final int DEFAULT_NONCURRENT_VERSIONS = 3;

    @Nullable
    String bucketName;

    @Nullable
    String accountRegionalPrefix;

    BucketEncryptionMode encryption = BucketEncryptionMode.SSE_KMS;

    @Nullable
    IKey encryptionKey;

    @Nullable
    String keyAlias;

    boolean bucketKey = true;
    boolean sseCBlocked = true;
    boolean onlyOwnKey = true;

    @Nullable
    TlsVersion minimumTls;

    boolean olderTlsAllowed;

    boolean accessLogs = true;

    @Nullable
    AccessLogBucket accessLogBucket;

    @Nullable
    String accessLogPrefix;

    boolean versioned = true;
    boolean noncurrentVersionsExpire = true;

    @Nullable
    Integer noncurrentDays;

    @Nullable
    Integer noncurrentVersions;

    boolean incompleteUploadsAborted = true;

    @Nullable
    Integer abortUploadsDays;

    List<LifecycleRule> lifecycleRules = List.of();
    boolean kept = true;

    boolean eventBridge = true;

    /** An id that is not checked yet, or null where a perimeter was given. */
    @Nullable
    String organizationId;

    @Nullable
    DenyOutsideOrganization organizationPerimeter;

    @Nullable
    DenyConfusedDeputy confusedDeputy;

    @Nullable
    NetworkPerimeter networkPerimeter;

    @Nullable
    Duration maximumPresignedUrlAge;

    @Nullable
    DenyUnsignedPayload unsignedPayloads;

    boolean writeOnce;

    @Nullable
    ObjectLock objectLock;

    List<Statement> statements = List.of();

    List<CorsRule> cors = List.of();
    List<IntelligentTieringConfiguration> intelligentTiering = List.of();
    List<BucketInventory> inventories = List.of();
    boolean transferAcceleration;

    Map<String, String> optOuts = new LinkedHashMap<>();

    /** The oldest TLS version that passes, or null where any may. */
    @Nullable
    TlsVersion oldestTls() {
        if (olderTlsAllowed) {
            return null;
        }
        return minimumTls == null ? TlsVersion.TLS_1_2 : minimumTls;
    }

    /**
     * The organization that identities must belong to, or null where any may come.
     *
     * @throws IllegalArgumentException if the id is none of an organization
     */
    @Nullable
    DenyOutsideOrganization organizationPerimeter() {
        return organizationId == null ? organizationPerimeter : new DenyOutsideOrganization(organizationId);
    }

    /** Whether each of these methods was called to weaken a default. */
    boolean optedOut(String... methods) {
        return optOuts.keySet().containsAll(List.of(methods));
    }

    String accessLogPrefix() {
        return accessLogPrefix == null ? AccessLogBucket.DEFAULT_PREFIX : accessLogPrefix;
    }

    int abortUploadsDays() {
        return abortUploadsDays == null ? DEFAULT_ABORT_UPLOADS_DAYS : abortUploadsDays;
    }

    int noncurrentDays() {
        return noncurrentDays == null ? DEFAULT_NONCURRENT_DAYS : noncurrentDays;
    }

    int noncurrentVersions() {
        return noncurrentVersions == null ? DEFAULT_NONCURRENT_VERSIONS : noncurrentVersions;
    }

    SecureBucketSettings copy() {
        try {
            SecureBucketSettings copy = (SecureBucketSettings) clone();
            copy.optOuts = new LinkedHashMap<>(optOuts);
            return copy;
        } catch (CloneNotSupportedException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
