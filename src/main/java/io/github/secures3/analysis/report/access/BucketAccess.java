package io.github.secures3.analysis.report.access;

import io.github.secures3.analysis.model.Bucket;
import java.util.List;
import java.util.Objects;

/**
 * Who reaches one bucket.
 *
 * @param bucket the bucket
 * @param rows those who reach it or may, the widest kinds of caller first
 * @param shutOut those who were asked about and reach it by no way
 * @since 0.1
 */
public record BucketAccess(Bucket bucket, List<AccessRow> rows, List<Caller> shutOut) {

    /** Copies the lists. */
    public BucketAccess {
        Objects.requireNonNull(bucket, "bucket");
        rows = List.copyOf(rows);
        shutOut = List.copyOf(shutOut);
    }
}
