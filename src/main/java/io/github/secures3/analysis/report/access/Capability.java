package io.github.secures3.analysis.report.access;

import java.util.List;

/**
 * What somebody can do with a bucket, each told by a few actions that stand for it.
 *
 * @since 0.1
 */
public enum Capability {
    /** Sees which objects there are. */
    LIST("list", false, "s3:ListBucket"),
    /** Reads objects. */
    READ("read", true, "s3:GetObject"),
    /** Writes objects. */
    WRITE("write", true, "s3:PutObject"),
    /** Deletes objects or their versions. */
    DELETE("delete", true, "s3:DeleteObject s3:DeleteObjectVersion"),
    /** Changes the protections of the bucket. */
    ADMINISTER(
            "administer",
            false,
            "s3:PutBucketPolicy s3:PutBucketPublicAccessBlock s3:PutBucketOwnershipControls s3:PutBucketVersioning"
                    + " s3:PutEncryptionConfiguration s3:PutLifecycleConfiguration s3:DeleteBucket");

    private final String text;
    private final boolean ofObjects;
    private final String actions;

    Capability(String text, boolean ofObjects, String actions) {
        this.text = text;
        this.ofObjects = ofObjects;
        this.actions = actions;
    }

    /** The name in reports. */
    public String text() {
        return text;
    }

    /** Whether it is about objects rather than the bucket itself. */
    public boolean isOfObjects() {
        return ofObjects;
    }

    /** The actions that stand for it. */
    public List<String> actions() {
        return List.of(actions.split(" "));
    }
}
