package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.prove.Assumptions;
import io.github.secures3.analysis.prove.BucketFacts;
import io.github.secures3.analysis.prove.Invariant;
import io.github.secures3.analysis.prove.Prover;
import io.github.secures3.analysis.prove.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The invariants that rules ask about, proved together for each bucket the first time that one of them is asked. */
final class Proofs {

    private final Prover prover;
    private final Map<String, Map<Invariant, List<Verdict>>> verdicts = new HashMap<>();

    private Proofs(Prover prover) {
        this.prover = prover;
    }

    /** Gaps are left aside: one rule finds them, and each would leave every other claim undecided. */
    static Proofs of(Estate estate, Assumptions assumptions) {
        Estate known = new Estate(estate.stacks(), estate.resources(), List.of(), estate.assumptions());
        return new Proofs(Prover.of(known, assumptions));
    }

    Verdict verdict(Bucket bucket, Invariant invariant) {
        return verdicts(bucket, invariant).stream().reduce(Verdict::and).orElseThrow();
    }

    /** One verdict for each account in which stacks that are bound to none are tried. */
    List<Verdict> verdicts(Bucket bucket, Invariant invariant) {
        return Objects.requireNonNull(verdicts.computeIfAbsent(bucket.element().id(), id -> prove(bucket))
                .computeIfAbsent(
                        invariant,
                        other -> prover.proveByAccount(bucket, List.of(other)).get(0)));
    }

    BucketFacts factsOf(Bucket bucket) {
        return prover.factsOf(bucket);
    }

    private Map<Invariant, List<Verdict>> prove(Bucket bucket) {
        List<List<Verdict>> all = prover.proveByAccount(bucket, AskedInvariants.ALL);
        Map<Invariant, List<Verdict>> proved = new HashMap<>();
        for (int at = 0; at < all.size(); at++) {
            proved.put(AskedInvariants.ALL.get(at), all.get(at));
        }
        return proved;
    }
}
