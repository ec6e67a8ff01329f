package io.github.secures3.analysis.prove;

import org.jspecify.annotations.Nullable;

/**
 * What an invariant may say about the bucket it is about.
 *
 * @param arn its ARN
 * @param account the account that owns it, as far as known
 * @param keyArn the KMS key of its default encryption, or null where it has none of its own
 * @param mayLock whether it has Object Lock, or may have it
 * @since 0.1
 */
public record BucketFacts(
        String arn, @Nullable String account, @Nullable String keyArn, boolean mayLock) {

    /** The ARN pattern of the objects whose keys begin so. */
    public String objects(String prefix) {
        return arn + "/" + prefix + "*";
    }
}
