package io.github.secures3.analysis.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProverTest {

    private static final Path QUICKSTART = Path.of("examples/quickstart/expected/Quickstart.template.json");

    @Test
    void proves_the_defaults_of_a_secure_bucket() {
        Estate estate = EstateReader.read(List.of(QUICKSTART), ReadOptions.defaults());
        Prover prover = Prover.of(estate, Assumptions.none());

        List<Verdict> verdicts = prover.proveAll(
                data(estate),
                List.of(
                        Invariants.noPlainHttp(),
                        Invariants.noTlsBelow("1.2"),
                        Invariants.noAnonymousAccess(),
                        Invariants.noAnonymousAccessEver(),
                        Invariants.noOtherKey(null),
                        Invariants.noCustomerProvidedKeys(),
                        Invariants.nobodyOutsideOrganization("o-exampleorgid")));

        assertThat(verdicts).allMatch(Verdict::isProved);
    }

    @Test
    void says_which_account_it_took_for_a_stack_that_is_bound_to_none() {
        Estate estate = EstateReader.read(List.of(QUICKSTART), ReadOptions.defaults());

        Verdict verdict = Prover.of(estate, Assumptions.none()).prove(data(estate), Invariants.noPlainHttp());

        assertThat(((Verdict.Proved) verdict).assumptions())
                .singleElement()
                .asString()
                .contains("Quickstart", "111122223333");
    }

    @Test
    void refutes_with_a_request_that_the_evaluator_allows() {
        Estate estate = EstateReader.read(List.of(QUICKSTART), ReadOptions.defaults());

        Verdict verdict = Prover.of(estate, Assumptions.none())
                .prove(data(estate), Invariants.onlyReadBy("reports/", List.of("arn:aws:iam::*:role/Nobody")));

        assertThat(((Verdict.Refuted) verdict).counterexamples()).isNotEmpty().allSatisfy(counterexample -> {
            assertThat(counterexample.decision().isAllowed()).isTrue();
            assertThat(counterexample.request().resource()).contains("/reports/");
        });
    }

    private static Bucket data(Estate estate) {
        return estate.buckets().stream()
                .filter(bucket -> bucket.element().logicalId().startsWith("Data"))
                .findFirst()
                .orElseThrow();
    }
}
