package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Value;

/**
 * Whether a bucket keeps versions: because versioning is stated, or because its objects can be locked, which needs versioning and lets nobody suspend
 * it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html">Object Lock considerations</a>
 */
final class KeptVersions {

    private KeptVersions() {}

    /** The status of versioning, {@code Enabled} or {@code Suspended}. */
    static Value<String> status(Bucket bucket) {
        Value<Boolean> locks = bucket.objectLock().enabled();
        return !bucket.versioning().isAbsent() || locks.isSurely(on -> !on)
                ? bucket.versioning()
                : locks.part(on -> new Value.Known<>("Enabled", locks.place().orElseThrow()));
    }
}
