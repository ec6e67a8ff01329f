package io.github.secures3.analysis.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.Statement;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProverTest {

    private static final Path QUICKSTART = Path.of("examples/quickstart/expected/Quickstart.template.json");

    private static final Path NAMED = Path.of("src/test/resources/io/github/secures3/analysis/prove/named");

    private static final Path ACCESS_POINTS =
            Path.of("src/test/resources/golden/accesspoint/one-stack-bound/Storage.template.json");

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
    void what_is_settled_before_the_steps_run_out_stays_so() {
        Estate estate = EstateReader.read(List.of(QUICKSTART), ReadOptions.defaults());
        String tag = "aws:PrincipalTag/team";
        Invariant hostile = Invariant.never(
                "hostile",
                "nobody reads over plain HTTP whose tag is hard to find",
                bucket -> List.of(Statement.deny("Asked")
                        .everyone()
                        .actions("s3:GetObject")
                        .when(Condition.bool("aws:SecureTransport", false))
                        .when(Condition.of(Comparison.STRING_LIKE, tag, "*a????????????????b*"))
                        .when(Condition.of(
                                ConditionOperator.ifExists(Comparison.STRING_LIKE), tag, "*b???????????????a*"))
                        .when(Condition.of(Comparison.STRING_NOT_LIKE, tag, "*c*", "*aa*", "*b?????b*"))
                        .build()));

        List<Verdict> verdicts = Prover.of(estate, Assumptions.none().withSteps(1_000_000))
                .proveAll(data(estate), List.of(Invariants.noPlainHttp(), hostile));

        assertThat(verdicts.get(0)).isInstanceOf(Verdict.Proved.class);
        assertThat(verdicts.get(1)).isInstanceOf(Verdict.Undecided.class);
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

    @Test
    void decides_where_an_access_point_of_the_templates_leads_and_not_where_another_does() {
        Estate estate = EstateReader.read(
                List.of(ACCESS_POINTS), ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1"));
        Prover prover = Prover.of(estate, Assumptions.none().withClosedAccount());
        String ofTemplates = "arn:aws:s3:eu-west-1:111122223333:accesspoint/team-red";
        String unseen = "arn:aws:s3:eu-west-1:111122223333:accesspoint/team-*";

        assertThat(prover.proveAll(
                        data(estate),
                        List.of(
                                Invariants.accessPointReachesOnly(ofTemplates, "red/"),
                                Invariants.accessPointReachesOnly(ofTemplates, "red/in/"),
                                Invariants.accessPointReachesOnly(unseen, ""))))
                .extracting(verdict -> verdict.getClass().getSimpleName())
                .containsExactly("Proved", "Refuted", "Undecided");
    }

    /** What is always allowed may be stopped at an endpoint that the templates do not hold; what never is stays out of reach through one. */
    @Test
    void does_not_prove_that_an_endpoint_of_no_template_lets_something_through() {
        Estate estate = EstateReader.read(
                List.of(QUICKSTART), ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1"));
        Statement read = Statement.deny("Read")
                .everyone()
                .actions("s3:ListBucket")
                .resources(data(estate).arn())
                .when(Condition.of(Comparison.STRING_EQUALS, "aws:PrincipalArn", "arn:aws:iam::111122223333:root"))
                .build();
        Statement throughEndpoint = Statement.deny("ReadThroughEndpoint")
                .everyone()
                .actions("s3:ListBucket")
                .resources(data(estate).arn())
                .when(Condition.of(Comparison.STRING_EQUALS, "aws:PrincipalArn", "arn:aws:iam::111122223333:root"))
                .when(Condition.of(Comparison.STRING_EQUALS, "aws:SourceVpce", "vpce-1a2b3c4d"))
                .build();
        Prover prover = Prover.of(estate, Assumptions.none());

        assertThat(prover.prove(data(estate), Invariant.always("read", "root reads", facts -> List.of(read))))
                .isInstanceOf(Verdict.Proved.class);
        Verdict verdict =
                prover.prove(data(estate), Invariant.always("read", "root reads", facts -> List.of(throughEndpoint)));
        assertThat(((Verdict.Undecided) verdict).reasons())
                .anyMatch(reason -> reason.contains(
                        "the policy of the VPC endpoint that the request goes through is not in the templates"));
    }

    @Test
    void says_that_the_root_user_is_left_out_of_a_closed_account() {
        Estate estate = EstateReader.read(List.of(QUICKSTART), ReadOptions.defaults());

        assertThat(Prover.of(estate, Assumptions.none().withClosedAccount()).assumptions())
                .anySatisfy(taken -> assertThat(taken).contains("root user"));
        assertThat(Prover.of(estate, Assumptions.none()).assumptions()).noneMatch(taken -> taken.contains("root user"));
    }

    @Test
    void says_that_no_management_account_is_asked_about_where_organization_policies_count() {
        ReadOptions bound = ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1");
        Organization managing = Organization.of("o-exampleorgid", "111122223333", List.of("444455556666"));
        for (String guarded : List.of("under-scp", "under-rcp")) {
            Estate estate = EstateReader.read(List.of(NAMED.resolve(guarded + ".template.json")), bound);

            Verdict member = Prover.of(estate, Assumptions.none()).prove(data(estate), Invariants.noPlainHttp());
            Verdict management = Prover.of(estate, Assumptions.none().withOrganization(managing, List.of()))
                    .prove(data(estate), Invariants.noPlainHttp());

            assertThat(((Verdict.Proved) member).assumptions())
                    .singleElement()
                    .asString()
                    .contains("management account");
            assertThat(management.isRefuted()).isTrue();
        }
    }

    @Test
    void says_that_neither_who_assumes_a_role_nor_a_grantee_is_asked_about() {
        assertThat(assumptionsOf("role.cross-account/fails-where-another-account-may-assume-it"))
                .anySatisfy(taken -> assertThat(taken).contains("whoever assumed it"));
        assertThat(assumptionsOf("role.cross-account/passes-for-the-organization-a-third-party-and-the-own-account"))
                .noneMatch(taken -> taken.contains("whoever assumed it"));
        assertThat(assumptionsOf("access-grant.cross-account/fails-where-another-account-is-granted"))
                .anySatisfy(taken -> assertThat(taken).contains("Access Grant"));
    }

    private static List<String> assumptionsOf(String ruleTemplate) {
        Path template = Path.of("src/test/resources/rules", ruleTemplate + ".template.yaml");
        return Prover.of(EstateReader.read(List.of(template), ReadOptions.defaults()), Assumptions.none())
                .assumptions();
    }

    @Test
    void a_path_in_an_organization_is_a_membership_of_it() {
        ReadOptions bound = ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1");
        Estate estate = EstateReader.read(List.of(NAMED.resolve("paths-in-an-organization.template.json")), bound);
        Organization organization = Organization.of("o-exampleorgid", null, null);

        assertThat(Prover.of(estate, Assumptions.none().withOrganization(organization, List.of()))
                        .prove(data(estate), Invariants.nobodyOutsideOrganization("o-exampleorgid"))
                        .isRefuted())
                .isFalse();
    }

    private static Bucket data(Estate estate) {
        return estate.buckets().stream()
                .filter(bucket -> bucket.element().logicalId().startsWith("Data"))
                .findFirst()
                .orElseThrow();
    }
}
