package io.github.secures3.constructs.bucket;

import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Conditions;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ways of using a bucket that can be granted, each with the fewest actions it needs.
 *
 * <p>None holds {@code s3:*}, an ACL action, or anything that changes the bucket itself. Actions are sorted, so that the CDK's policy
 * minimization leaves them as they are. The statements carry neither Sid nor principal: whoever grants adds those.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html">Permissions for S3 API
 *     operations</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html">Permissions of multipart uploads</a>
 * @since 0.1
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are List.of
public enum BucketAccess {
    /** List and get current objects. */
    READ(true, List.of("s3:GetObject"), List.of("kms:Decrypt")),
    /** Put objects, in parts too, over existing ones too. */
    WRITE(
            false,
            List.of("s3:AbortMultipartUpload", "s3:ListMultipartUploadParts", "s3:PutObject"),
            List.of("kms:Decrypt", "kms:GenerateDataKey")),
    /** List, get and put objects. */
    READ_WRITE(
            true,
            List.of("s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"),
            List.of("kms:Decrypt", "kms:GenerateDataKey")),
    /** Put objects under keys that hold none. */
    APPEND_ONLY(
            false,
            List.of("s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"),
            List.of("kms:Decrypt", "kms:GenerateDataKey")),
    /** Delete current objects, which leaves a delete marker. */
    DELETE(false, List.of("s3:DeleteObject"), List.of());

    private final boolean lists;
    private final List<String> objectActions;
    private final List<String> keyActions;

    BucketAccess(boolean lists, List<String> objectActions, List<String> keyActions) {
        this.lists = lists;
        this.objectActions = objectActions;
        this.keyActions = keyActions;
    }

    /** What is allowed on the bucket for keys that start with the prefix; the empty prefix means all. */
    public List<Statement> onBucket(String bucketArn, String prefix) {
        return on(bucketArn, bucketArn + "/", prefix);
    }

    /**
     * The same through an access point, whose objects have ARNs of their own.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html">Policies of access points</a>
     */
    public List<Statement> onAccessPoint(String accessPointArn, String prefix) {
        return on(accessPointArn, accessPointArn + "/object/", prefix);
    }

    private List<Statement> on(String listed, String objectsStart, String prefix) {
        List<Statement> statements = new ArrayList<>();
        String objects = objectsStart + prefix + "*";
        statements.add(allow(objectActions, objects, Conditions.none()));
        if (this == APPEND_ONLY) {
            statements.addAll(creationOf(objects));
        }
        if (lists) {
            Conditions within = prefix.isEmpty()
                    ? Conditions.none()
                    : Conditions.of(Condition.of(Comparison.STRING_LIKE, "s3:prefix", prefix, prefix + "*"));
            statements.add(allow(List.of("s3:ListBucket"), listed, within));
        }
        return statements;
    }

    /**
     * A new object must ask that none is there; the parts of a multipart upload cannot ask and create nothing yet.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes-enforce.html">Enforcing conditional
     *     writes</a>
     */
    private static List<Statement> creationOf(String objects) {
        List<String> put = List.of("s3:PutObject");
        return List.of(
                allow(put, objects, Conditions.of(Condition.present("s3:if-none-match"))),
                allow(put, objects, Conditions.of(Condition.bool("s3:ObjectCreationOperation", false))));
    }

    /**
     * What is allowed on the key: only through S3 in the bucket's Region, and for this bucket alone. With an S3 Bucket Key the
     * encryption context is the bucket's ARN, without one the object's.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html">S3 Bucket Keys</a>
     */
    public Optional<Statement> onKey(String keyArn, String bucketArn, String viaService) {
        if (keyActions.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(allow(
                keyActions,
                keyArn,
                Conditions.of(
                        Condition.of(Comparison.STRING_EQUALS, "kms:ViaService", viaService),
                        Condition.of(
                                Comparison.STRING_LIKE,
                                "kms:EncryptionContext:aws:s3:arn",
                                bucketArn,
                                bucketArn + "/*"))));
    }

    private static Statement allow(List<String> actions, String resource, Conditions conditions) {
        return new Statement(null, Effect.ALLOW, null, Actions.of(actions), Resources.of(resource), conditions);
    }
}
