package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Proves invariants of the buckets of an estate, or refutes them with requests.
 *
 * <p>All layers that the templates hold take part: bucket policy, access points, Block Public Access, KMS, identity policies and boundaries,
 * organization policies. Callers that the templates do not hold are taken at their worst: their own policies allow everything. Objects are taken to
 * be encrypted as the bucket does by default, unless the request's headers say otherwise.
 *
 * <p>A proof is sound, and complete where patterns, numbers, dates and addresses are compared with what the request carries. A policy variable
 * that ties two parts of a request together, a value that only the deployment knows, a layer that the templates do not hold, or a question that
 * takes too many steps can leave an invariant {@link Verdict.Undecided}.
 *
 * @since 0.1
 */
public final class Prover {

    private final Scenes scenes;
    private final List<AccountProver> accounts;

    private Prover(Estate estate, Assumptions assumptions) {
        this.accounts = AccountBinding.all(estate).stream()
                .map(account -> new AccountProver(estate, assumptions, new Scenes(estate, assumptions, account)))
                .toList();
        this.scenes = accounts.get(0).scenes();
    }

    /** A prover about this estate. */
    public static Prover of(Estate estate, Assumptions assumptions) {
        return new Prover(estate, assumptions);
    }

    /** What all proofs take for granted about the estate, in words. */
    public List<String> assumptions() {
        return scenes.assumptions();
    }

    /** What an invariant may say about the bucket. */
    public BucketFacts factsOf(Bucket bucket) {
        return accounts.get(0).factsOf(bucket);
    }

    /** Whether the invariant holds for all requests to the bucket. */
    public Verdict prove(Bucket bucket, Invariant invariant) {
        return proveAll(bucket, List.of(invariant)).get(0);
    }

    /** Whether each invariant holds for all requests to the bucket, in their order; together they take less time than one by one. */
    public List<Verdict> proveAll(Bucket bucket, List<Invariant> invariants) {
        return proveByAccount(bucket, invariants).stream()
                .map(verdicts -> verdicts.stream().reduce(Verdict::and).orElseThrow())
                .toList();
    }

    /**
     * Whether each invariant holds, in their order: one verdict for each account in which stacks that are bound to none are tried, or one where all
     * are bound.
     *
     * <p>Such stacks are tried in an account that no template names, and in those that are named and make a difference: where nothing that decided a
     * verdict names an account, the verdict there is the same, but for the number.
     */
    public List<List<Verdict>> proveByAccount(Bucket bucket, List<Invariant> invariants) {
        Map<Invariant, AccountProver.Answer> here = accounts.get(0).prove(bucket, invariants);
        Map<Invariant, List<Verdict>> verdicts = new LinkedHashMap<>();
        here.forEach((invariant, answer) -> verdicts.put(invariant, new ArrayList<>(List.of(answer.verdict()))));
        for (AccountProver other : accounts.subList(1, accounts.size())) {
            String account = String.valueOf(other.scenes().account());
            List<Invariant> concerned = here.entrySet().stream()
                    .filter(entry -> entry.getValue().mentions(account))
                    .map(Map.Entry::getKey)
                    .toList();
            other.prove(bucket, concerned)
                    .forEach((invariant, answer) ->
                            Objects.requireNonNull(verdicts.get(invariant)).add(answer.verdict()));
        }
        return invariants.stream()
                .map(invariant -> List.copyOf(Objects.requireNonNull(verdicts.get(invariant))))
                .toList();
    }
}
