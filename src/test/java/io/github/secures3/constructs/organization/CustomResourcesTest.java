package io.github.secures3.constructs.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.secures3.constructs.InvalidConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;

/**
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_EnablePolicyType.html and
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_PutPublicAccessBlock.html
 */
class CustomResourcesTest {

    private static final GuardrailTemplate TYPES =
            GuardrailTemplate.of(stack -> new EnabledPolicyTypes(stack, "Types", "r-ab12"));
    private static final GuardrailTemplate BLOCK =
            GuardrailTemplate.of(stack -> new AccountPublicAccessBlock(stack, "Block"));

    @Test
    void none_is_made_unless_asked_for() {
        GuardrailTemplate template = GuardrailTemplate.of(
                stack -> OrgGuardrailsTest.guardrails(stack).build());

        assertThat(template.resources("AWS::Lambda::Function")).isEmpty();
        assertThat(template.resources("AWS::IAM::Role")).isEmpty();
    }

    @Test
    void each_policy_type_is_enabled_on_create_and_update_and_never_disabled() {
        Map<String, JsonNode> calls = TYPES.resources("Custom::EnabledPolicyType");

        assertThat(calls).hasSize(3);
        List<String> types = new ArrayList<>();
        calls.values().forEach(call -> {
            JsonNode properties = call.path("Properties");
            assertThat(properties.has("Delete")).isFalse();
            assertThat(properties.path("InstallLatestAwsSdk").asBoolean(true)).isFalse();
            for (String event : List.of("Create", "Update")) {
                assertThat(properties.path(event).asText())
                        .contains(
                                "\"service\":\"Organizations\"",
                                "\"action\":\"enablePolicyType\"",
                                "\"RootId\":\"r-ab12\"")
                        .contains("\"ignoreErrorCodesMatching\":\"^PolicyTypeAlreadyEnabledException$\"");
            }
            types.add(properties.path("Create").asText().replaceAll(".*\"PolicyType\":\"([A-Z0-9_]+)\".*", "$1"));
        });
        assertThat(types).containsExactlyInAnyOrder("RESOURCE_CONTROL_POLICY", "SERVICE_CONTROL_POLICY", "S3_POLICY");
    }

    @Test
    void the_function_may_enable_these_types_on_this_root_and_nothing_else() {
        assertThat(TYPES.resources("AWS::IAM::Policy").values()).hasSize(3).allSatisfy(policy -> {
            assertThat(policy.at("/Properties/PolicyDocument/Statement")).hasSize(1);
            JsonNode statement = policy.at("/Properties/PolicyDocument/Statement/0");
            assertThat(statement.path("Action").asText()).isEqualTo("organizations:EnablePolicyType");
            assertThat(statement.path("Resource").toString())
                    .isEqualTo(
                            "{\"Fn::Join\":[\"\",[\"arn:\",{\"Ref\":\"AWS::Partition\"},\":organizations::*:root/*/r-ab12\"]]}");
            assertThat(statement
                            .at("/Condition/StringEquals/organizations:PolicyType")
                            .asText())
                    .endsWith("_POLICY");
        });
        assertThat(TYPES.resources("AWS::Lambda::Function").values())
                .singleElement()
                .satisfies(function ->
                        assertThat(function.at("/Properties/Timeout").asInt()).isEqualTo(120));
    }

    @Test
    void types_are_enabled_one_after_another_and_before_the_policies() {
        GuardrailTemplate template = GuardrailTemplate.of(stack ->
                OrgGuardrailsTest.guardrails(stack).enablePolicyTypes("r-ab12").build());
        List<String> calls =
                List.copyOf(template.resources("Custom::EnabledPolicyType").keySet());

        assertThat(calls).hasSize(3);
        JsonNode resources = template.root().path("Resources");
        for (int at = 1; at < calls.size(); at++) {
            assertThat(resources.path(calls.get(at)).path("DependsOn").toString())
                    .contains(calls.get(at - 1));
        }
        assertThat(template.policies(OrganizationPolicyType.S3_POLICY)
                        .get(0)
                        .path("DependsOn")
                        .toString())
                .contains(calls);
    }

    @Test
    void only_the_types_in_use_are_enabled() {
        GuardrailTemplate template = GuardrailTemplate.of(stack -> OrgGuardrailsTest.guardrails(stack)
                .leavePublicAccessToAccounts("accounts decide")
                .enablePolicyTypes("r-ab12")
                .build());

        assertThat(template.resources("Custom::EnabledPolicyType").toString())
                .contains("RESOURCE_CONTROL_POLICY", "SERVICE_CONTROL_POLICY")
                .doesNotContain("S3_POLICY");
    }

    @Test
    void what_is_no_root_is_refused() {
        assertThatThrownBy(() -> new EnabledPolicyTypes(GuardrailTemplate.stack(new App()), "Types", "o-exampleorgid"))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage(
                        "Org/Types: 'o-exampleorgid' is no root id; write r- and 4 to 32 lower-case letters or digits, such as"
                                + " r-ab12");
        assertThatThrownBy(
                        () -> new EnabledPolicyTypes(GuardrailTemplate.stack(new App()), "Types", "r-ab12", List.of()))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("Org/Types: no policy type to enable; name one");
    }

    @Test
    void the_account_blocks_public_access_and_bears_the_refusal_of_an_organization_policy() {
        assertThat(BLOCK.resources("Custom::AccountPublicAccessBlock").values())
                .singleElement()
                .satisfies(call -> {
                    JsonNode properties = call.path("Properties");
                    assertThat(properties.has("Delete")).isFalse();
                    assertThat(properties.path("InstallLatestAwsSdk").asBoolean(true))
                            .isFalse();
                    for (String event : List.of("Create", "Update")) {
                        assertThat(properties.path(event).toString().replace("\\", ""))
                                .contains("\"service\":\"S3Control\"", "\"action\":\"putPublicAccessBlock\"")
                                .contains("\"AccountId\":\"\",{\"Ref\":\"AWS::AccountId\"}")
                                .contains(
                                        "\"BlockPublicAcls\":true",
                                        "\"BlockPublicPolicy\":true",
                                        "\"IgnorePublicAcls\":true",
                                        "\"RestrictPublicBuckets\":true")
                                .contains("\"ignoreErrorCodesMatching\":\"^AccessDenied$\"");
                    }
                });
        assertThat(BLOCK.resources("AWS::IAM::Policy").values()).singleElement().satisfies(policy -> {
            JsonNode statement = policy.at("/Properties/PolicyDocument/Statement/0");
            assertThat(policy.at("/Properties/PolicyDocument/Statement")).hasSize(1);
            assertThat(statement.path("Action").asText()).isEqualTo("s3:PutAccountPublicAccessBlock");
            assertThat(statement
                            .at("/Condition/StringEqualsIfExists/s3:ResourceAccount")
                            .toString())
                    .isEqualTo("{\"Ref\":\"AWS::AccountId\"}");
        });
    }
}
