package io.github.secures3.analysis.evaluate;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What the credentials of an S3 Access Grants grant are confined to: a session of the location's role, scoped to the grant.
 *
 * <p>A grantee's request is one by a session of the location's IAM role, with {@link #sessionPolicy} among the
 * {@linkplain Situation.Builder#sessionPolicies session policies}. AWS does not publish the session policy that it passes; this one allows
 * the actions that AWS lists for a location's role, for the granted permission and scope, and the KMS actions that encrypted objects need.
 *
 * @param scope what is granted: {@code s3://bucket/*}, {@code s3://bucket/prefix*} or one object
 * @param permission what may be done there
 * @param partition the partition of the bucket, such as {@code aws}
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-credentials.html">Requesting access through S3 Access
 *     Grants</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-location-register.html">The role of a location</a>
 * @since 0.1
 */
public record AccessGrantsSession(String scope, Permission permission, String partition) {

    /** The permissions that a grant can give. */
    public enum Permission {
        /** Reading objects and listing them. */
        READ,
        /** Writing and deleting objects. */
        WRITE,
        /** Both. */
        READWRITE
    }

    private static final String SCHEME = "s3://";

    /**
     * Checks the scope.
     *
     * @throws IllegalArgumentException if the scope is no {@code s3://bucket/...}
     */
    public AccessGrantsSession {
        if (!scope.startsWith(SCHEME) || scope.indexOf('/', SCHEME.length()) <= SCHEME.length()) {
            throw new IllegalArgumentException("the scope '" + scope
                    + "' is none of a grant; write it as s3://bucket/*, s3://bucket/prefix* or s3://bucket/key");
        }
    }

    /** The policy that confines the session. */
    public AttachedPolicy sessionPolicy() {
        String path = scope.substring(SCHEME.length());
        int slash = path.indexOf('/');
        String bucket = "arn:" + partition + ":s3:::" + path.substring(0, slash);
        String objects = "arn:" + partition + ":s3:::" + path;
        List<Statement> statements = new ArrayList<>();
        if (permission != Permission.WRITE) {
            statements.add(Statement.allow("ObjectLevelReadPermissions")
                    .actions(
                            "s3:GetObject",
                            "s3:GetObjectVersion",
                            "s3:GetObjectAcl",
                            "s3:GetObjectVersionAcl",
                            "s3:ListMultipartUploadParts")
                    .resources(objects)
                    .build());
            statements.add(Statement.allow("BucketLevelReadPermissions")
                    .actions("s3:ListBucket")
                    .resources(bucket)
                    .when(Condition.of(Comparison.STRING_LIKE, "s3:prefix", path.substring(slash + 1)))
                    .build());
        }
        if (permission != Permission.READ) {
            statements.add(Statement.allow("ObjectLevelWritePermissions")
                    .actions(
                            "s3:PutObject",
                            "s3:PutObjectAcl",
                            "s3:PutObjectVersionAcl",
                            "s3:DeleteObject",
                            "s3:DeleteObjectVersion",
                            "s3:AbortMultipartUpload")
                    .resources(objects)
                    .build());
        }
        statements.add(Statement.allow("KMSPermissions")
                .actions("kms:Decrypt", "kms:GenerateDataKey")
                .resources("*")
                .build());
        return AttachedPolicy.of(PolicyDocument.of(statements));
    }
}
