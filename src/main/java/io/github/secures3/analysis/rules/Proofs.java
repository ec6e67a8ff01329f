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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The invariants that rules ask about, proved for all buckets the first time that one of them is asked.
 *
 * <p>Half of the buckets have one prover and half the other, which work beside each other. Which bucket has which is the same on every machine.
 */
final class Proofs {

    private static final int PROVERS = 2;

    private final List<Bucket> buckets;
    private final List<Prover> provers;
    private @Nullable Map<String, Map<Invariant, List<Verdict>>> verdicts;

    private Proofs(List<Bucket> buckets, List<Prover> provers) {
        this.buckets = buckets;
        this.provers = provers;
    }

    /** Gaps are left aside: one rule finds them, and each would leave every other claim undecided. */
    static Proofs of(Estate estate, Assumptions assumptions) {
        Estate known = new Estate(estate.stacks(), estate.resources(), List.of(), estate.assumptions());
        return new Proofs(
                known.buckets(),
                IntStream.range(0, PROVERS)
                        .mapToObj(each -> Prover.of(known, assumptions))
                        .toList());
    }

    Verdict verdict(Bucket bucket, Invariant invariant) {
        return verdicts(bucket, invariant).stream().reduce(Verdict::and).orElseThrow();
    }

    /** One verdict for each account in which stacks that are bound to none are tried. */
    List<Verdict> verdicts(Bucket bucket, Invariant invariant) {
        return Objects.requireNonNull(all().computeIfAbsent(bucket.element().id(), id -> new HashMap<>())
                .computeIfAbsent(
                        invariant,
                        other -> provers.get(0)
                                .proveByAccount(bucket, List.of(other))
                                .get(0)));
    }

    BucketFacts factsOf(Bucket bucket) {
        return provers.get(0).factsOf(bucket);
    }

    private Map<String, Map<Invariant, List<Verdict>>> all() {
        Map<String, Map<Invariant, List<Verdict>>> proved = verdicts;
        if (proved == null) {
            Map<String, Map<Invariant, List<Verdict>>> all = new HashMap<>();
            IntStream.range(0, PROVERS)
                    .parallel()
                    .mapToObj(this::share)
                    .toList()
                    .forEach(all::putAll);
            proved = all;
            verdicts = proved;
        }
        return proved;
    }

    private Map<String, Map<Invariant, List<Verdict>>> share(int prover) {
        Map<String, Map<Invariant, List<Verdict>>> share = new HashMap<>();
        for (int at = prover; at < buckets.size(); at += PROVERS) {
            Bucket bucket = buckets.get(at);
            share.put(bucket.element().id(), proved(provers.get(prover), bucket));
        }
        return share;
    }

    private static Map<Invariant, List<Verdict>> proved(Prover prover, Bucket bucket) {
        List<List<Verdict>> all = prover.proveByAccount(bucket, AskedInvariants.ALL);
        Map<Invariant, List<Verdict>> proved = new HashMap<>();
        for (int at = 0; at < all.size(); at++) {
            proved.put(AskedInvariants.ALL.get(at), all.get(at));
        }
        return proved;
    }
}
