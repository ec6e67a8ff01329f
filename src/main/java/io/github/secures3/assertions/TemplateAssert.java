package io.github.secures3.assertions;

import io.github.secures3.analysis.evaluate.estate.EstateNames;
import io.github.secures3.analysis.evaluate.estate.UnknownNameException;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.prove.Assumptions;
import io.github.secures3.analysis.prove.Invariant;
import io.github.secures3.analysis.prove.InvariantReader;
import io.github.secures3.analysis.prove.Proof;
import io.github.secures3.analysis.prove.Prover;
import io.github.secures3.analysis.prove.StatedInvariant;
import io.github.secures3.analysis.report.VerdictTextRenderer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about templates as a whole, and the way to those about one bucket.
 *
 * @since 0.1
 */
public final class TemplateAssert extends AbstractAssert<TemplateAssert, Estate> {

    private Assumptions assumptions = Assumptions.none();
    private @Nullable Prover prover;

    TemplateAssert(Estate estate) {
        super(estate, TemplateAssert.class);
    }

    /**
     * Takes more for granted than the templates say, such as the organization of the accounts. By default nothing.
     *
     * <pre>{@code
     * assertThat(template).assuming(Assumptions.none().withOrganization(organization, List.of("r-ab12")))
     * }</pre>
     */
    public TemplateAssert assuming(Assumptions given) {
        assumptions = given;
        prover = null;
        return this;
    }

    /**
     * Goes on with one bucket.
     *
     * @param name its logical id or the unique beginning of it, its construct path or its name
     * @throws AssertionError if there is no bucket of that name, or several
     */
    public BucketAssert bucket(String name) {
        try {
            return new BucketAssert(this, EstateNames.of(actual).bucket(name)).as("%s", descriptionText());
        } catch (UnknownNameException notThere) {
            throw failure("%s", notThere.getMessage());
        }
    }

    /**
     * Verifies that the invariants hold for every bucket of the templates, by proof.
     *
     * <pre>{@code
     * assertThat(template).satisfies(Invariants.noPlainHttp(), Invariants.noTlsBelow("1.2"));
     * }</pre>
     *
     * @throws AssertionError if one is refuted, showing requests; or undecided, showing why; or if there is no bucket
     */
    public TemplateAssert satisfies(Invariant... invariants) {
        return prove(
                actual.buckets(),
                Stream.of(invariants).map(StatedInvariant::aboutAll).toList());
    }

    /**
     * Verifies that the invariants of a file hold, as {@code secure-s3 prove --invariants} does.
     *
     * @throws AssertionError if one is refuted, showing requests; or undecided, showing why; or is about no bucket
     * @throws io.github.secures3.analysis.template.TemplateException if the file is no file of invariants
     */
    public TemplateAssert satisfiesInvariantsIn(Path file) {
        return prove(actual.buckets(), InvariantReader.read(file, EstateNames.of(actual)));
    }

    private TemplateAssert prove(List<Bucket> buckets, List<StatedInvariant> invariants) {
        Optional<String> problem = problem(buckets, invariants);
        if (problem.isPresent()) {
            throw failure("%s", problem.get());
        }
        return this;
    }

    /** What keeps the invariants from being proved, if anything. */
    Optional<String> problem(List<Bucket> buckets, List<StatedInvariant> invariants) {
        Prover known = prover();
        List<Proof> proofs = Proof.of(known, buckets, invariants);
        boolean all = proofs.stream().allMatch(proof -> proof.verdict().isProved());
        return all && !proofs.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        VerdictTextRenderer.render(proofs, known.assumptions()).stripTrailing());
    }

    private Prover prover() {
        Prover known = prover;
        if (known == null) {
            known = Prover.of(actual, assumptions);
            prover = known;
        }
        return known;
    }

    Estate estate() {
        return actual;
    }

    Assumptions assumptions() {
        return assumptions;
    }
}
