package io.github.secures3.policy.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyQuotaTest {

    /**
     * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html
     * <p>https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-restrictions-limitations-naming-rules.html
     * <p>https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html
     * <p>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
     * <p>https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
     * <p>https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
     * <p>https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html
     */
    @ParameterizedTest
    @CsvSource({
        "BUCKET, 20480, BYTES",
        "ACCESS_POINT, 20480, BYTES",
        "KEY, 32768, BYTES",
        "MANAGED, 6144, CHARACTERS_WITHOUT_WHITE_SPACE",
        "USER_INLINE, 2048, CHARACTERS_WITHOUT_WHITE_SPACE",
        "GROUP_INLINE, 5120, CHARACTERS_WITHOUT_WHITE_SPACE",
        "ROLE_INLINE, 10240, CHARACTERS_WITHOUT_WHITE_SPACE",
        "TRUST, 2048, CHARACTERS_WITHOUT_WHITE_SPACE",
        "SESSION, 2048, CHARACTERS",
        "SERVICE_CONTROL, 10240, CHARACTERS",
        "RESOURCE_CONTROL, 5120, CHARACTERS",
        "ENDPOINT, 20480, CHARACTERS"
    })
    void knows_the_limits_of_aws(PolicyQuota quota, int limit, PolicyQuota.Unit unit) {
        assertThat(quota.limit()).isEqualTo(limit);
        assertThat(quota.unit()).isEqualTo(unit);
    }

    @Test
    void counts_bytes_characters_or_what_is_not_white_space() {
        PolicyDocument document = PolicyDocument.of(allow("S", "\u00e9 \ud83e\udea3"));
        String frame = PolicyWriter.compact(PolicyDocument.of(allow("S", "")));

        assertThat(PolicyQuota.BUCKET.measure(document).atLeast()).isEqualTo(frame.length() + 7);
        assertThat(PolicyQuota.SERVICE_CONTROL.measure(document).atLeast()).isEqualTo(frame.length() + 3);
        assertThat(PolicyQuota.MANAGED.measure(document).atLeast()).isEqualTo(frame.length() + 2);
        assertThat(PolicyQuota.BUCKET.measure(document).isExact()).isTrue();
    }

    @Test
    void reports_the_largest_statements_of_a_policy_over_its_quota() {
        List<Statement> statements = new ArrayList<>();
        statements.add(allow("Small", "x"));
        statements.add(allow("Large", "y".repeat(15_000)));
        statements.add(allow("", "z".repeat(6_000)));
        PolicySize size = PolicyQuota.BUCKET.measure(PolicyDocument.of(statements));

        assertThat(size.exceedsQuota()).isTrue();
        assertThat(size.mayExceedQuota()).isTrue();
        assertThat(size.statements())
                .extracting(PolicySize.StatementSize::index)
                .containsExactly(1, 2, 0);
        assertThat(size.summary())
                .isEqualTo("a bucket policy of 21,223 bytes, where 20,480 are allowed; largest: Large (15,062),"
                        + " statement 3 (6,057), Small (63)");
    }

    @Test
    void fits_at_the_limit_and_not_beyond() {
        int frame =
                PolicyQuota.BUCKET.measure(PolicyDocument.of(allow("S", ""))).atLeast();
        PolicyDocument full = PolicyDocument.of(allow("S", "x".repeat(20_480 - frame)));
        PolicyDocument over = PolicyDocument.of(allow("S", "x".repeat(20_481 - frame)));

        assertThat(PolicyQuota.BUCKET.measure(full).exceedsQuota()).isFalse();
        assertThat(PolicyQuota.BUCKET.measure(full).mayExceedQuota()).isFalse();
        assertThat(PolicyQuota.BUCKET.measure(over).exceedsQuota()).isTrue();
    }

    @Test
    void leaves_the_size_open_where_tokens_take_part() {
        PolicyDocument document =
                PolicyDocument.of(allow("A", "${Token[Arn.1]}/*"), allow("B", "#{Token[TOKEN.2]}"), allow("C", "c"));
        PolicySize size = PolicyQuota.BUCKET.measure(document);
        int least = PolicyWriter.compact(PolicyDocument.of(allow("A", "/*"), allow("B", ""), allow("C", "c")))
                .length();

        assertThat(size.atLeast()).isEqualTo(least);
        assertThat(size.atMost()).isNull();
        assertThat(size.isExact()).isFalse();
        assertThat(size.exceedsQuota()).isFalse();
        assertThat(size.mayExceedQuota()).isTrue();
        assertThat(size.summary()).startsWith("a bucket policy of at least ");
    }

    @Test
    void takes_each_token_at_its_longest_when_told_how_long_that_is() {
        PolicyDocument document = PolicyDocument.of(allow("A", "${Token[Arn.1]}/*"), allow("B", "b"));
        PolicySize size = PolicyQuota.BUCKET.measure(document, text -> "x".repeat(100) + "/*");

        assertThat(size.atMost()).isEqualTo(size.atLeast() + 100);
        assertThat(size.mayExceedQuota()).isFalse();
        assertThat(size.summary()).contains("between ");
    }

    @Test
    void measures_tokens_that_would_collide_once_taken_out() {
        PolicyDocument document = PolicyDocument.of(allow("S${Token[A.1]}", "a"), allow("S${Token[B.2]}", "b"));

        assertThat(PolicyQuota.BUCKET.measure(document).atLeast())
                .isEqualTo(PolicyWriter.compact(PolicyDocument.of(allow("S", "a"), allow("T", "b")))
                        .length());
    }

    private static Statement allow(String sid, String resource) {
        return Statement.allow(sid).actions("s3:*").resources(resource).build();
    }
}
