package io.github.secures3.analysis.report;

import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.prove.Assumptions;
import io.github.secures3.analysis.prove.Proof;
import io.github.secures3.analysis.prove.Prover;
import io.github.secures3.analysis.prove.StandardInvariants;
import io.github.secures3.analysis.template.EstateReader;
import java.nio.file.Path;
import java.util.List;

/**
 * What should hold for every bucket of one or more templates, and whether it does, by proof over all requests.
 *
 * <pre>{@code
 * System.out.print(InvariantSummary.of(Path.of("cdk.out")).render());
 * }</pre>
 *
 * @param proofs what came of each of the {@link StandardInvariants}, bucket by bucket
 * @param assumptions what all proofs take for granted, in words
 * @since 0.1
 */
public record InvariantSummary(List<Proof> proofs, List<String> assumptions) {

    /** Keeps immutable copies. */
    public InvariantSummary {
        proofs = List.copyOf(proofs);
        assumptions = List.copyOf(assumptions);
    }

    /**
     * Reads a CDK cloud assembly, such as {@code cdk.out}, or one template file, and proves.
     *
     * @throws io.github.secures3.analysis.template.TemplateException if it is none; it names file, line and column
     */
    public static InvariantSummary of(Path cloudAssemblyOrTemplate) {
        return of(EstateReader.read(cloudAssemblyOrTemplate));
    }

    /** Proves what should hold for the buckets of an estate, of which nothing is known but its templates. */
    public static InvariantSummary of(Estate estate) {
        Prover prover = Prover.of(estate, Assumptions.none());
        return new InvariantSummary(StandardInvariants.prove(prover, estate.buckets(), null), prover.assumptions());
    }

    /** The summary as text, one line for each invariant; below one that is refuted or undecided stands why. */
    public String render() {
        return VerdictTextRenderer.render(proofs, assumptions);
    }
}
