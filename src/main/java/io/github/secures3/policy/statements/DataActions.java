package io.github.secures3.policy.statements;

import io.github.secures3.policy.Actions;
import java.util.List;

/**
 * The actions that reach data, as opposed to the configuration of the bucket.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html">Actions of Amazon S3</a>
 */
final class DataActions {

    /** All actions on objects, and those on a bucket that list objects. */
    static final Actions ALL = Actions.of(
            "s3:AbortMultipartUpload",
            "s3:BypassGovernanceRetention",
            "s3:DeleteObject*",
            "s3:GetObject*",
            "s3:InitiateReplication",
            "s3:ListBucket",
            "s3:ListBucketMultipartUploads",
            "s3:ListBucketVersions",
            "s3:ListMultipartUploadParts",
            "s3:ListObject*",
            "s3:ObjectOwnerOverrideToBucketOwner",
            "s3:PutObject*",
            "s3:ReplicateDelete",
            "s3:ReplicateObject*",
            "s3:ReplicateTags",
            "s3:RestoreObject",
            "s3:UpdateObjectEncryption");

    /**
     * What applications do with data through an access point. Left out on purpose: removing versions, retention and legal holds, ACLs,
     * changing keys, and replication.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-service-api-support.html">Operations of access
     *     points</a>
     */
    static final List<String> THROUGH_ACCESS_POINTS = List.of(
            "s3:AbortMultipartUpload",
            "s3:DeleteObject",
            "s3:DeleteObjectTagging",
            "s3:GetObject",
            "s3:GetObjectAttributes",
            "s3:GetObjectTagging",
            "s3:GetObjectVersion",
            "s3:GetObjectVersionAttributes",
            "s3:GetObjectVersionTagging",
            "s3:ListBucket",
            "s3:ListBucketMultipartUploads",
            "s3:ListBucketVersions",
            "s3:ListMultipartUploadParts",
            "s3:PutObject",
            "s3:PutObjectTagging");

    private DataActions() {}
}
