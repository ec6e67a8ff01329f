package io.github.secures3.analysis.evaluate.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which key an object is under, and what stands on that key.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html">Default encryption</a>
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html">Default key policy</a>
 */
class KeyTest {

    private static final Estate ESTATE = EstateReader.read(
            List.of(Path.of("src/test/resources/io/github/secures3/analysis/evaluate/estate/keys.yaml")),
            ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1"));

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "Reader, Plain/k, ALLOWED",
        "KeyUser, Plain/k, ALLOWED",
        "Reader, ByKey/k, IMPLICITLY_DENIED",
        "KeyUser, ByKey/k, ALLOWED",
        "Reader, ByArn/k, IMPLICITLY_DENIED",
        "KeyUser, ByArn/k, ALLOWED",
        "Reader, ByAlias/k, IMPLICITLY_DENIED",
        "KeyUser, ByAlias/k, ALLOWED",
        "Reader, ByDefaultPolicy/k, IMPLICITLY_DENIED",
        "KeyUser, ByDefaultPolicy/k, ALLOWED",
        "KeyUser, Elsewhere/k, UNDECIDED",
        "KeyUser, Open/k, UNDECIDED",
        "KeyUser, OpenAlgorithm/k, UNDECIDED",
        "KeyUser, OddAlgorithm/k, UNDECIDED",
        "Reader, Managed/k, ALLOWED"
    })
    void an_object_is_under_the_key_that_its_bucket_names_by_default(String who, String what, Outcome expected) {
        assertThat(decide(who, what, Map.of()).outcome()).isEqualTo(expected);
    }

    @Test
    void what_is_not_in_the_templates_is_the_reason() {
        assertThat(decide("KeyUser", "Elsewhere/k", Map.of()).unknowns())
                .containsExactly("the policy of the key arn:aws:kms:eu-west-1:444455556666:key/1234 of Elsewhere is not"
                        + " in the templates");
        assertThat(decide("KeyUser", "OpenAlgorithm/k", Map.of()).unknowns())
                .containsExactly("the default encryption of OpenAlgorithm is not known");
        assertThat(decide("KeyUser", "OddAlgorithm/k", Map.of()).unknowns())
                .contains("whether the encryption aws-kms needs a KMS key is not known; S3 has AES256, aws:kms,"
                        + " aws:kms:dsse, aws:fsx");
    }

    /**
     * An upload may bring its own encryption.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html">PutObject</a>
     */
    @Test
    void an_upload_is_under_the_key_that_it_names() {
        Map<String, String> sseS3 = Map.of("s3:x-amz-server-side-encryption", "AES256");
        assertThat(upload("Reader", "ByKey/k", Map.of()).outcome()).isEqualTo(Outcome.IMPLICITLY_DENIED);
        assertThat(upload("Reader", "ByKey/k", sseS3).outcome()).isEqualTo(Outcome.ALLOWED);
        Map<String, String> named = Map.of(
                "s3:x-amz-server-side-encryption",
                "aws:kms",
                "S3:X-Amz-Server-Side-Encryption-Aws-Kms-Key-Id",
                "alias/data");
        assertThat(upload("Reader", "Plain/k", named).outcome()).isEqualTo(Outcome.IMPLICITLY_DENIED);
        assertThat(upload("KeyUser", "Plain/k", named).outcome()).isEqualTo(Outcome.ALLOWED);
    }

    /**
     * The aliases of a key are a property of it, present in every request to it.
     *
     * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html">Use aliases to control access to KMS
     *     keys</a>
     */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "ByKey, ALLOWED",
        "ByArn, ALLOWED",
        "ByAlias, ALLOWED",
        "ByOther, IMPLICITLY_DENIED",
        "ByDefaultPolicy, UNDECIDED"
    })
    void a_policy_can_go_by_the_alias_of_the_key(String bucket, Outcome expected) {
        assertThat(decide("AliasUser", bucket + "/k", Map.of()).outcome()).isEqualTo(expected);
    }

    /**
     * With an S3 Bucket Key the encryption context is the bucket, without one the object.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html">Reducing the cost of SSE-KMS with Amazon S3 Bucket
     *     Keys</a>
     */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "WithBucketKey, ALLOWED",
        "WithoutBucketKey, IMPLICITLY_DENIED",
        "ByKey, IMPLICITLY_DENIED",
        "MaybeBucketKey, UNDECIDED"
    })
    void the_bucket_key_decides_the_encryption_context(String bucket, Outcome expected) {
        assertThat(decide("ContextUser", bucket + "/k", Map.of()).outcome()).isEqualTo(expected);
    }

    /**
     * An alias means a key of whoever asks.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-serversideencryptionbydefault.html">
     *     ServerSideEncryptionByDefault</a>
     */
    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "111122223333, SharedByAlias, ALLOWED",
        "KeyUser, SharedByAlias, ALLOWED",
        "444455556666, SharedByAlias, UNDECIDED",
        "444455556666, SharedByKey, ALLOWED",
        "123456789012, SharedByAlias, IMPLICITLY_DENIED"
    })
    void an_alias_means_another_key_to_another_account(String who, String bucket, Outcome expected) {
        Decision decision = upload(who, bucket + "/k", Map.of());
        assertThat(decision.outcome()).as(decision.reason()).isEqualTo(expected);
        if (expected == Outcome.UNDECIDED) {
            assertThat(decision.unknowns())
                    .contains("which key alias/shared means is not known: KMS looks it up in the account of the caller,"
                            + " which is not that of the bucket");
        }
    }

    @Test
    void an_upload_names_a_key_of_the_caller_unless_it_gives_an_arn() {
        Map<String, String> byAlias = Map.of(
                "s3:x-amz-server-side-encryption",
                "aws:kms",
                "s3:x-amz-server-side-encryption-aws-kms-key-id",
                "alias/shared");
        assertThat(upload("444455556666", "SharedByKey/k", byAlias).outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(upload("KeyUser", "SharedByKey/k", byAlias).outcome()).isEqualTo(Outcome.ALLOWED);
    }

    /** https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"ByDisabled, IMPLICITLY_DENIED", "ByMaybeEnabled, UNDECIDED", "ByDefaultPolicy, ALLOWED"})
    void a_disabled_key_opens_nothing(String bucket, Outcome expected) {
        Decision decision = decide("KeyUser", bucket + "/k", Map.of());
        assertThat(decision.outcome()).as(decision.reason()).isEqualTo(expected);
        if (expected == Outcome.IMPLICITLY_DENIED) {
            assertThat(decision.reason()).isEqualTo("KMS refuses cryptographic operations with a disabled key");
        } else if (expected == Outcome.UNDECIDED) {
            assertThat(decision.unknowns())
                    .containsExactly("whether MaybeEnabledKey is enabled is not known: parameter Enabled of stack keys"
                            + " has no known value");
        }
    }

    private static Decision decide(String who, String what, Map<String, String> context) {
        return decide(who, "s3:GetObject", what, context);
    }

    private static Decision upload(String who, String what, Map<String, String> context) {
        return decide(who, "s3:PutObject", what, context);
    }

    private static Decision decide(String who, String action, String what, Map<String, String> context) {
        Map<String, List<String>> all = new HashMap<>();
        context.forEach((key, value) -> all.put(key, List.of(value)));
        return EstateSituation.of(ESTATE, new EstateRequest(who, action, what, all, null, null, List.of()))
                .decide();
    }
}
