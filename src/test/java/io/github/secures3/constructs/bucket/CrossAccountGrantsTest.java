package io.github.secures3.constructs.bucket;

import static io.github.secures3.agreement.TwoReadings.allowed;
import static io.github.secures3.agreement.TwoReadings.notAllowed;
import static io.github.secures3.assertions.SecureS3Assertions.anyoneBut;
import static io.github.secures3.assertions.SecureS3Assertions.request;
import static io.github.secures3.assertions.SecureS3Assertions.template;
import static io.github.secures3.constructs.bucket.Requests.BUCKET;
import static io.github.secures3.constructs.bucket.Requests.KEY;
import static io.github.secures3.constructs.bucket.Requests.OTHER_ACCOUNT_ROLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.secures3.constructs.InvalidConfigurationException;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.requests.TestRequest;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.AccountPrincipal;
import software.amazon.awscdk.services.iam.ArnPrincipal;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.PrincipalWithConditions;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html */
class CrossAccountGrantsTest {

    private static final TestRequest READ =
            TestRequest.byIdentity(OTHER_ACCOUNT_ROLE, "s3:GetObject", BUCKET + "/team1/a.csv");
    private static final TestRequest LIST =
            READ.doing("s3:ListBucket").to(BUCKET).with("s3:prefix", "team1/");
    private static final TestRequest DECRYPT = READ.doing("kms:Decrypt")
            .to(KEY)
            .with("kms:ViaService", "s3.eu-west-1.amazonaws.com")
            .with("kms:EncryptionContext:aws:s3:arn", BUCKET);

    @Test
    void a_role_by_its_arn_gets_bucket_and_key_policy_with_the_conditions() {
        check(granting(new ArnPrincipal(OTHER_ACCOUNT_ROLE)));
    }

    @Test
    void an_account_gets_bucket_and_key_policy_with_the_conditions() {
        check(granting(new AccountPrincipal("444455556666")));
    }

    @Test
    void a_role_in_the_stack_of_another_account_gets_both_sides() {
        App app = Synthesized.app();
        Stack storage = Synthesized.stack(app, "Storage", "111122223333", "eu-west-1");
        SecureBucket bucket = SecureBucket.Builder.create(storage, "Data")
                .bucketName("data")
                .encryptionKey(
                        Key.Builder.create(storage, "DataKey").alias("data").build())
                .build();
        Stack reader = Synthesized.stack(app, "Reader", "444455556666", "eu-west-1");
        Role role = Role.Builder.create(reader, "Reader")
                .roleName("Reader")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        SecureBucket open = SecureBucket.Builder.create(storage, "Open")
                .bucketName("open")
                .allowWithoutKms("open data")
                .build();
        open.grantRead(role, "team1/");
        bucket.grantDelete(role, "team1/");
        Synthesized synthesized = Synthesized.of(app);
        PolicyDocument policy = synthesized.template(storage).bucketPolicy("Open");
        PolicyDocument identity = synthesized.template(reader).rolePolicy("Reader");
        TestRequest read = READ.to("arn:aws:s3:::open/team1/a.csv");
        allowed(policy, read);
        allowed(identity, read);
        notAllowed(policy, read.to("arn:aws:s3:::open/team10/a.csv"));
        notAllowed(identity, read.to("arn:aws:s3:::open/team10/a.csv"));
        allowed(synthesized.template(storage).bucketPolicy("Data"), READ.doing("s3:DeleteObject"));
        allowed(identity, READ.doing("s3:DeleteObject"));
    }

    /** A stack of another account cannot refer to the key; conditions hold its role to this bucket's. */
    @Test
    void a_role_of_another_account_reads_what_the_bucket_s_own_key_encrypts() {
        App app = Synthesized.app();
        Stack storage = Synthesized.stack(app, "Storage", "111122223333", "eu-west-1");
        SecureBucket bucket =
                SecureBucket.Builder.create(storage, "Data").bucketName("data").build();
        Stack reader = Synthesized.stack(app, "Reader", "444455556666", "eu-west-1");
        for (String name : new String[] {"granted", "stranger"}) {
            Role role = Role.Builder.create(reader, name)
                    .roleName(name)
                    .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                    .build();
            if (name.equals("granted")) {
                bucket.grantRead(role, "team1/");
                bucket.grantWrite(role, "in/");
            }
        }
        assertThat(template(Synthesized.estate(app)))
                .bucket("data")
                .allows(
                        request("s3:GetObject").on("team1/a.csv").by("granted"),
                        request("s3:PutObject").on("in/a.csv").by("granted"))
                .denies(
                        request("s3:GetObject").on("team10/a.csv").by("granted"),
                        request("s3:GetObject").on("in/a.csv").by("granted"),
                        request("s3:GetObject").on("team1/a.csv").by("stranger"))
                .isNeverReadableBy(anyoneBut("owner", "granted"));
    }

    @Test
    void conditions_of_the_principal_stay_in_force() {
        SynthesizedTemplate template = granting(new PrincipalWithConditions(
                new ArnPrincipal(OTHER_ACCOUNT_ROLE), Map.of("StringEquals", Map.of("aws:PrincipalTag/team", "one"))));
        for (TestRequest request : new TestRequest[] {READ, LIST}) {
            notAllowed(template.bucketPolicy("Data"), request);
            allowed(template.bucketPolicy("Data"), request.with("aws:PrincipalTag/team", "one"));
        }
        notAllowed(template.keyPolicy("Data"), DECRYPT);
        allowed(template.keyPolicy("Data"), DECRYPT.with("aws:PrincipalTag/team", "one"));
    }

    @Test
    void append_only_keeps_its_conditions_in_the_bucket_policy() {
        PolicyDocument policy = Synthesized.storage(stack ->
                        new SecureBucket(stack, "Data").grantAppendOnly(new ArnPrincipal(OTHER_ACCOUNT_ROLE), "team1/"))
                .bucketPolicy("Data");
        TestRequest upload = READ.doing("s3:PutObject").with("s3:ObjectCreationOperation", "true");
        notAllowed(policy, upload);
        allowed(policy, upload.with("s3:if-none-match", "*"));
        allowed(policy, upload.with("s3:ObjectCreationOperation", "false"));
        notAllowed(policy, upload.with("s3:if-none-match", "*").to(BUCKET + "/team10/a.csv"));
    }

    /** A key policy with the key's own ARN would be a cycle. */
    @Test
    void the_key_policy_names_the_key_as_a_star() {
        SynthesizedTemplate template = granting(new ArnPrincipal(OTHER_ACCOUNT_ROLE));
        assertThat(template.key("Data").at("/Properties/KeyPolicy").findValuesAsText("Resource"))
                .containsOnly("*");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_imported_key_cannot_take_the_statement_so_the_grant_is_refused(boolean byAccount) {
        Stack stack = Synthesized.stack(Synthesized.app(), "Storage");
        SecureBucket bucket = SecureBucket.Builder.create(stack, "Data")
                .encryptionKey(Key.fromKeyArn(
                        stack,
                        "Imported",
                        "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"))
                .build();
        IPrincipal principal = byAccount ? new AccountPrincipal("444455556666") : new ArnPrincipal(OTHER_ACCOUNT_ROLE);
        int statements =
                bucket.getBucket().getPolicy().getDocument().getStatementCount().intValue();
        assertThatThrownBy(() -> bucket.grantRead(principal))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith(
                        "Storage/Data: the encryption key is imported, so its policy cannot be changed from"
                                + " here; its owner must add:\n{")
                .hasMessageContaining("kms:Decrypt")
                .hasMessageContaining("kms:ViaService");
        assertThat(bucket.getBucket()
                        .getPolicy()
                        .getDocument()
                        .getStatementCount()
                        .intValue())
                .as("a refused grant opens nothing")
                .isEqualTo(statements);
    }

    private static SynthesizedTemplate granting(IPrincipal principal) {
        return Synthesized.storage(stack -> new SecureBucket(stack, "Data").grantRead(principal, "team1/"));
    }

    private static void check(SynthesizedTemplate template) {
        PolicyDocument policy = template.bucketPolicy("Data");
        allowed(policy, READ);
        allowed(policy, LIST);
        notAllowed(policy, READ.to(BUCKET + "/team10/a.csv"));
        notAllowed(policy, LIST.with("s3:prefix", "team10/"));
        notAllowed(policy, LIST.without("s3:prefix"));
        notAllowed(policy, READ.doing("s3:PutObject"));
        notAllowed(policy, READ.with("aws:SecureTransport", "false"));
        TestRequest stranger =
                TestRequest.byIdentity("arn:aws:iam::123456789012:role/Reader", "s3:GetObject", READ.resource());
        notAllowed(policy, stranger);
        PolicyDocument key = template.keyPolicy("Data");
        allowed(key, DECRYPT);
        notAllowed(key, DECRYPT.doing("kms:GenerateDataKey"));
        notAllowed(key, DECRYPT.without("kms:ViaService"));
        notAllowed(key, DECRYPT.with("kms:EncryptionContext:aws:s3:arn", BUCKET + "-2"));
    }
}
