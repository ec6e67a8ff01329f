package io.github.secures3.constructs.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both sides work names out by themselves, so they may never change from one release to the next. */
class NamesTest {

    @Test
    void a_role_is_named_after_its_bucket() {
        assertThat(ReplicationSource.of("111122223333", "acme-data").roleName()).isEqualTo("acme-data-replication");
        assertThat(ReplicationSource.of("111122223333", "acme.data.2").roleName())
                .isEqualTo("acme.data.2-replication");
    }

    /** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
    @Test
    void a_long_bucket_name_is_cut_to_the_64_characters_of_a_role_and_told_apart_by_a_digest() {
        String start = "a".repeat(62);
        String one = ReplicationSource.of("111122223333", start + "1").roleName();
        String other = ReplicationSource.of("111122223333", start + "2").roleName();

        assertThat(one).isEqualTo("a".repeat(43) + "-" + one.substring(44, 52) + "-replication");
        assertThat(one).hasSize(64).isNotEqualTo(other);
        assertThat(ReplicationSource.of("111122223333", "a".repeat(52)).roleName())
                .isEqualTo("a".repeat(52) + "-replication");
    }

    /** https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html */
    @Test
    void an_alias_holds_no_period() {
        assertThat(ReplicationNames.keyAlias("acme.copy-2")).isEqualTo("alias/acme_copy-2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            1111 | acme-data | Role | '1111' is no account id of a replication source; write 12 digits, such as 111122223333
            111122223333 | arn:aws:s3:::acme-data | Role | 'arn:aws:s3:::acme-data' is no bucket name of a replication source; \
            write the name itself, neither an ARN nor an access point alias
            111122223333 | acme-data | path/Role | 'path/Role' is no role name of a replication source; \
            write 1 to 64 letters, digits and _+=,.@- without a path
            """)
    void a_source_has_names_of_the_right_form(String account, String bucket, String role, String message) {
        assertThatThrownBy(() -> new ReplicationSource(account, bucket, role))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void thresholds_are_above_zero() {
        assertThatThrownBy(() -> new ReplicationThresholds(Duration.ZERO, 1, 1))
                .hasMessage(
                        "the replication thresholds are PT0S, 1 bytes and 1 failed operations; give at least a second, a byte"
                                + " and an operation");
        assertThatThrownBy(() -> new ReplicationThresholds(Duration.ofSeconds(1), 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReplicationThresholds(Duration.ofSeconds(1), 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
