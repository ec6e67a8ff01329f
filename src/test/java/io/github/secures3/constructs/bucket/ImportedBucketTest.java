package io.github.secures3.constructs.bucket;

import static io.github.secures3.agreement.TwoReadings.allowed;
import static io.github.secures3.agreement.TwoReadings.notAllowed;
import static io.github.secures3.constructs.bucket.Requests.BUCKET;
import static io.github.secures3.constructs.bucket.Requests.KEY;
import static io.github.secures3.constructs.bucket.Requests.OTHER_ACCOUNT_ROLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.secures3.agreement.TwoReadings;
import io.github.secures3.constructs.InvalidConfigurationException;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.json.PolicyReader;
import io.github.secures3.requests.TestRequest;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.AccountPrincipal;
import software.amazon.awscdk.services.iam.ArnPrincipal;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/add-bucket-policy.html */
class ImportedBucketTest {

    private static final String INTRODUCTION =
            "the bucket is imported, so its policy and settings cannot be changed from here;"
                    + " its owner must add these statements to its policy:\n";

    @Test
    void the_warning_holds_the_statements_that_the_owner_must_add() {
        App app = Synthesized.app();
        Stack stack = Synthesized.stack(app, "Storage", "111122223333", "eu-west-1");
        ImportedBucket bucket = SecureBucket.fromBucketName(stack, "Data", "data", key(stack));
        List<String> warnings = new ArrayList<>();
        Synthesized.of(app)
                .metadata(stack)
                .forEach(entries -> entries.forEach(entry -> {
                    if (entry.path("type").asText().equals("aws:cdk:warning")) {
                        warnings.add(entry.path("data").asText());
                    }
                }));
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0))
                .startsWith(INTRODUCTION)
                .endsWith(" [ack: SecureS3:ImportedBucket]")
                .doesNotContain("${Token[");
        String json =
                warnings.get(0).substring(INTRODUCTION.length(), warnings.get(0).lastIndexOf(" [ack:"));
        PolicyDocument printed = PolicyReader.read(json.replace("${AWS::Partition}", "aws"), PolicyType.RESOURCE);
        assertThat(printed.statements())
                .extracting(Statement::sid)
                .containsExactly(
                        "DenyInsecureTransport",
                        "DenyTlsBelow",
                        "DenySseC",
                        "DenyOtherEncryption",
                        "DenyOtherKmsKey",
                        "DenyKmsWithoutKeyId")
                .isEqualTo(bucket.getRequiredPolicy().statements().stream()
                        .map(Statement::sid)
                        .toList());
        TwoReadings.denied(printed, Requests.onObject("s3:GetObject").with("aws:SecureTransport", "false"));
        TwoReadings.denied(printed, Requests.onObject("s3:PutObject").with(Requests.SSE_KEY, Requests.OTHER_KEY));
        TwoReadings.passes(printed, Requests.onObject("s3:PutObject").with(Requests.SSE_KEY, KEY));
    }

    @Test
    void without_a_key_no_key_is_asked_for() {
        Stack stack = Synthesized.stack(Synthesized.app(), "Storage");
        assertThat(SecureBucket.fromBucketName(stack, "Data", "data")
                        .getRequiredPolicy()
                        .statements())
                .extracting(Statement::sid)
                .containsExactly("DenyInsecureTransport", "DenyTlsBelow", "DenySseC");
    }

    @Test
    void importing_makes_no_resource() {
        SynthesizedTemplate template =
                Synthesized.storage(stack -> SecureBucket.fromBucketName(stack, "Data", "data", key(stack)));
        assertThat(template.root().has("Resources")).isFalse();
    }

    @Test
    void roles_of_the_account_are_granted_access_to_bucket_and_key() {
        SynthesizedTemplate template = Synthesized.storage(stack -> {
            ImportedBucket bucket = SecureBucket.fromBucketName(stack, "Data", "data", key(stack));
            assertThat(bucket.getBucket().getNode().getPath()).isEqualTo("Storage/Data/Bucket");
            bucket.grantRead(SampleBuckets.role(stack, "Reader"), "team1/");
            bucket.grantWrite(SampleBuckets.role(stack, "Writer"));
            bucket.grantAppendOnly(SampleBuckets.role(stack, "Recorder"));
            bucket.grantDelete(SampleBuckets.role(stack, "Cleaner"));
            bucket.grantReadWrite(SampleBuckets.role(stack, "Editor"));
        });
        TestRequest read = Requests.onObject("s3:GetObject").to(BUCKET + "/team1/a.csv");
        allowed(template.rolePolicy("Reader"), read);
        notAllowed(template.rolePolicy("Reader"), read.to(BUCKET + "/team10/a.csv"));
        allowed(
                template.rolePolicy("Reader"),
                read.doing("kms:Decrypt")
                        .to(KEY)
                        .with("kms:ViaService", "s3.eu-west-1.amazonaws.com")
                        .with("kms:EncryptionContext:aws:s3:arn", BUCKET));
        allowed(template.rolePolicy("Writer"), read.doing("s3:PutObject"));
        notAllowed(template.rolePolicy("Writer"), read);
        notAllowed(
                template.rolePolicy("Recorder"), read.doing("s3:PutObject").with("s3:ObjectCreationOperation", "true"));
        allowed(template.rolePolicy("Recorder"), read.doing("s3:PutObject").with("s3:if-none-match", "*"));
        allowed(template.rolePolicy("Cleaner"), read.doing("s3:DeleteObject"));
        notAllowed(template.rolePolicy("Cleaner"), read.doing("s3:DeleteObjectVersion"));
        allowed(template.rolePolicy("Editor"), read.doing("s3:PutObject"));
        allowed(template.rolePolicy("Editor"), read);
    }

    @Test
    void a_grant_to_another_account_is_refused_with_the_statement_to_add() {
        Stack stack = Synthesized.stack(Synthesized.app(), "Storage");
        ImportedBucket bucket = SecureBucket.fromBucketName(stack, "Data", "data");
        String introduction =
                "Storage/Data: the grantee belongs to another account, so the policy of the imported bucket must"
                        + " allow it, and that policy cannot be changed from here; its owner must add:\n";
        for (IPrincipal principal :
                List.of(new ArnPrincipal(OTHER_ACCOUNT_ROLE), new AccountPrincipal("444455556666"))) {
            assertThatThrownBy(() -> bucket.grantRead(principal, "team1/"))
                    .isInstanceOf(InvalidConfigurationException.class)
                    .hasMessageStartingWith(introduction)
                    .hasMessageContaining("444455556666")
                    .hasMessageContaining("\"s3:GetObject\"")
                    .hasMessageContaining("arn:${AWS::Partition}:s3:::data/team1/*")
                    .hasMessageContaining("\"s3:ListBucket\"");
        }
    }

    @Test
    void a_refused_grant_leaves_the_role_as_it_was() {
        App app = Synthesized.app();
        Stack storage = Synthesized.stack(app, "Storage", "111122223333", "eu-west-1");
        Stack readers = Synthesized.stack(app, "Readers", "444455556666", "eu-west-1");
        Role role = Role.Builder.create(readers, "Reader")
                .roleName("Reader")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        ImportedBucket bucket = SecureBucket.fromBucketName(storage, "Data", "data");
        assertThatThrownBy(() -> bucket.grantRead(role, "")).isInstanceOf(InvalidConfigurationException.class);
        assertThat(role.getNode().tryFindChild("DefaultPolicy")).isNull();
    }

    private static IKey key(Stack stack) {
        return Key.fromKeyArn(stack, "Key", KEY);
    }
}
