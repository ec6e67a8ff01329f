package io.github.secures3.analysis.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.estate.EstateNames;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvariantsTest {

    private static final Path TEMPLATES = Path.of("src/test/resources/io/github/secures3/analysis/prove/named");

    @Test
    void every_kms_key_is_another_key_than_that_of_a_bucket_without_one() {
        assertThat(actions("sse-s3-foreign-key", "no-other-key")).contains("s3:PutObject");
        assertThat(outcome("sse-s3-alone", "no-other-key")).isEqualTo("Proved");
    }

    @Test
    void which_key_is_another_is_undecided_where_the_default_encryption_is_not_known() {
        assertThat(reasons("encryption-not-known", "no-other-key"))
                .anySatisfy(reason -> assertThat(reason).contains("default encryption of Data is not known"));
        assertThat(outcome(
                        "encryption-not-known",
                        "no-other-key:arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"))
                .isEqualTo("Proved");
    }

    @Test
    void replicas_are_written_under_no_other_key_either() {
        assertThat(actions("replica-under-foreign-key", "no-other-key")).containsOnly("s3:ReplicateObject");
        assertThat(outcome("one-key-alone", "no-other-key")).isEqualTo("Proved");
    }

    @Test
    void whoever_opens_a_way_or_lifts_a_hold_changes_protections() {
        assertThat(outcome("protections-open-to-a-writer", "protections-changed-only-by:Adm"))
                .isEqualTo("Refuted");
        assertThat(outcome("protections-of-an-administrator", "protections-changed-only-by:Adm"))
                .isEqualTo("Proved");
    }

    @Test
    void who_may_change_the_policy_of_an_access_point_is_named_rather_than_passed_over() {
        assertThat(reasons("access-point-policy-open", "protections-changed-only-by:Adm"))
                .containsExactly("Wr may change the policy of the access point Ap");
        assertThat(outcome("access-point-of-an-administrator", "protections-changed-only-by:Adm"))
                .isEqualTo("Proved");
    }

    @Test
    void a_spared_role_is_spared_at_access_points_in_whatever_account_its_stack_is() {
        Estate unbound = EstateReader.read(
                List.of(TEMPLATES.resolve("access-point-of-an-administrator.template.json")), ReadOptions.defaults());

        assertThat(Prover.of(unbound, Assumptions.none().withClosedAccount())
                        .prove(
                                unbound.buckets().get(0),
                                NamedInvariant.parse("protections-changed-only-by:Adm", EstateNames.of(unbound))))
                .isInstanceOf(Verdict.Proved.class);
    }

    @Test
    void who_lifts_legal_holds_releases_locked_objects() {
        assertThat(actions("legal-holds-open", "locked-objects-are-kept")).containsOnly("s3:PutObjectLegalHold");
        assertThat(outcome("locks-kept", "locked-objects-are-kept")).isEqualTo("Proved");
    }

    @Test
    void nothing_is_kept_under_lock_where_nothing_surely_is_locked() {
        assertThat(reasons("no-object-lock", "locked-objects-are-kept"))
                .containsExactly("Data has no Object Lock, so none of its objects is locked");
        assertThat(reasons("object-lock-not-known", "locked-objects-are-kept"))
                .singleElement()
                .asString()
                .startsWith("whether Data has Object Lock is not known");
    }

    @Test
    void an_access_point_reaches_what_it_lists_and_what_it_works_on() {
        String invariant =
                "access-point-reaches-only:access-point=arn:aws:s3:eu-west-1:111122223333:accesspoint/team,prefix=team/";

        assertThat(actions("access-point-lists-everything", invariant))
                .contains("s3:ListBucket", "s3:AbortMultipartUpload");
        assertThat(outcome("access-point-for-a-team", invariant)).isEqualTo("Proved");
    }

    @Test
    void replication_reads_objects() {
        assertThat(actions("read-by-replication", "only-read-by:principals=Rd"))
                .containsOnly("s3:GetObjectVersionForReplication");
        assertThat(outcome("read-by-replication", "only-read-by:principals=Rd,principals=Rp"))
                .isEqualTo("Proved");
    }

    @Test
    void the_root_users_repair_of_the_bucket_policy_needs_no_endpoint() {
        assertThat(outcome("endpoint-alone", "only-through-endpoints:vpce-1a2b3c4d"))
                .isEqualTo("Proved");
        assertThat(outcome("endpoint-for-objects-alone", "only-through-endpoints:vpce-1a2b3c4d"))
                .isEqualTo("Refuted");
    }

    private static String outcome(String template, String invariant) {
        return verdict(template, invariant).getClass().getSimpleName();
    }

    private static List<String> actions(String template, String invariant) {
        return ((Verdict.Refuted) verdict(template, invariant))
                .counterexamples().stream()
                        .map(counterexample -> counterexample.request().action())
                        .toList();
    }

    private static List<String> reasons(String template, String invariant) {
        return ((Verdict.Undecided) verdict(template, invariant)).reasons();
    }

    /** Who is spared by name is so where the account has no identities but those of the template. */
    private static Verdict verdict(String template, String invariant) {
        boolean closed = invariant.contains("-by:");
        Estate estate = EstateReader.read(
                List.of(TEMPLATES.resolve(template + ".template.json")),
                ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1"));
        Assumptions none = Assumptions.none();
        return Prover.of(estate, closed ? none.withClosedAccount() : none)
                .prove(estate.buckets().get(0), NamedInvariant.parse(invariant, EstateNames.of(estate)));
    }
}
