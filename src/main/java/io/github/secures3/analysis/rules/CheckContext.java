package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.model.Estate;
import java.util.List;

/**
 * What rules look at: the estate, and what follows from it.
 *
 * @since 0.1
 */
public final class CheckContext {

    private final Estate estate;
    private final LogBuckets logBuckets;
    private final Replicas replicas;
    private final List<StatedPolicy> policies;

    private CheckContext(Estate estate) {
        this.estate = estate;
        this.logBuckets = LogBuckets.of(estate);
        this.replicas = Replicas.of(estate);
        this.policies = Policies.of(estate);
    }

    /** The context of one estate, for any number of rules. */
    public static CheckContext of(Estate estate) {
        return new CheckContext(estate);
    }

    /** The estate. */
    public Estate estate() {
        return estate;
    }

    /** Which buckets receive server access logs. */
    LogBuckets logBuckets() {
        return logBuckets;
    }

    /** Which buckets receive copies of others. */
    Replicas replicas() {
        return replicas;
    }

    /** All policies, in the order of their resources. */
    List<StatedPolicy> policies() {
        return policies;
    }
}
