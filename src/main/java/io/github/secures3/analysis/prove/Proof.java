package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.model.Bucket;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of one invariant for one bucket.
 *
 * @param bucket the bucket
 * @param invariant the invariant
 * @param verdict whether it holds
 * @since 0.1
 */
public record Proof(Bucket bucket, Invariant invariant, Verdict verdict) {

    /** What comes of all these invariants for the buckets that they are about. */
    public static List<Proof> of(Prover prover, List<Bucket> buckets, List<StatedInvariant> invariants) {
        List<Proof> proofs = new ArrayList<>();
        for (Bucket bucket : buckets) {
            List<Invariant> about = invariants.stream()
                    .filter(stated -> stated.isAbout(bucket))
                    .map(StatedInvariant::invariant)
                    .toList();
            proofs.addAll(of(prover, bucket, about));
        }
        return proofs;
    }

    /** What comes of these invariants for a bucket, in their order. */
    public static List<Proof> of(Prover prover, Bucket bucket, List<Invariant> invariants) {
        List<Verdict> verdicts = prover.proveAll(bucket, invariants);
        List<Proof> proofs = new ArrayList<>();
        for (int at = 0; at < invariants.size(); at++) {
            proofs.add(new Proof(bucket, invariants.get(at), verdicts.get(at)));
        }
        return proofs;
    }
}
