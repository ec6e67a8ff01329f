package io.github.secures3.constructs.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.statements.DenyConfusedDeputy;
import io.github.secures3.policy.statements.NetworkPerimeter;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.CorsRule;
import software.amazon.awscdk.services.s3.HttpMethods;
import software.amazon.awscdk.services.s3.IntelligentTieringConfiguration;
import software.amazon.awscdk.services.s3.LifecycleRule;

/**
 * Values that only a deployment knows pass unread and unchanged.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/v2/guide/tokens.html">Tokens</a>
 */
class TokensTest {

    private static final SynthesizedTemplate TEMPLATE = Synthesized.storage(stack -> {
        SecureBucket bucket = SecureBucket.Builder.create(stack, "Data")
                .bucketName(parameter(stack, "Name"))
                .encryptionKey(Key.fromKeyArn(stack, "Imported", parameter(stack, "KeyArn")))
                .accessLogPrefix(parameter(stack, "LogPrefix"))
                .organizationPerimeter(parameter(stack, "Organization"))
                .objectLock(ObjectLock.governance(1).bypassableBy(parameter(stack, "Keeper")))
                .transferAcceleration(true)
                .build();
        bucket.grantRead(
                Role.Builder.create(stack, "Reader")
                        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                        .build(),
                parameter(stack, "Prefix") + "/");
        SecureBucket.Builder.create(stack, "Regional")
                .accountRegionalNamespace(parameter(stack, "NamePrefix"))
                .keyAlias(parameter(stack, "Alias"))
                .allowWithoutEventBridge(parameter(stack, "Reason"))
                .confusedDeputyProtection(
                        new DenyConfusedDeputy(parameter(stack, "Sources"), List.of(parameter(stack, "SourceAccount"))))
                .networkPerimeter(new NetworkPerimeter(
                        List.of(parameter(stack, "Endpoint")),
                        List.of(parameter(stack, "Vpc")),
                        List.of(parameter(stack, "Range")),
                        List.of(parameter(stack, "Exempt"))))
                .cors(List.of(CorsRule.builder()
                        .allowedMethods(List.of(HttpMethods.GET))
                        .allowedOrigins(List.of(parameter(stack, "Origin")))
                        .build()))
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .id("Old")
                        .prefix(parameter(stack, "OldPrefix"))
                        .expiration(Duration.days(9))
                        .build()))
                .intelligentTiering(List.of(IntelligentTieringConfiguration.builder()
                        .name("cold")
                        .prefix(parameter(stack, "ColdPrefix"))
                        .archiveAccessTierTime(Duration.days(90))
                        .build()))
                .inventory(new BucketInventory(
                        "all",
                        new SecureBucket(stack, "Reports"),
                        BucketInventory.Frequency.WEEKLY,
                        parameter(stack, "InventoryPrefix"),
                        false))
                .policyStatements(List.of(Statement.deny("Own")
                        .principals(Principals.of(Principal.aws(parameter(stack, "Stranger"))))
                        .actions("s3:GetObject")
                        .resources(parameter(stack, "Resource"))
                        .when(Condition.of(Comparison.STRING_EQUALS, "aws:PrincipalTag/team", parameter(stack, "Team")))
                        .build()))
                .build();
        AccessLogBucket.Builder.create(stack, "Logs")
                .bucketName(parameter(stack, "LogName"))
                .deleteWithStack(parameter(stack, "LogReason"))
                .build();
        SecureBucket.fromBucketName(stack, "Imported2", parameter(stack, "ImportedName"));
    });

    @Test
    void a_parameter_names_the_bucket() {
        assertThat(ref(TEMPLATE.bucket("Data").at("/Properties/BucketName"))).isEqualTo("Name");
        assertThat(ref(TEMPLATE.bucket("Regional").at("/Properties/BucketNamePrefix")))
                .isEqualTo("NamePrefix");
        assertThat(ref(TEMPLATE.bucket("Data").at("/Properties/LoggingConfiguration/LogFilePrefix")))
                .isEqualTo("LogPrefix");
    }

    @Test
    void a_parameter_is_the_key_in_encryption_and_policy() {
        assertThat(ref(TEMPLATE.bucket("Data")
                        .at("/Properties/BucketEncryption/ServerSideEncryptionConfiguration/0"
                                + "/ServerSideEncryptionByDefault/KMSMasterKeyID")))
                .isEqualTo("KeyArn");
        assertThat(ref(condition("DenyOtherKmsKey", "ArnNotEquals", Requests.SSE_KEY)))
                .isEqualTo("KeyArn");
    }

    @Test
    void parameters_are_organization_and_principal() {
        assertThat(ref(condition("DenyOutsideOrganization", "StringNotEqualsIfExists", "aws:PrincipalOrgID")))
                .isEqualTo("Organization");
        assertThat(ref(condition("DenyGovernanceBypass", "ArnNotLike", "aws:PrincipalArn")))
                .isEqualTo("Keeper");
    }

    @Test
    void a_parameter_is_the_prefix_of_a_grant() {
        JsonNode policy =
                TEMPLATE.resources("AWS::IAM::Policy").values().iterator().next();
        assertThat(policy.at("/Properties/PolicyDocument/Statement/0/Resource/Fn::Join/1")
                        .toString())
                .contains("{\"Ref\":\"Prefix\"},\"/*\"");
        assertThat(policy.toString()).doesNotContain("Token[");
    }

    /** A reference to a parameter is all that CloudFormation has to fill in. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Alias",
                "Reason",
                "Sources",
                "SourceAccount",
                "Endpoint",
                "Vpc",
                "Range",
                "Exempt",
                "Origin",
                "OldPrefix",
                "ColdPrefix",
                "InventoryPrefix",
                "Stranger",
                "Resource",
                "Team",
                "LogName",
                "LogReason"
            })
    void a_parameter_passes_every_other_option_unread(String parameter) {
        assertThat(TEMPLATE.root().path("Resources").findValuesAsText("Ref")).contains(parameter);
    }

    @Test
    void no_marker_of_a_token_is_left() {
        assertThat(TEMPLATE.text()).doesNotContain("${Token[");
    }

    private static JsonNode condition(String sid, String operator, String key) {
        for (JsonNode statement : TEMPLATE.bucketPolicyResource("Data").at("/Properties/PolicyDocument/Statement")) {
            if (statement.path("Sid").asText().equals(sid)) {
                return statement.path("Condition").path(operator).path(key);
            }
        }
        throw new AssertionError("no statement " + sid);
    }

    private static String ref(JsonNode node) {
        return node.path("Ref").asText();
    }

    private static String parameter(Stack stack, String id) {
        return CfnParameter.Builder.create(stack, id).build().getValueAsString();
    }
}
