package io.github.secures3.constructs.bucket;

import io.github.secures3.constructs.InvalidConfigurationException;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.statements.TlsVersion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.iam.Grant;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.EventType;
import software.amazon.awscdk.services.s3.IBucketNotificationDestination;
import software.amazon.awscdk.services.s3.NotificationKeyFilter;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/**
 * A bucket with the protections that S3 offers switched on, its key, its policy and its access logs.
 *
 * <p>By default: public access blocked and ACLs off; SSE-KMS under a key of its own with rotation and an S3 Bucket Key; uploads under
 * other keys and SSE-C denied; HTTPS with TLS 1.2 or newer only; versioning, noncurrent versions kept 90 days and at least 3 of them;
 * incomplete uploads removed after 7 days; server access logs in the stack's {@link AccessLogBucket}; events to EventBridge; bucket,
 * policy and key kept when the stack goes. Weakening one of these takes a method of its own with a reason, see {@link BucketOptOuts};
 * more protections are there by choice, see {@link SecureBucketOptions}.
 *
 * <p>{@link #getBucket()} is the CDK's own bucket: notifications, metrics and everything else that takes an {@code IBucket} work as
 * anywhere. The ids of this construct's children are part of its contract: they decide which physical bucket a stack owns.
 *
 * <p>Grants refuse, with an {@link InvalidConfigurationException}, a prefix that does not end with a slash, starts with one or holds a wildcard, and grantees
 * that are everyone or an AWS service.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html">Security best practices for
 *     Amazon S3</a>
 * @since 0.1
 */
public final class SecureBucket extends Construct {

    private final BucketParts parts;
    private final StatementCheck statements;
    private final PolicyBudget budget;
    private final BucketGrants grants;
    private final QueueEvents queueEvents;
    private final Map<String, String> optOuts;
    private final @Nullable TlsVersion minimumTls;
    private boolean receivesInventories;

    /**
     * A bucket with the defaults.
     *
     * @throws InvalidConfigurationException never for the defaults; declared with the other constructors
     */
    public SecureBucket(Construct scope, String id) {
        this(scope, id, new SecureBucketSettings());
    }

    /**
     * A bucket with these settings.
     *
     * @throws InvalidConfigurationException if a setting is out of range or contradicts another, naming it and the fix
     */
    public SecureBucket(Construct scope, String id, SecureBucketProps props) {
        this(scope, id, props.settings());
    }

    private SecureBucket(Construct scope, String id, SecureBucketSettings settings) {
        super(prepared(scope, id, settings), id);
        ConfigurationCheck check = new ConfigurationCheck(scope, id);
        this.statements = new StatementCheck(check, settings);
        this.budget = new PolicyBudget(check);
        this.parts = BucketParts.make(this, scope, id, settings, budget);
        this.grants = new BucketGrants(this, parts.bucketArn(), parts.key(), parts.keyArn(), this::allow);
        this.queueEvents = new QueueEvents(parts.bucket(), parts.resource(), parts.eventBridge());
        this.optOuts = new TreeMap<>(settings.optOuts);
        this.minimumTls = settings.oldestTls();
    }

    /**
     * A bucket that exists already. It cannot be made secure from here, so this is no {@code SecureBucket}: it grants what identities of
     * this account may do, and tells the statements that its owner must add.
     *
     * @see ImportedBucket
     */
    public static ImportedBucket fromBucketName(Construct scope, String id, String bucketName) {
        return new ImportedBucket(scope, id, bucketName, null);
    }

    /** A bucket that exists already, encrypted under the key given. */
    public static ImportedBucket fromBucketName(Construct scope, String id, String bucketName, IKey encryptionKey) {
        return new ImportedBucket(scope, id, bucketName, encryptionKey);
    }

    /** The CDK bucket. */
    public Bucket getBucket() {
        return parts.bucket();
    }

    /** The ARN of the bucket, a token. */
    public String getBucketArn() {
        return parts.bucketArn();
    }

    /** The name of the bucket, usually a token. */
    public String getBucketName() {
        return parts.bucket().getBucketName();
    }

    /** The key that encrypts the bucket, or null where it was allowed to go without KMS. */
    public @Nullable IKey getEncryptionKey() {
        return parts.key();
    }

    /** The oldest TLS version that the bucket answers, or null where it was allowed to answer older ones than 1.2. */
    public @Nullable TlsVersion getMinimumTls() {
        return minimumTls;
    }

    /** Where the access logs go, or null where the bucket was allowed to write none. */
    public @Nullable AccessLogBucket getAccessLogBucket() {
        return parts.accessLogBucket();
    }

    /** Lets the grantee list the bucket and get current objects. */
    public Grant grantRead(IGrantable grantee) {
        return grantRead(grantee, "");
    }

    /** Lets the grantee list and get objects below a prefix, which ends with a slash. */
    public Grant grantRead(IGrantable grantee, String prefix) {
        return grants.grant(BucketAccess.READ, grantee, prefix);
    }

    /** Lets the grantee put objects, in parts too, over existing ones too; not delete, read or list them. */
    public Grant grantWrite(IGrantable grantee) {
        return grantWrite(grantee, "");
    }

    /** Lets the grantee put objects below a prefix, which ends with a slash. */
    public Grant grantWrite(IGrantable grantee, String prefix) {
        return grants.grant(BucketAccess.WRITE, grantee, prefix);
    }

    /** Lets the grantee put objects under keys that hold none: its uploads must carry {@code If-None-Match}. */
    public Grant grantAppendOnly(IGrantable grantee) {
        return grantAppendOnly(grantee, "");
    }

    /** Lets the grantee put new objects below a prefix, which ends with a slash. */
    public Grant grantAppendOnly(IGrantable grantee, String prefix) {
        return grants.grant(BucketAccess.APPEND_ONLY, grantee, prefix);
    }

    /** Lets the grantee delete current objects, which leaves a delete marker; versions stay. */
    public Grant grantDelete(IGrantable grantee) {
        return grantDelete(grantee, "");
    }

    /** Lets the grantee delete current objects below a prefix, which ends with a slash. */
    public Grant grantDelete(IGrantable grantee, String prefix) {
        return grants.grant(BucketAccess.DELETE, grantee, prefix);
    }

    /** Lets the grantee list, get and put objects, not delete them. */
    public Grant grantReadWrite(IGrantable grantee) {
        return grantReadWrite(grantee, "");
    }

    /** Lets the grantee list, get and put objects below a prefix, which ends with a slash. */
    public Grant grantReadWrite(IGrantable grantee, String prefix) {
        return grants.grant(BucketAccess.READ_WRITE, grantee, prefix);
    }

    /**
     * Adds a statement to the bucket policy.
     *
     * @throws InvalidConfigurationException if it has no Sid or principal, its Sid is taken, it allows everyone without narrowing that, it is
     *     about another bucket, or the policy would pass the 20 KB that S3 accepts
     */
    public void addToResourcePolicy(Statement statement) {
        statements.that(statement);
        budget.add(List.of(statement));
        parts.bucket().addToResourcePolicy(BucketPolicies.statement(statement));
    }

    /**
     * Adds a statement to the policy of the bucket's key.
     *
     * @throws InvalidConfigurationException if the bucket goes without KMS, or its key is imported, whose policy cannot be changed from here
     */
    public void addToKeyPolicy(Statement statement) {
        IKey key = parts.key();
        if (key == null) {
            throw new InvalidConfigurationException(
                    getNode().getPath(),
                    "a statement is added to the key policy, but the bucket goes without KMS; take allowWithoutKms"
                            + " away");
        }
        KeyPolicies.allow(this, key, statement);
    }

    /**
     * Sends events of the bucket to a queue, topic or function, and keeps EventBridge on, which the CDK's own method would switch off.
     */
    public void addEventNotification(
            EventType event, IBucketNotificationDestination destination, NotificationKeyFilter... filters) {
        queueEvents.byCustomResource();
        parts.bucket().addEventNotification(event, destination, filters);
    }

    /**
     * Sends events of the bucket to a queue by the bucket resource itself, without the CDK's custom resource. The queue's policy must let
     * {@code s3.amazonaws.com} send, and must be there before the bucket: S3 tries it out.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html">Granting permissions
     *     to publish event notification messages</a>
     */
    public void sendEventsToQueue(IQueue queue, List<EventType> events) {
        queueEvents.add(queue, events);
    }

    /**
     * Writes the reason why a construct around this bucket goes without one of its defaults into the template's metadata.
     *
     * @throws InvalidConfigurationException if the reason is blank or longer than 256 characters
     */
    public void recordOptOut(String choice, String reason) {
        if (getNode().getScope() instanceof Construct scope) {
            OptOutReason.check(new ConfigurationCheck(scope, getNode().getId()), choice, reason);
        }
        optOuts.put(choice, reason);
        BucketMetadata.record(parts.resource(), optOuts);
    }

    /** Lets inventories of this account's buckets arrive here; asking again changes nothing. */
    void acceptInventories() {
        if (!receivesInventories) {
            InventoryDelivery.open(this, parts.key());
            receivesInventories = true;
        }
    }

    /** All that can be refused comes before the construct joins the tree. */
    private static Construct prepared(Construct scope, String id, SecureBucketSettings settings) {
        new SettingsCheck(scope, id, settings).all();
        settings.inventories.forEach(inventory -> inventory.destination().acceptInventories());
        return scope;
    }

    private void allow(IPrincipal principal, List<Statement> statements) {
        budget.add(statements.stream()
                .map(statement -> PrintedStatements.withPrincipal(principal, statement))
                .toList());
        statements.forEach(
                statement -> parts.bucket().addToResourcePolicy(BucketGrants.forPrincipal(principal, statement)));
    }

    /** Collects settings and makes the bucket. */
    public static final class Builder extends SecureBucketOptions<Builder> {

        private final Construct scope;
        private final String id;

        private Builder(Construct scope, String id) {
            this.scope = scope;
            this.id = id;
        }

        /** Starts from the defaults. */
        public static Builder create(Construct scope, String id) {
            return new Builder(scope, id);
        }

        /**
         * The bucket.
         *
         * @throws InvalidConfigurationException if a setting is out of range or contradicts another, naming it and the fix
         */
        public SecureBucket build() {
            return new SecureBucket(scope, id, settings.copy());
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
