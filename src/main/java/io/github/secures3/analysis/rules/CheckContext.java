package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.prove.Assumptions;
import io.github.secures3.analysis.prove.BucketFacts;
import io.github.secures3.analysis.prove.Invariant;
import io.github.secures3.analysis.prove.Verdict;
import java.util.List;

/**
 * What rules look at: the estate, and what follows from it.
 *
 * @since 0.1
 */
public final class CheckContext {

    private final Estate estate;
    private final Assumptions assumptions;
    private final LogBuckets logBuckets;
    private final Replicas replicas;
    private final List<StatedPolicy> policies;
    private final Proofs proofs;

    private CheckContext(Estate estate, Assumptions assumptions) {
        this.estate = estate;
        this.assumptions = assumptions;
        this.logBuckets = LogBuckets.of(estate);
        this.replicas = Replicas.of(estate);
        this.policies = Policies.of(estate);
        this.proofs = Proofs.of(estate, assumptions);
    }

    /** The context of one estate, for any number of rules, with nothing taken for granted but the templates. */
    public static CheckContext of(Estate estate) {
        return of(estate, Assumptions.none());
    }

    /** The context of one estate, for any number of rules, with what proofs take for granted. */
    public static CheckContext of(Estate estate, Assumptions assumptions) {
        return new CheckContext(estate, assumptions);
    }

    /** The estate. */
    public Estate estate() {
        return estate;
    }

    /** What is taken for granted beyond the templates. */
    Assumptions assumptions() {
        return assumptions;
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

    /** What came of an attempt to prove an invariant of a bucket; gaps of the estate are left aside, for one rule finds them. */
    public Verdict verdict(Bucket bucket, Invariant invariant) {
        return proofs.verdict(bucket, invariant);
    }

    /** The verdicts for each account in which stacks that are bound to none are tried, or the only one where all are bound. */
    List<Verdict> verdicts(Bucket bucket, Invariant invariant) {
        return proofs.verdicts(bucket, invariant);
    }

    /** What an invariant may say about a bucket. */
    public BucketFacts factsOf(Bucket bucket) {
        return proofs.factsOf(bucket);
    }
}
