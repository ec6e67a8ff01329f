package io.github.secures3.constructs.bucket;

import io.github.secures3.constructs.InvalidConfigurationException;
import io.github.secures3.policy.Arn;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.statements.BucketScope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.Grant;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/**
 * A bucket that exists already and belongs to another stack or person.
 *
 * <p>CloudFormation cannot change its policy or settings, so none of the protections of a {@link SecureBucket} is promised here: synthesis
 * warns and prints the statements that the owner must add, also found in {@link #getRequiredPolicy()}. Identities of the same account
 * can be granted access; a grant that would need the bucket policy is refused with the statement to add, where the CDK would drop it
 * in silence. So are grants that a {@link SecureBucket} refuses.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/add-bucket-policy.html">Adding a bucket policy</a>
 * @since 0.1
 */
public final class ImportedBucket extends Construct {

    private final IBucket bucket;
    private final PolicyDocument requiredPolicy;
    private final BucketGrants grants;

    ImportedBucket(Construct scope, String id, String bucketName, @Nullable IKey key) {
        super(checked(scope, id, bucketName), id);
        this.bucket = Bucket.fromBucketName(this, "Bucket", bucketName);
        String arn = Arn.bucket(Aws.PARTITION, bucketName).text();
        SecureBucketSettings settings = new SecureBucketSettings();
        if (key == null) {
            settings.onlyOwnKey = false;
        }
        String keyArn = key == null ? null : key.getKeyArn();
        this.requiredPolicy = PolicyDocument.of(ProtectivePolicy.statements(settings, new BucketScope(arn), keyArn));
        this.grants = new BucketGrants(this, arn, key, keyArn, this::refuse);
        Annotations.of(this)
                .addWarningV2(
                        "SecureS3:ImportedBucket",
                        "the bucket is imported, so its policy and settings cannot be changed from here; its owner"
                                + " must add these statements to its policy:\n"
                                + PrintedStatements.of(this, requiredPolicy.statements()));
    }

    /** The CDK bucket. */
    public IBucket getBucket() {
        return bucket;
    }

    /** The statements that the owner must add for the bucket to have a secure bucket's default policy. */
    public PolicyDocument getRequiredPolicy() {
        return requiredPolicy;
    }

    /** Lets an identity of this account list the bucket and get current objects. */
    public Grant grantRead(IGrantable grantee) {
        return grantRead(grantee, "");
    }

    /** Lets an identity of this account list the bucket and get current objects below a prefix, which ends with a slash. */
    public Grant grantRead(IGrantable grantee, String prefix) {
        return grants.grant(BucketAccess.READ, grantee, prefix);
    }

    /** Lets an identity of this account put objects. */
    public Grant grantWrite(IGrantable grantee) {
        return grantWrite(grantee, "");
    }

    /** Lets an identity of this account put objects below a prefix, which ends with a slash. */
    public Grant grantWrite(IGrantable grantee, String prefix) {
        return grants.grant(BucketAccess.WRITE, grantee, prefix);
    }

    /** Lets an identity of this account put new objects. */
    public Grant grantAppendOnly(IGrantable grantee) {
        return grantAppendOnly(grantee, "");
    }

    /** Lets an identity of this account put new objects below a prefix, which ends with a slash. */
    public Grant grantAppendOnly(IGrantable grantee, String prefix) {
        return grants.grant(BucketAccess.APPEND_ONLY, grantee, prefix);
    }

    /** Lets an identity of this account delete current objects. */
    public Grant grantDelete(IGrantable grantee) {
        return grantDelete(grantee, "");
    }

    /** Lets an identity of this account delete current objects below a prefix, which ends with a slash. */
    public Grant grantDelete(IGrantable grantee, String prefix) {
        return grants.grant(BucketAccess.DELETE, grantee, prefix);
    }

    /** Lets an identity of this account list, get and put objects. */
    public Grant grantReadWrite(IGrantable grantee) {
        return grantReadWrite(grantee, "");
    }

    /** Lets an identity of this account list, get and put objects below a prefix, which ends with a slash. */
    public Grant grantReadWrite(IGrantable grantee, String prefix) {
        return grants.grant(BucketAccess.READ_WRITE, grantee, prefix);
    }

    private void refuse(IPrincipal principal, List<Statement> statements) {
        List<Statement> needed = statements.stream()
                .map(statement -> PrintedStatements.withPrincipal(principal, statement))
                .toList();
        throw new InvalidConfigurationException(
                getNode().getPath(),
                "the grantee belongs to another account, so the policy of the imported bucket must allow it, and that"
                        + " policy cannot be changed from here; its owner must"
                        + " add:\n" + PrintedStatements.of(this, needed));
    }

    private static Construct checked(Construct scope, String id, String bucketName) {
        BucketNames.check(new ConfigurationCheck(scope, id), bucketName, null);
        return scope;
    }
}
