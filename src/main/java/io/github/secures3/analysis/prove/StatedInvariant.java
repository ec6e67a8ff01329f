package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.model.Bucket;
import java.util.List;

/**
 * An invariant that somebody states about some buckets.
 *
 * @param buckets the buckets; empty for all
 * @param invariant what is claimed about them
 * @since 0.1
 */
public record StatedInvariant(List<Bucket> buckets, Invariant invariant) {

    /** Copies the list. */
    public StatedInvariant {
        buckets = List.copyOf(buckets);
    }

    /** About all buckets. */
    public static StatedInvariant aboutAll(Invariant invariant) {
        return new StatedInvariant(List.of(), invariant);
    }

    /** Whether it is about this bucket. */
    public boolean isAbout(Bucket bucket) {
        return buckets.isEmpty() || buckets.contains(bucket);
    }
}
