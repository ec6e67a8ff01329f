package io.github.secures3.constructs.replication;

import java.time.Duration;

/**
 * When the alarms of a rule go off. Each is judged over five minutes.
 *
 * @param latency how far the destination may lag behind, in whole seconds, before the latency alarm goes off
 * @param pendingBytes how much may wait for replication, in bytes; the alarm goes off when more waits for 15 minutes in a row
 * @param failedOperations how many operations must fail for the failure alarm to go off, 1 or more
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/repl-metrics.html">Using S3 Replication metrics</a>
 * @since 0.1
 */
public record ReplicationThresholds(Duration latency, long pendingBytes, int failedOperations) {

    /** The time within which Replication Time Control is to replicate an object. */
    static final Duration TIME_CONTROL = Duration.ofMinutes(15);

    private static final long TEN_GIB = 10L << 30;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is not above zero
     */
    public ReplicationThresholds {
        if (latency.toSeconds() < 1 || pendingBytes < 1 || failedOperations < 1) {
            throw new IllegalArgumentException(
                    "the replication thresholds are " + latency + ", " + pendingBytes + " bytes and " + failedOperations
                            + " failed operations; give at least a second, a byte and an operation");
        }
    }

    /** 15 minutes, the time of Replication Time Control; 10 GiB; and a single failed operation. */
    public static ReplicationThresholds defaults() {
        return new ReplicationThresholds(TIME_CONTROL, TEN_GIB, 1);
    }
}
