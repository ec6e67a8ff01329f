package io.github.secures3.constructs.bucket;

import io.github.secures3.policy.Statement;
import io.github.secures3.policy.json.PolicyWriter;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketPolicy;

/** Hands policies to the CDK as whole documents: a call for each statement would cost most of the synthesis time. */
final class BucketPolicies {

    private BucketPolicies() {}

    static PolicyDocument document(List<Statement> statements) {
        return PolicyDocument.fromJson(PolicyWriter.toMap(io.github.secures3.policy.PolicyDocument.of(statements)));
    }

    static PolicyStatement statement(Statement statement) {
        return PolicyStatement.fromJson(PolicyWriter.toMap(statement));
    }

    /**
     * Makes the one policy of a bucket, under the id that the CDK itself would use, so that grants and notifications add to it. It is
     * removed as the bucket is: a bucket that outlives its stack must not lose its protection.
     */
    static void attach(Bucket bucket, List<Statement> statements, RemovalPolicy removal) {
        BucketPolicy policy = BucketPolicy.Builder.create(bucket, "Policy")
                .bucket(bucket)
                .document(document(statements))
                .removalPolicy(removal)
                .build();
        bucket.setPolicy(policy);
    }
}
