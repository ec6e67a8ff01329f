package io.github.secures3.constructs.accesspoint;

import io.github.secures3.constructs.bucket.ImportedBucket;
import io.github.secures3.constructs.bucket.SecureBucket;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import io.github.secures3.policy.json.PolicyWriter;
import io.github.secures3.policy.statements.TlsVersion;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.IBucket;

/**
 * The bucket that access points stand on.
 *
 * @param bucket the CDK bucket
 * @param name its name, usually a token
 * @param arn its ARN, usually a token
 * @param account the account that owns it, or a token
 * @param region the Region that it lies in, or a token
 * @param key the key that encrypts it, or null
 * @param minimumTls the oldest TLS version that it answers, or null where that is not known
 * @param policy adds a statement to its policy and tells whether that was possible
 */
record BucketTarget(
        IBucket bucket,
        String name,
        String arn,
        String account,
        String region,
        @Nullable IKey key,
        @Nullable TlsVersion minimumTls,
        Predicate<Statement> policy) {

    static BucketTarget of(SecureBucket bucket) {
        Stack stack = Stack.of(bucket);
        return new BucketTarget(
                bucket.getBucket(),
                bucket.getBucketName(),
                bucket.getBucketArn(),
                stack.getAccount(),
                stack.getRegion(),
                bucket.getEncryptionKey(),
                bucket.getMinimumTls(),
                statement -> {
                    bucket.addToResourcePolicy(statement);
                    return true;
                });
    }

    static BucketTarget of(ImportedBucket imported) {
        return of(imported.getBucket());
    }

    static BucketTarget of(IBucket bucket) {
        return new BucketTarget(
                bucket,
                bucket.getBucketName(),
                bucket.getBucketArn(),
                bucket.getEnv().getAccount(),
                bucket.getEnv().getRegion(),
                bucket.getEncryptionKey(),
                null,
                statement -> Boolean.TRUE.equals(
                        bucket.addToResourcePolicy(PolicyStatement.fromJson(PolicyWriter.toMap(statement)))
                                .getStatementAdded()));
    }

    BucketTarget inAccount(String owner) {
        return new BucketTarget(bucket, name, arn, owner, region, key, minimumTls, policy);
    }

    BucketTarget with(IKey encryptionKey) {
        return new BucketTarget(bucket, name, arn, account, region, encryptionKey, minimumTls, policy);
    }

    /** The ARN where it can stand in the policy of the key, to which the bucket refers: a physical name, no reference to the resource. */
    @Nullable
    String arnWithoutReference(String partition) {
        if (!(bucket.getNode().getDefaultChild() instanceof CfnBucket resource)) {
            return "arn:" + partition + ":s3:::" + name;
        }
        String known = resource.getBucketName();
        return known == null || UnresolvedToken.isIn(known) ? null : "arn:" + partition + ":s3:::" + known;
    }
}
