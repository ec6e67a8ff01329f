package io.github.secures3.analysis.evaluate;

import static io.github.secures3.analysis.evaluate.Outcome.ALLOWED;
import static io.github.secures3.analysis.evaluate.Outcome.EXPLICITLY_DENIED;
import static io.github.secures3.analysis.evaluate.Outcome.IMPLICITLY_DENIED;
import static io.github.secures3.analysis.evaluate.Outcome.UNDECIDED;
import static io.github.secures3.analysis.evaluate.Scene.OTHER;
import static io.github.secures3.analysis.evaluate.Scene.OTHER_SESSION;
import static io.github.secures3.analysis.evaluate.Scene.ROLE;
import static io.github.secures3.analysis.evaluate.Scene.ROOT;
import static io.github.secures3.analysis.evaluate.Scene.SESSION;
import static io.github.secures3.analysis.evaluate.Scene.allow;
import static io.github.secures3.analysis.evaluate.Scene.allowTo;
import static io.github.secures3.analysis.evaluate.Scene.allowing;
import static io.github.secures3.analysis.evaluate.Scene.by;
import static io.github.secures3.analysis.evaluate.Scene.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Statement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * AWS KMS as the second authorization.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html">SSE-KMS</a>
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html">Default key policy</a>
 */
class KeyTest {

    private static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    @Test
    void reading_needs_decrypt_and_writing_generate_data_key() {
        assertThat(encrypted(SESSION, "kms:Decrypt").outcome()).isEqualTo(ALLOWED);
        assertThat(encrypted(SESSION, "kms:GenerateDataKey").outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(encrypted(SESSION, "kms:GenerateDataKey")
                        .does("s3:PutObject", Scene.OBJECT)
                        .outcome())
                .isEqualTo(ALLOWED);
        assertThat(encrypted(SESSION, "kms:Decrypt")
                        .does("s3:PutObject", Scene.OBJECT)
                        .outcome())
                .isEqualTo(IMPLICITLY_DENIED);
        assertThat(encrypted(SESSION, "kms:None")
                        .does("s3:GetObjectTagging", Scene.OBJECT)
                        .outcome())
                .isEqualTo(ALLOWED);
    }

    /**
     * A part cannot be finished without reading the parts before it.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions">Multipart upload</a>
     */
    @Test
    void a_multipart_upload_needs_both() {
        Scene scene = encrypted(SESSION, "kms:GenerateDataKey").does("s3:PutObject", Scene.OBJECT);
        assertThat(scene.multipart().outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(encrypted(SESSION, "kms:*")
                        .does("s3:PutObject", Scene.OBJECT)
                        .multipart()
                        .outcome())
                .isEqualTo(ALLOWED);
    }

    @Test
    void identity_policies_count_only_where_the_key_policy_names_the_account() {
        assertThat(encrypted(SESSION, "kms:*")
                        .where(s -> s.keyPolicy(policy(allowTo(OTHER))))
                        .outcome())
                .isEqualTo(IMPLICITLY_DENIED);
        assertThat(by(SESSION)
                        .identity(allow())
                        .where(s -> s.encryption(Encryption.sseKms(KEY)).keyPolicy(policy(allowTo(ROLE))))
                        .outcome())
                .isEqualTo(ALLOWED);
        assertThat(by(SESSION)
                        .identity(allow())
                        .where(s -> s.encryption(Encryption.sseKms(KEY)).keyPolicy(policy(allowTo(ROOT))))
                        .outcome())
                .isEqualTo(IMPLICITLY_DENIED);
    }

    /**
     * Without the account in the key policy identity policies allow nothing, and still deny.
     *
     * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html#key-policy-default-allow-root-enable-iam">
     *     Allows access to the account and enables IAM policies</a>
     */
    @Test
    void an_identity_policy_that_denies_counts_even_where_the_key_policy_does_not_name_the_account() {
        Statement refusal =
                Statement.deny("D").actions("kms:Decrypt").resources("*").build();
        Scene scene =
                by(SESSION).where(s -> s.encryption(Encryption.sseKms(KEY)).keyPolicy(policy(allowTo(ROLE))));
        assertThat(scene.identity(allow()).outcome()).isEqualTo(ALLOWED);
        assertThat(scene.identity(allow(), refusal).outcome()).isEqualTo(EXPLICITLY_DENIED);
    }

    @Test
    void the_root_user_too_needs_the_key_policy() {
        Scene scene = by(ROOT).where(s -> s.encryption(Encryption.sseKms(KEY)).keyPolicy(policy(allowTo(ROLE))));
        assertThat(scene.outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(scene.where(s -> s.keyPolicy(policy(allowTo(ROOT)))).outcome())
                .isEqualTo(ALLOWED);
    }

    @Test
    void between_accounts_key_policy_and_identity_policy_are_both_needed() {
        Scene scene = by(OTHER_SESSION)
                .identity(allowing("*"))
                .bucketPolicy(allowTo(OTHER))
                .where(s -> s.encryption(Encryption.sseKms(KEY)).keyPolicy(policy(allowTo(ROOT))));
        assertThat(scene.outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(scene.where(s -> s.keyPolicy(policy(allowTo(OTHER)))).outcome())
                .isEqualTo(ALLOWED);
        assertThat(scene.identity(allow()).outcome()).isEqualTo(IMPLICITLY_DENIED);
    }

    @Test
    void a_deny_on_the_key_denies_the_request() {
        Decision decision = encrypted(SESSION, "kms:*")
                .where(s -> s.keyPolicy(policy(allowTo(ROOT), Scene.denyTo(Principal.everyone()))))
                .decide();
        assertThat(decision.outcome()).isEqualTo(EXPLICITLY_DENIED);
        assertThat(decision.layer(Layer.KEY).orElseThrow().outcome()).isEqualTo(EXPLICITLY_DENIED);
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html */
    @Test
    void an_upload_that_asks_for_an_encryption_s3_does_not_have_is_refused() {
        Scene scene = by(SESSION).identity(allow()).does("s3:PutObject", Scene.OBJECT);
        assertThat(scene.with("s3:x-amz-server-side-encryption", "AES256").outcome())
                .isEqualTo(ALLOWED);
        Decision decision =
                scene.with("s3:x-amz-server-side-encryption", "aws-kms").decide();
        assertThat(decision.outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(decision.reason())
                .isEqualTo("S3 has no encryption aws-kms; it takes AES256, aws:kms, aws:kms:dsse, aws:fsx");
    }

    @Test
    void sse_s3_needs_no_second_authorization() {
        assertThat(by(SESSION)
                        .identity(allow())
                        .where(s -> s.encryption(Encryption.sseS3()).keyPolicy(policy(allowTo(OTHER))))
                        .outcome())
                .isEqualTo(ALLOWED);
    }

    /**
     * Objects under the AWS managed key cannot be shared; an upload without a key uses the managed key of the account that uploads.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html">Using SSE-KMS encryption for cross-account
     *     operations</a>
     */
    @Test
    void the_aws_managed_key_serves_its_own_account_alone() {
        Encryption managed = new Encryption("aws:kms", null, null);
        assertThat(by(SESSION)
                        .identity(allow())
                        .where(s -> s.encryption(managed))
                        .outcome())
                .isEqualTo(ALLOWED);
        Scene guest = by(OTHER_SESSION)
                .identity(allowing("*"))
                .bucketPolicy(allowTo(OTHER))
                .where(s -> s.encryption(managed));
        assertThat(guest.outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(guest.does("s3:PutObject", Scene.OBJECT).outcome()).isEqualTo(ALLOWED);
        assertThat(by(Scene.SERVICE)
                        .bucketPolicy(allowTo(Principal.service(Scene.SERVICE)))
                        .does("s3:PutObject", Scene.OBJECT)
                        .where(s -> s.encryption(managed))
                        .decide()
                        .reason())
                .isEqualTo("the AWS managed key aws/s3 serves its own account alone");
        Encryption named = new Encryption("aws:kms", "arn:aws:kms:us-east-1:111122223333:alias/aws/s3", null);
        assertThat(guest.where(s -> s.encryption(named)).outcome()).isEqualTo(IMPLICITLY_DENIED);
    }

    @Test
    void a_key_policy_that_nobody_gave_leaves_it_undecided() {
        Decision decision = by(SESSION)
                .identity(allowing("*"))
                .where(s -> s.encryption(Encryption.sseKms(KEY)))
                .decide();
        assertThat(decision.outcome()).isEqualTo(UNDECIDED);
        assertThat(decision.unknowns()).containsExactly("the policy of the KMS key is not given");
    }

    /**
     * What S3 tells KMS about the call.
     *
     * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html">AWS KMS condition keys</a>
     */
    @Test
    void the_key_policy_sees_the_service_the_caller_and_the_encryption_context() {
        assertThat(underCondition("kms:ViaService", "s3.us-east-1.amazonaws.com", null))
                .isEqualTo(ALLOWED);
        assertThat(underCondition("kms:ViaService", "s3.eu-west-1.amazonaws.com", null))
                .isEqualTo(IMPLICITLY_DENIED);
        assertThat(underCondition("kms:CallerAccount", "111122223333", null)).isEqualTo(ALLOWED);
        String context = "kms:EncryptionContext:aws:s3:arn";
        assertThat(underCondition(context, "arn:aws:s3:::data", true)).isEqualTo(ALLOWED);
        assertThat(underCondition(context, "arn:aws:s3:::data/key", true)).isEqualTo(IMPLICITLY_DENIED);
        assertThat(underCondition(context, "arn:aws:s3:::data/key", false)).isEqualTo(ALLOWED);
        assertThat(underCondition(context, "arn:aws:s3:::data", null)).isEqualTo(UNDECIDED);
        assertThat(underCondition("aws:SourceVpce", "vpce-1a2b3c4d", null)).isEqualTo(IMPLICITLY_DENIED);
    }

    /** https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html */
    @Test
    void what_the_key_is_called_counts_in_the_call_that_s3_makes() {
        assertThat(byAlias()
                        .with("kms:ResourceAliases", "alias/other", "alias/data")
                        .outcome())
                .isEqualTo(ALLOWED);
        assertThat(byAlias().with("kms:ResourceAliases", "alias/other").outcome())
                .isEqualTo(IMPLICITLY_DENIED);
        assertThat(byAlias().outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(byAlias().incomplete().outcome()).isEqualTo(UNDECIDED);
    }

    private static Scene byAlias() {
        Statement use = Statement.allow("A")
                .actions("kms:*")
                .resources("*")
                .when(Condition.of(
                        ConditionOperator.forAnyValue(Comparison.STRING_EQUALS), "kms:ResourceAliases", "alias/data"))
                .build();
        return by(SESSION)
                .where(s -> s.identityPolicies(List.of(policy(allowing("s3:*")), policy(use)))
                        .encryption(Encryption.sseKms(KEY))
                        .keyPolicy(policy(allowTo(ROOT))));
    }

    @Test
    void a_request_to_kms_itself_is_decided_by_the_key_s_rule() {
        Scene scene = by(SESSION).does("kms:Decrypt", KEY).identity(allowing("kms:*"));
        assertThat(scene.outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(scene.where(s -> s.keyPolicy(policy(allowTo(ROOT)))).outcome())
                .isEqualTo(ALLOWED);
        assertThat(scene.identity(allow()).outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(scene.decide().layers())
                .extracting(layer -> layer.layer().text())
                .containsExactly("identity", "key");
        assertThat(scene.where(s -> s.keyPolicy(policy(allowTo(ROLE)))).outcome())
                .isEqualTo(ALLOWED);
    }

    @Test
    void a_request_to_kms_is_one_to_the_account_that_the_key_s_arn_names() {
        Organization organization = Organization.of("o-exampleorgid", OTHER, List.of(Scene.OWNER));
        AccessRequest request = AccessRequest.of(RequestPrincipal.parse(SESSION), "kms:Decrypt", KEY, Map.of());
        Situation situation = Situation.builder()
                .identityPolicies(List.of(policy(allowing("kms:*"))))
                .keyPolicy(policy(allowTo(ROOT)))
                .organization(organization)
                .resourceControlPolicies(List.of(List.of(policy(Scene.denyTo(Principal.everyone())))))
                .build();
        assertThat(Evaluator.decide(request, situation).outcome()).isEqualTo(EXPLICITLY_DENIED);
        AccessRequest foreign = AccessRequest.of(
                RequestPrincipal.parse(SESSION), "kms:Decrypt", KEY.replace(Scene.OWNER, OTHER), Map.of());
        assertThat(Evaluator.decide(foreign, situation).outcome())
                .as("resource control policies leave the keys of the management account alone")
                .isEqualTo(ALLOWED);
    }

    /**
     * Objects under KMS keys are read and written over TLS with signed requests alone.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html">PutObject</a>
     */
    @Test
    void objects_under_kms_keys_are_neither_for_anonymous_callers_nor_for_plain_http() {
        Scene anonymous = by("anonymous")
                .bucketPolicy(allowTo(Principal.everyone()))
                .where(s -> s.encryption(Encryption.sseKms(KEY)).keyPolicy(policy(allowTo(Principal.everyone()))));
        assertThat(anonymous.decide().toString())
                .isEqualTo("ImplicitlyDenied: S3 refuses anonymous requests for objects under KMS keys");
        assertThat(anonymous.does("s3:GetObjectTagging", Scene.OBJECT).outcome())
                .as("an action that needs no key")
                .isEqualTo(ALLOWED);
        assertThat(anonymous
                        .does("s3:GetObject", Scene.OBJECT)
                        .where(s -> s.encryption(Encryption.sseS3()))
                        .outcome())
                .isEqualTo(ALLOWED);
        Scene plain = encrypted(SESSION, "kms:*").with("aws:SecureTransport", "false");
        assertThat(plain.decide().toString())
                .isEqualTo("ImplicitlyDenied: S3 refuses requests over plain HTTP for objects under KMS keys");
        assertThat(plain.decide().layer(Layer.KEY).orElseThrow().outcome()).isEqualTo(ALLOWED);
        assertThat(plain.with("aws:SecureTransport", "true").outcome()).isEqualTo(ALLOWED);
    }

    @Test
    void where_nobody_knows_how_an_object_is_encrypted_a_key_may_stand_in_the_way_or_not() {
        String reason = "the encryption of the bucket is not in the templates";
        for (Scene scene : List.of(
                by(SESSION).identity(allow()),
                by(SESSION)
                        .identity(
                                allow(),
                                Statement.deny("K")
                                        .actions("kms:*")
                                        .resources("*")
                                        .build()),
                by(OTHER_SESSION).identity(allow()).bucketPolicy(allowTo(OTHER)),
                by("anonymous").bucketPolicy(allowTo(Principal.everyone())))) {
            Decision decision = scene.where(s -> s.unknown(Layer.KEY, reason)).decide();
            assertThat(decision.outcome()).as(decision.toString()).isEqualTo(UNDECIDED);
            assertThat(decision.reason()).contains(reason);
            assertThat(scene.does("s3:DeleteObject", Scene.OBJECT).outcome())
                    .as("an action that needs no key")
                    .isEqualTo(ALLOWED);
        }
    }

    private static Outcome underCondition(String key, String value, @Nullable Boolean bucketKey) {
        Statement grant = Statement.allow("A")
                .everyone()
                .actions("kms:*")
                .resources("*")
                .when(Condition.of(Comparison.STRING_EQUALS, key, value))
                .build();
        return by(SESSION)
                .identity(allow())
                .with("aws:SourceVpce", "vpce-1a2b3c4d")
                .where(s ->
                        s.encryption(new Encryption("aws:kms", KEY, bucketKey)).keyPolicy(policy(grant)))
                .outcome();
    }

    private static Scene encrypted(String principal, String kmsAction) {
        return by(principal)
                .where(s -> s.identityPolicies(List.of(policy(allow()), policy(allowing(kmsAction))))
                        .encryption(Encryption.sseKms(KEY))
                        .keyPolicy(policy(allowTo(ROOT))));
    }
}
