package io.github.secures3.constructs.organization;

import static io.github.secures3.constructs.organization.OrganizationPolicyType.RESOURCE_CONTROL_POLICY;
import static io.github.secures3.constructs.organization.OrganizationPolicyType.S3_POLICY;
import static io.github.secures3.constructs.organization.OrganizationPolicyType.SERVICE_CONTROL_POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.statements.GuardrailExceptions;
import io.github.secures3.policy.statements.IdentityPerimeter;
import io.github.secures3.policy.statements.PresignedRequestAge;
import io.github.secures3.policy.statements.ProtectBuckets;
import io.github.secures3.policy.statements.ProtectLegalHolds;
import io.github.secures3.policy.statements.ProtectLifecycle;
import io.github.secures3.policy.statements.ProtectRoles;
import io.github.secures3.policy.statements.ProtectTagKeys;
import io.github.secures3.policy.statements.RequireAccountRegionalNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

class OrgGuardrailsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/organization");
    private static final String ORG = "o-exampleorgid";
    private static final List<String> DEPLOYMENT = List.of("arn:aws:iam::*:role/cdk-hnb659fds-cfn-exec-role-*");
    private static final Rollout ROLLOUT = Rollout.startingWith("sandbox", "ou-ab12-11111111")
            .then("workloads", "ou-ab12-22222222", "111122223333")
            .then("everything", "r-ab12");

    static OrgGuardrails.Builder guardrails(Stack stack) {
        return OrgGuardrails.Builder.create(stack, "Guardrails")
                .organizationId(ORG)
                .deploymentRoles(DEPLOYMENT)
                .rollout(ROLLOUT);
    }

    private static void defaults(Stack stack) {
        guardrails(stack).build();
    }

    private static void everything(Stack stack) {
        List<String> factory = List.of("arn:aws:iam::*:role/AccountFactory");
        guardrails(stack)
                .rollout(ROLLOUT.reaching("everything"))
                .trustedAccounts(List.of("444455556666"))
                .guardrail(new IdentityPerimeter(
                        ORG,
                        GuardrailExceptions.none().andAccounts("444455556666").andResourcesTagged("perimeter", "open")))
                .guardrail(new PresignedRequestAge(Duration.ofMinutes(15)))
                .guardrail(new ProtectTagKeys(List.of("perimeter", "team"), DEPLOYMENT))
                .guardrail(new RequireAccountRegionalNamespace(List.of()))
                .guardrail(new ProtectLegalHolds(List.of()))
                .guardrail(new ProtectBuckets(List.of("arn:aws:s3:::audit-trail"), List.of()))
                .guardrail(new ProtectRoles(DEPLOYMENT, factory))
                .allowWithout(ProtectLifecycle.class, "teams own their lifecycle rules")
                .serviceControlStatements(List.of(own()))
                .serviceControlLimits(new GuardrailLimits(3_000, 10, 4))
                .policyNamePrefix("data")
                .deleteWithStack("a trial organization")
                .build();
    }

    private static Statement own() {
        return Statement.deny("NoObjectAcls")
                .actions("s3:PutObjectAcl")
                .resources("*")
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"defaults", "everything"})
    void templates_are_the_golden_ones(String name) throws IOException {
        GuardrailTemplate template = GuardrailTemplate.of(
                name.equals("defaults") ? OrgGuardrailsTest::defaults : OrgGuardrailsTest::everything);
        Path golden = GOLDEN.resolve(name + ".template.json");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, template.text().strip() + "\n");
        }

        assertThat(template.text().strip()).isEqualTo(Files.readString(golden).strip());
    }

    /** A policy that changes its logical id is made anew under a name that is taken. */
    @Test
    void logical_ids_stay_the_same_from_release_to_release() {
        assertThat(GuardrailTemplate.of(OrgGuardrailsTest::defaults).resources("AWS::Organizations::Policy"))
                .containsOnlyKeys(
                        "GuardrailsPublicAccessA0808E3D",
                        "GuardrailsResourceControl18536FF3B",
                        "GuardrailsServiceControl1B4C15761");
    }

    @Test
    void the_template_is_the_same_under_any_feature_flags() {
        Map<String, Object> flags = new LinkedHashMap<>();
        for (String flag : List.of(
                "@aws-cdk/aws-iam:minimizePolicies",
                "@aws-cdk/core:enablePartitionLiterals",
                "@aws-cdk/core:stackRelativeExports",
                "@aws-cdk/customresources:installLatestAwsSdkDefault",
                "@aws-cdk/core:explicitStackTags",
                "@aws-cdk/aws-iam:standardizedServicePrincipals")) {
            flags.put(flag, true);
        }

        assertThat(GuardrailTemplate.of(flags, OrgGuardrailsTest::everything).text())
                .isEqualTo(GuardrailTemplate.of(OrgGuardrailsTest::everything).text());
    }

    @Test
    void policies_are_written_one_after_another() {
        GuardrailTemplate template = GuardrailTemplate.of(OrgGuardrailsTest::everything);
        List<String> chain = new ArrayList<>();
        Map<String, JsonNode> policies = template.resources("AWS::Organizations::Policy");
        String before = "";
        for (int step = 0; step < policies.size(); step++) {
            String expected = before.isEmpty() ? "" : "[\"" + before + "\"]";
            List<String> next = policies.entrySet().stream()
                    .filter(entry ->
                            entry.getValue().path("DependsOn").toString().equals(expected))
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(next).as("what follows " + before).hasSize(1);
            before = next.get(0);
            chain.add(before);
        }

        assertThat(policies).hasSizeGreaterThan(3);
        assertThat(chain).containsExactlyInAnyOrderElementsOf(policies.keySet());
    }

    /** https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreatePolicy.html: ConcurrentModificationException */
    @Test
    void what_several_constructs_of_a_stack_change_in_the_organization_comes_one_after_another() {
        GuardrailTemplate template = GuardrailTemplate.of(stack -> {
            new EnabledPolicyTypes(stack, "Types", "r-ab12");
            Construct platform = new Construct(stack, "Platform");
            guardrails(stack).build();
            OrgGuardrails.Builder.create(platform, "Tried")
                    .organizationId(ORG)
                    .deploymentRoles(DEPLOYMENT)
                    .rollout(Rollout.to("ou-ab12-11111111"))
                    .policyNamePrefix("Tried")
                    .enablePolicyTypes("r-ab12")
                    .build();
            OrgGuardrails.Builder.create(stack, "Last")
                    .organizationId(ORG)
                    .deploymentRoles(DEPLOYMENT)
                    .rollout(Rollout.to("ou-ab12-22222222"))
                    .policyNamePrefix("Last")
                    .build();
        });
        Map<String, JsonNode> changes = new TreeMap<>(template.resources("AWS::Organizations::Policy"));
        changes.putAll(template.resources("Custom::EnabledPolicyType"));

        assertThat(changes).hasSize(3 + 3 + 3 + 3 + 3);
        for (String one : changes.keySet()) {
            for (String other : changes.keySet()) {
                assertThat(one.equals(other) || waits(changes, one, other) || waits(changes, other, one))
                        .as("%s and %s come one after the other", one, other)
                        .isTrue();
            }
        }
    }

    private static boolean waits(Map<String, JsonNode> changes, String later, String earlier) {
        JsonNode dependsOn =
                changes.getOrDefault(later, MissingNode.getInstance()).path("DependsOn");
        for (JsonNode direct : dependsOn) {
            if (direct.asText().equals(earlier) || waits(changes, direct.asText(), earlier)) {
                return true;
            }
        }
        return false;
    }

    /** A policy of a failed first deployment goes, or its name would be taken; all others stay. */
    @Test
    void policies_are_kept_when_they_leave_the_stack() {
        assertThat(GuardrailTemplate.of(OrgGuardrailsTest::defaults)
                        .resources("AWS::Organizations::Policy")
                        .values())
                .hasSize(3)
                .allSatisfy(policy -> {
                    assertThat(policy.path("DeletionPolicy").asText()).isEqualTo("RetainExceptOnCreate");
                    assertThat(policy.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
                });
        assertThat(GuardrailTemplate.of(OrgGuardrailsTest::everything)
                        .resources("AWS::Organizations::Policy")
                        .values())
                .allSatisfy(policy ->
                        assertThat(policy.path("DeletionPolicy").asText()).isEqualTo("Delete"));
    }

    @Test
    void a_rollout_attaches_to_the_stages_that_are_reached() {
        for (String stage : List.of("sandbox", "workloads", "everything")) {
            GuardrailTemplate template = GuardrailTemplate.of(
                    stack -> guardrails(stack).rollout(ROLLOUT.reaching(stage)).build());
            assertThat(template.resources("AWS::Organizations::Policy").values())
                    .allSatisfy(policy -> assertThat(policy.at("/Properties/TargetIds"))
                            .map(JsonNode::asText)
                            .containsExactlyElementsOf(ROLLOUT.reaching(stage).targets()));
        }
    }

    @Test
    void the_documents_are_those_of_the_plans_and_keep_within_the_limits() {
        List<OrgGuardrails> made = new ArrayList<>();
        GuardrailTemplate template =
                GuardrailTemplate.of(stack -> made.add(guardrails(stack).build()));
        OrgGuardrails guardrails = made.get(0);

        assertThat(guardrails.getPlans()).hasSize(2);
        assertThat(documents(guardrails.getPlans().get(0))).isEqualTo(template.documents(RESOURCE_CONTROL_POLICY));
        assertThat(documents(guardrails.getPlans().get(1))).isEqualTo(template.documents(SERVICE_CONTROL_POLICY));
        for (PolicyPlan plan : guardrails.getPlans()) {
            assertThat(guardrails.getReport()).contains(plan.render());
        }
        for (OrganizationPolicyType type : List.of(RESOURCE_CONTROL_POLICY, SERVICE_CONTROL_POLICY)) {
            JsonNode policy = template.policies(type).get(0);
            JsonNode report = policy.at("/Metadata/SecureS3/Guardrails");
            int characters = policy.at("/Properties/Content").toString().length();
            int limit = type == RESOURCE_CONTROL_POLICY ? 5_120 : 10_240;
            assertThat(report.path("Characters").asInt()).isEqualTo(characters);
            assertThat(report.path("Room").asInt())
                    .isEqualTo(limit - characters)
                    .isPositive();
            assertThat(report.path("Statements"))
                    .map(JsonNode::asText)
                    .isEqualTo(template.documents(type).get(0).statements().stream()
                            .map(Statement::sid)
                            .toList());
        }
        assertThat(guardrails.getPolicies()).hasSize(3);
    }

    private static List<PolicyDocument> documents(PolicyPlan plan) {
        return plan.policies().stream().map(PackedPolicy::document).toList();
    }

    @Test
    void small_limits_spread_the_statements_over_more_policies_and_lose_none() {
        GuardrailTemplate template = GuardrailTemplate.of(OrgGuardrailsTest::everything);
        List<PolicyDocument> documents = template.documents(SERVICE_CONTROL_POLICY);

        assertThat(documents).hasSizeGreaterThan(1).hasSizeLessThanOrEqualTo(6);
        assertThat(documents.stream()
                        .flatMap(document -> document.statements().stream().map(Statement::sid)))
                .containsExactlyInAnyOrder(
                        "ProtectBlockPublicAccess",
                        "ProtectVersioning",
                        "ProtectObjectLock",
                        "ProtectEncryption",
                        "ProtectAccessLogging",
                        "ProtectReplication",
                        "ProtectKeys",
                        "ProtectBackups",
                        "ProtectAuditTrail",
                        "ProtectAbac",
                        "RequireTagResource",
                        "ProtectTagKeys",
                        "RequireAccountRegionalNamespace",
                        "ProtectLegalHolds",
                        "ProtectBuckets",
                        "ProtectRoles",
                        "NoObjectAcls");
    }

    /** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_s3_syntax.html */
    @Test
    void block_public_access_is_on_everywhere_unless_that_is_given_up_aloud() {
        assertThat(publicAccess(GuardrailTemplate.of(OrgGuardrailsTest::defaults)))
                .containsExactly("{\"s3_attributes\":{\"public_access_block_configuration\":{\"@@assign\":\"all\"}}}");

        GuardrailTemplate left = GuardrailTemplate.of(stack -> guardrails(stack)
                .leavePublicAccessToAccounts("one account serves a website")
                .build());
        assertThat(publicAccess(left)).isEmpty();
        assertThat(left.policies(RESOURCE_CONTROL_POLICY)
                        .get(0)
                        .at("/Metadata/SecureS3/OptOuts/leavePublicAccessToAccounts")
                        .asText())
                .isEqualTo("one account serves a website");

        GuardrailTemplate off = GuardrailTemplate.of(stack -> guardrails(stack)
                .turnOffBlockPublicAccessEverywhere("a public archive")
                .build());
        assertThat(publicAccess(off))
                .containsExactly("{\"s3_attributes\":{\"public_access_block_configuration\":{\"@@assign\":\"none\"}}}");
        assertThat(off.policies(S3_POLICY)
                        .get(0)
                        .at("/Metadata/SecureS3/OptOuts/turnOffBlockPublicAccessEverywhere")
                        .asText())
                .isEqualTo("a public archive");
    }

    private static List<String> publicAccess(GuardrailTemplate template) {
        return template.policies(S3_POLICY).stream()
                .map(policy -> policy.at("/Properties/Content").toString())
                .toList();
    }

    @Test
    void tokens_reach_the_template_as_references() {
        GuardrailTemplate template = GuardrailTemplate.of(stack -> {
            String organization =
                    CfnParameter.Builder.create(stack, "Organization").build().getValueAsString();
            String unit = CfnParameter.Builder.create(stack, "Unit").build().getValueAsString();
            guardrails(stack)
                    .organizationId(organization)
                    .rollout(Rollout.to(unit))
                    .build();
        });

        JsonNode policy = template.policies(RESOURCE_CONTROL_POLICY).get(0);
        assertThat(policy.at("/Properties/TargetIds").toString()).isEqualTo("[{\"Ref\":\"Unit\"}]");
        assertThat(policy.at("/Properties/Content/Statement/0/Condition/StringNotEqualsIfExists/aws:PrincipalOrgID")
                        .toString())
                .isEqualTo("{\"Ref\":\"Organization\"}");
    }

    @Test
    void a_guardrail_of_ones_own_stands_in_place_of_the_default() {
        GuardrailTemplate template = GuardrailTemplate.of(stack -> guardrails(stack)
                .guardrail(new ProtectLifecycle(List.of("arn:aws:iam::*:role/DataOwner")))
                .build());

        assertThat(template.documents(SERVICE_CONTROL_POLICY).get(0).statements())
                .filteredOn(statement -> "ProtectLifecycle".equals(statement.sid()))
                .singleElement()
                .satisfies(statement -> assertThat(statement.conditions().all())
                        .containsExactly(Condition.of(
                                Comparison.ARN_NOT_LIKE, "aws:PrincipalArn", "arn:aws:iam::*:role/DataOwner")));
    }
}
