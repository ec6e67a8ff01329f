package io.github.secures3.constructs.bucket;

import static io.github.secures3.constructs.bucket.Requests.allowed;
import static io.github.secures3.constructs.bucket.Requests.notAllowed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.secures3.constructs.InvalidConfigurationException;
import io.github.secures3.policy.Statement;
import io.github.secures3.requests.TestRequest;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.iam.AccountPrincipal;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/add-bucket-policy.html */
class ImportedBucketTest {

    @Test
    void warns_with_the_statements_that_the_owner_must_add() {
        App app = Synthesized.app();
        Stack stack = Synthesized.stack(app, "Storage");
        ImportedBucket bucket = SecureBucket.fromBucketName(stack, "Legacy", "legacy-data");

        assertThat(bucket.getRequiredPolicy().statements().stream().map(Statement::sid))
                .containsExactly("DenyInsecureTransport", "DenyTlsBelow", "DenySseC");
        Annotations warnings = Annotations.fromStack(stack);
        for (String part :
                List.of("its owner must add these statements", "\"Sid\": \"DenyInsecureTransport\"", "legacy-data")) {
            warnings.hasWarning("/Storage/Legacy", Match.stringLikeRegexp("[\\s\\S]*" + part + "[\\s\\S]*"));
        }
    }

    @Test
    void makes_no_bucket_and_no_policy() {
        SynthesizedTemplate template =
                Synthesized.storage(stack -> SecureBucket.fromBucketName(stack, "Legacy", "legacy-data"));

        assertThat(template.root().path("Resources")).isEmpty();
    }

    @Test
    void grants_identities_of_the_account_what_their_own_policies_can_say() {
        SynthesizedTemplate template = Synthesized.storage(stack -> {
            Role reader = Role.Builder.create(stack, "Reader")
                    .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                    .build();
            SecureBucket.fromBucketName(stack, "Legacy", "legacy-data").grantRead(reader, "reports/");
        });

        allowed(
                template.rolePolicy("Reader"),
                TestRequest.byIdentity(Requests.ROLE, "s3:GetObject", "arn:aws:s3:::legacy-data/reports/1"));
        notAllowed(
                template.rolePolicy("Reader"),
                TestRequest.byIdentity(Requests.ROLE, "s3:GetObject", "arn:aws:s3:::legacy-data/other/1"));
    }

    @Test
    void refuses_a_grant_that_needs_the_policy_of_the_bucket() {
        Stack stack = Synthesized.stack(Synthesized.app(), "Storage");
        ImportedBucket bucket = SecureBucket.fromBucketName(stack, "Legacy", "legacy-data");

        assertThatThrownBy(() -> bucket.grantRead(new AccountPrincipal("444455556666"), "reports/"))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith("Storage/Legacy: the grantee belongs to another account")
                .hasMessageContaining("its owner must add:")
                .hasMessageContaining("\"Action\": \"s3:GetObject\"")
                .hasMessageContaining("reports/*");
    }

    @Test
    void refuses_a_name_that_no_bucket_can_have() {
        Stack stack = Synthesized.stack(Synthesized.app(), "Storage");

        assertThatThrownBy(() -> SecureBucket.fromBucketName(stack, "Legacy", "Legacy_Data"))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith("Storage/Legacy: bucket name 'Legacy_Data' is not valid");
    }
}
