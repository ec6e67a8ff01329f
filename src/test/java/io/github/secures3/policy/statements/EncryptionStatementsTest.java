package io.github.secures3.policy.statements;

import static io.github.secures3.policy.statements.Case.BUCKET;
import static io.github.secures3.policy.statements.Case.byRole;
import static io.github.secures3.policy.statements.Case.denied;
import static io.github.secures3.policy.statements.Case.passes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.agreement.TwoReadings;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.requests.TestRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_UpdateObjectEncryption.html and
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
class EncryptionStatementsTest {

    private static final String RIGHT = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private static final String OTHER = "arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private static final String ABSENT = "absent";
    private static final List<String> ACTIONS =
            List.of("s3:PutObject", "s3:ReplicateObject", "s3:UpdateObjectEncryption");
    private static final List<String> HEADERS = List.of(ABSENT, "AES256", "aws:kms", "aws:kms:dsse");

    static Stream<Arguments> every_header_key_and_action() {
        List<Arguments> all = new ArrayList<>();
        for (SseAlgorithm algorithm : List.of(SseAlgorithm.AWS_KMS, SseAlgorithm.AWS_KMS_DSSE)) {
            for (String action : ACTIONS) {
                for (String header : HEADERS) {
                    for (String key : List.of(ABSENT, RIGHT, OTHER)) {
                        all.add(Arguments.of(algorithm, action, header, key));
                    }
                }
            }
        }
        return all.stream();
    }

    /** An object ends up under the bucket's key by saying nothing, or by naming the bucket's encryption and key. */
    @ParameterizedTest
    @MethodSource("every_header_key_and_action")
    void the_three_denies_hold_objects_to_the_bucket_key(
            SseAlgorithm algorithm, String action, String header, String key) {
        boolean silent = header.equals(ABSENT) && !key.equals(OTHER);
        boolean explicit = header.equals(algorithm.text()) && key.equals(RIGHT);

        assertThat(TwoReadings.denies(document(threeDenies(algorithm)), write(action, header, key)))
                .isEqualTo(!silent && !explicit);
    }

    @Test
    void each_of_the_three_denies_closes_a_hole_that_the_other_two_leave() {
        List<ProtectiveStatement> three = threeDenies(SseAlgorithm.AWS_KMS);
        List<TestRequest> holes = List.of(
                write("s3:PutObject", "aws:kms", OTHER),
                write("s3:PutObject", "AES256", ABSENT),
                write("s3:PutObject", "aws:kms", ABSENT));
        for (int i = 0; i < three.size(); i++) {
            List<ProtectiveStatement> two = new ArrayList<>(three);
            two.remove(i);
            assertThat(TwoReadings.denies(document(three), holes.get(i))).isTrue();
            assertThat(TwoReadings.denies(document(two), holes.get(i))).isFalse();
        }
    }

    @Test
    void a_bucket_with_sse_s3_needs_the_one_deny_about_the_algorithm() {
        PolicyDocument policy = document(List.of(new DenyOtherEncryption(SseAlgorithm.AES256)));
        for (String action : ACTIONS) {
            assertThat(TwoReadings.denies(policy, write(action, ABSENT, ABSENT)))
                    .isFalse();
            assertThat(TwoReadings.denies(policy, write(action, "AES256", ABSENT)))
                    .isFalse();
            assertThat(TwoReadings.denies(policy, write(action, "aws:kms", ABSENT)))
                    .isTrue();
            assertThat(TwoReadings.denies(policy, write(action, "aws:kms", OTHER)))
                    .isTrue();
            assertThat(TwoReadings.denies(policy, write(action, "aws:kms:dsse", RIGHT)))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(SseAlgorithm.class)
    void reads_and_other_buckets_are_none_of_their_business(SseAlgorithm algorithm) {
        PolicyDocument policy = document(threeDenies(algorithm));
        TestRequest wrong = write("s3:PutObject", "made-up", OTHER);

        assertThat(TwoReadings.denies(policy, wrong)).isTrue();
        assertThat(TwoReadings.denies(policy, wrong.doing("s3:GetObject"))).isFalse();
        assertThat(TwoReadings.denies(policy, wrong.to(Case.OTHER_OBJECT))).isFalse();
    }

    static Stream<Case> customer_keys() {
        var statement = new DenySseC();
        String header = "s3:x-amz-server-side-encryption-customer-algorithm";
        TestRequest put = byRole("s3:PutObject");
        return Stream.of(
                denied("an upload, a part or a copy under a key of the caller", statement, put.with(header, "AES256")),
                denied(
                        "a replica under a key of the caller",
                        statement,
                        put.doing("s3:ReplicateObject").with(header, "AES256")),
                passes("an upload without headers", statement, put),
                passes("an upload under SSE-KMS", statement, put.with(ConditionKeys.SSE, "aws:kms")),
                passes(
                        "reading an old object",
                        statement,
                        put.doing("s3:GetObject").with(header, "AES256")));
    }

    @ParameterizedTest
    @MethodSource("customer_keys")
    void denies_keys_of_the_caller(Case row) {
        row.check();
    }

    private static List<ProtectiveStatement> threeDenies(SseAlgorithm algorithm) {
        return List.of(new DenyOtherKmsKey(RIGHT), new DenyOtherEncryption(algorithm), new DenyKmsWithoutKeyId());
    }

    private static PolicyDocument document(List<ProtectiveStatement> statements) {
        return PolicyDocument.of(statements.stream().map(s -> s.on(BUCKET)).toList());
    }

    private static TestRequest write(String action, String header, String key) {
        TestRequest request = byRole(action);
        if (!header.equals(ABSENT)) {
            request = request.with(ConditionKeys.SSE, header);
        }
        return key.equals(ABSENT) ? request : request.with(ConditionKeys.SSE_KMS_KEY_ID, key);
    }
}
