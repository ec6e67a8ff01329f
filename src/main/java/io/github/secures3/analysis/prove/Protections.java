package io.github.secures3.analysis.prove;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The requests that change what protects a bucket and its objects.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html">Actions of Amazon S3</a>
 */
final class Protections {

    private static final String PRINCIPAL_ARN = "aws:PrincipalArn";
    private static final String[] POLICY_CHANGES = {"s3:PutBucketPolicy", "s3:DeleteBucketPolicy"};
    private static final String[] CHANGES = {
        // Who gets in: ACLs, Block Public Access, and the tags that policies decide by.
        "s3:PutBucketAbac",
        "s3:PutBucketAcl",
        "s3:PutBucketOwnershipControls",
        "s3:PutBucketPublicAccessBlock",
        "s3:PutBucketTagging",
        "s3:PutObjectAcl",
        "s3:PutObjectVersionAcl",
        "s3:TagResource",
        "s3:UntagResource",
        // What keeps objects: encryption, versions, lock, and copies.
        "s3:BypassGovernanceRetention",
        "s3:DeleteBucket",
        "s3:PutBucketObjectLockConfiguration",
        "s3:PutBucketVersioning",
        "s3:PutEncryptionConfiguration",
        "s3:PutLifecycleConfiguration",
        "s3:PutObjectLegalHold",
        "s3:PutObjectRetention",
        "s3:PauseReplication",
        "s3:PutReplicationConfiguration",
        "s3:UpdateObjectEncryption",
        // What watches the bucket, and what carries its data or its listing elsewhere.
        "s3:DeleteBucketWebsite",
        "s3:PutBucketCORS",
        "s3:PutBucketLogging",
        "s3:PutBucketNotification",
        "s3:PutBucketRequestPayment",
        "s3:PutBucketWebsite",
        "s3:PutInventoryConfiguration"
    };

    private Protections() {}

    /** The changes by anybody but these, and but the root user where the bucket policy is at stake. */
    static List<Statement> changes(BucketFacts bucket, List<String> principalArns) {
        List<String> spared = new ArrayList<>(principalArns);
        spared.add(rootOf(bucket));
        return List.of(
                Statement.deny("Asked")
                        .everyone()
                        .actions(CHANGES)
                        .when(Condition.of(Comparison.ARN_NOT_LIKE, PRINCIPAL_ARN, principalArns))
                        .build(),
                Statement.deny("Asked")
                        .everyone()
                        .actions(POLICY_CHANGES)
                        .when(Condition.of(Comparison.ARN_NOT_LIKE, PRINCIPAL_ARN, spared))
                        .build());
    }

    /** The root user of the owner's account, in every partition. */
    static String rootOf(BucketFacts bucket) {
        String account = bucket.account();
        return "arn:*:iam::" + (account == null ? "*" : account) + ":root";
    }
}
