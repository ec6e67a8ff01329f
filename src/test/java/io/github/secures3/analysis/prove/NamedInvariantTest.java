package io.github.secures3.analysis.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.evaluate.estate.EstateNames;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.policy.Statement;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NamedInvariantTest {

    private static final Estate ESTATE = EstateReader.read(Path.of("src/test/resources/cli/estate.yaml"));
    private static final EstateNames NAMES = EstateNames.of(ESTATE);

    @Test
    void a_lone_value_is_for_the_first_parameter() {
        assertThat(NamedInvariant.parse("no-tls-below:1.3", NAMES).id()).isEqualTo("no-tls-below-1-3");
        assertThat(NamedInvariant.parse("no-tls-below:version=1.3", NAMES).id()).isEqualTo("no-tls-below-1-3");
    }

    @Test
    void names_of_roles_stand_for_their_arns_and_commas_belong_to_values() {
        Invariant invariant = NamedInvariant.parse(
                "only-read-by:principals=Reader,principals=arn:aws:iam::444455556666:role/a,b,prefix=reports/", NAMES);

        assertThat(invariant.sentence())
                .contains(":role/Reader", "arn:aws:iam::444455556666:role/a,b", "objects below reports/");
    }

    @Test
    void a_role_of_the_templates_is_spared_under_the_account_that_proofs_name() {
        Assumptions closed = Assumptions.none().withClosedAccount();
        Bucket data = NAMES.bucket("Data");

        assertThat(Prover.of(ESTATE, closed)
                        .prove(
                                data,
                                NamedInvariant.parse(
                                        "only-read-by:principals=Reader,principals=Operator,prefix=reports/", NAMES))
                        .isProved())
                .isTrue();
        assertThat(Prover.of(ESTATE, closed)
                        .prove(data, NamedInvariant.parse("only-read-by:principals=Operator,prefix=reports/", NAMES))
                        .isRefuted())
                .isTrue();
    }

    @Test
    void every_one_can_be_stated_by_its_parameters() {
        Map<String, List<String>> values = Map.ofEntries(
                Map.entry("access-point", List.of("Point")),
                Map.entry("endpoints", List.of("vpce-1a2b3c4d")),
                Map.entry("key", List.of("DataKey")),
                Map.entry("organization", List.of("o-exampleorgid")),
                Map.entry("prefix", List.of("reports/")),
                Map.entry("principals", List.of("Reader", "111122223333")),
                Map.entry("tag", List.of("tenant")),
                Map.entry("tenant", List.of("blue")),
                Map.entry("version", List.of("1.2")));
        BucketFacts facts = new BucketFacts("arn:aws:s3:::orders-data", "111122223333", null, true);
        for (NamedInvariant named : NamedInvariant.values()) {
            Map<String, List<String>> own = new LinkedHashMap<>(values);
            own.keySet()
                    .retainAll(named.parameters().stream()
                            .map(NamedInvariant.Parameter::name)
                            .toList());
            List<Statement> requests = named.with(own, NAMES).requests(facts);

            assertThat(requests).as(named.text()).isNotEmpty();
            assertThat(requests.toString()).doesNotContain("DataKey]", "[Point");
        }
    }

    @Test
    void says_what_is_missing_and_what_there_is() {
        assertError("no-tls", null, "no invariant is called 'no-tls'", "no-tls-below");
        assertError("no-tls-below", null, "needs 'version'");
        assertError("no-tls-below:0.9", "version", "1.1, 1.2 or 1.3", "'0.9'");
        assertError("no-plain-http:1.2", null, "takes no parameter");
        assertError("only-read-by:principals=Redaer", "principals", "Redaer", "Reader");
        assertError("nobody-outside-organization:example", "organization", "o-exampleorgid");
    }

    @Test
    void the_standard_ones_fit_the_bucket() {
        BucketFacts plain = new BucketFacts("arn:aws:s3:::data", "111122223333", null, true);
        BucketFacts keyed =
                new BucketFacts("arn:aws:s3:::data", "111122223333", "arn:aws:kms:us-east-1:111122223333:key/k", true);
        BucketFacts managed = new BucketFacts("arn:aws:s3:::data", "111122223333", "alias/aws/s3", true);

        assertThat(ids(plain))
                .contains("no-plain-http", "nobody-of-another-account")
                .doesNotContain("no-other-key");
        assertThat(ids(keyed)).contains("no-other-key");
        assertThat(ids(managed)).doesNotContain("no-other-key");
        assertThat(StandardInvariants.of(plain, Organization.of("o-exampleorgid", null, null)).stream()
                        .map(Invariant::id))
                .contains("nobody-outside-organization")
                .doesNotContain("nobody-of-another-account");
    }

    private static Set<String> ids(BucketFacts facts) {
        return Set.copyOf(
                StandardInvariants.of(facts, null).stream().map(Invariant::id).toList());
    }

    private static void assertError(String statement, @Nullable String parameter, String... parts) {
        assertThatExceptionOfType(InvariantException.class)
                .isThrownBy(() -> NamedInvariant.parse(statement, NAMES))
                .satisfies(error -> assertThat(error.parameter()).isEqualTo(parameter))
                .satisfies(error -> assertThat(error.getMessage()).contains(parts));
    }
}
