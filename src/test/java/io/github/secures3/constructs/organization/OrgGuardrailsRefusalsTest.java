package io.github.secures3.constructs.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.secures3.constructs.InvalidConfigurationException;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.statements.ConfusedDeputyProtection;
import io.github.secures3.policy.statements.EncryptedTransport;
import io.github.secures3.policy.statements.Guardrail;
import io.github.secures3.policy.statements.GuardrailExceptions;
import io.github.secures3.policy.statements.IdentityPerimeter;
import io.github.secures3.policy.statements.MinimumTlsVersion;
import io.github.secures3.policy.statements.NoCustomerProvidedKeys;
import io.github.secures3.policy.statements.PresignedRequestAge;
import io.github.secures3.policy.statements.ProtectKeys;
import io.github.secures3.policy.statements.ProtectLegalHolds;
import io.github.secures3.policy.statements.ProtectTagKeys;
import io.github.secures3.policy.statements.ResourceTag;
import io.github.secures3.policy.statements.TlsVersion;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;

class OrgGuardrailsRefusalsTest {

    private static final String ORG = "o-exampleorgid";
    private static final GuardrailExceptions TAGGED =
            GuardrailExceptions.none().andResourcesTagged("perimeter", "open");

    @Test
    void what_is_missing_is_named() {
        refused(
                stack -> OrgGuardrails.Builder.create(stack, "Guardrails").build(),
                "organizationId is missing; give the id of the organization, such as o-exampleorgid");
        refused(
                stack -> OrgGuardrails.Builder.create(stack, "Guardrails")
                        .organizationId(ORG)
                        .build(),
                "nothing says where the guardrails are attached; give a rollout, such as Rollout.to(\"r-ab12\")");
        refused(
                stack -> OrgGuardrailsTest.guardrails(stack)
                        .deploymentRoles(List.of())
                        .build(),
                "deploymentRoles is empty, so that nobody could configure a bucket any more; name the roles that deploy, such as"
                        + " arn:aws:iam::*:role/cdk-hnb659fds-cfn-exec-role-* for the CDK");
    }

    @Test
    void ids_are_checked_with_the_path_of_the_construct() {
        refusedBuilding(
                b -> b.organizationId("example"),
                "'example' is no organization id; write o- and 10 to 32 lower-case letters or digits, such as o-exampleorgid");
        refusedBuilding(
                b -> b.deploymentRoles(List.of("Deploy")),
                "'Deploy' is no principal ARN; write the ARN of an IAM role or user; a role session counts as its role");
        refusedBuilding(
                b -> b.trustedAccounts(List.of("1")), "'1' is no account id; write 12 digits, such as 111122223333");
        refusedBuilding(
                b -> b.enablePolicyTypes("ou-ab12-11111111"),
                "'ou-ab12-11111111' is no root id; write r- and 4 to 32 lower-case letters or digits, such as r-ab12");
        refusedBuilding(
                b -> b.policyNamePrefix(" "),
                "policyNamePrefix ' ' is not valid; give 1 to 108 characters, for AWS takes names of 128");
    }

    @Test
    void contradictions_are_refused() {
        refusedBuilding(
                b -> b.leavePublicAccessToAccounts("x").turnOffBlockPublicAccessEverywhere("y"),
                "leavePublicAccessToAccounts and turnOffBlockPublicAccessEverywhere are both set; choose one of them");
        refusedBuilding(
                b -> b.allowWithout(ProtectLegalHolds.class, "x"),
                "ProtectLegalHolds is left out with allowWithout, but is no default here; remove the call");
        refusedBuilding(
                b -> b.allowWithout(ProtectKeys.class, "x").guardrail(new ProtectKeys(List.of())),
                "ProtectKeys is both added and left out with allowWithout; choose one of them");
        refusedBuilding(
                b -> b.guardrail(new IdentityPerimeter("o-otherorgid00")),
                "IdentityPerimeter is for organization 'o-otherorgid00', the others for 'o-exampleorgid'; a wrong id shuts everybody"
                        + " out, so use one");
    }

    static Stream<Guardrail> exemptingByTag() {
        return Stream.of(
                new IdentityPerimeter(ORG, TAGGED),
                new ConfusedDeputyProtection(ORG, List.of(), List.of(), List.of(new ResourceTag("perimeter", "open"))),
                new EncryptedTransport(TAGGED),
                new MinimumTlsVersion(TlsVersion.TLS_1_2, TAGGED),
                new NoCustomerProvidedKeys(TAGGED),
                new PresignedRequestAge(Duration.ofHours(1), TAGGED));
    }

    @ParameterizedTest
    @MethodSource("exemptingByTag")
    void a_tag_exempts_only_where_not_everybody_can_set_it(Guardrail guardrail) {
        refusedBuilding(
                b -> b.guardrail(guardrail),
                guardrail.sid()
                        + " exempts resources with the tag 'perimeter', which anybody may set; add ProtectTagKeys with this key");
        Stack stack = GuardrailTemplate.stack(new App());
        assertThat(OrgGuardrailsTest.guardrails(stack)
                        .guardrail(guardrail)
                        .guardrail(new ProtectTagKeys(List.of("Perimeter"), List.of()))
                        .build()
                        .getReport())
                .contains("ProtectTagKeys", "ProtectAbac", "RequireTagResource");
    }

    @Test
    void own_statements_must_deny_and_keep_to_the_grammar() {
        Statement allow = Statement.allow("Yes").actions("s3:*").resources("*").build();
        Statement nameless = Statement.deny("").actions("s3:*").resources("*").build();
        Statement principal =
                Statement.deny("Who").everyone().actions("s3:*").resources("*").build();
        Statement everything =
                Statement.deny("All").everyone().actions("*").resources("*").build();
        refusedBuilding(
                b -> b.serviceControlStatements(List.of(allow)),
                "statement 'Yes' allows; a guardrail denies, and FullAWSAccess allows what no policy denies");
        refusedBuilding(
                b -> b.serviceControlStatements(List.of(nameless)),
                "a statement for a service control policy has no Sid; give it one, so that reports can name it");
        refusedStarting(b -> b.serviceControlStatements(List.of(principal)), "statement 'Who': policy:1:");
        refusedStarting(b -> b.resourceControlStatements(List.of(everything)), "statement 'All': policy:1:");
        refusedStarting(
                b -> b.serviceControlStatements(List.of(Statement.deny("ProtectKeys")
                        .actions("kms:*")
                        .resources("*")
                        .build())),
                "two statements share the Sid 'ProtectKeys'");
    }

    @Test
    void an_over_full_plan_is_refused_with_every_statement() {
        refusedMatching(
                b -> b.resourceControlLimits(new GuardrailLimits(900, 3, 2)),
                "5 statements with [0-9,]+ characters need 2 resource control policies of 900 characters, a target has room for 1; .*"
                        + "IdentityPerimeter \\([0-9]+\\), .*NoCustomerProvidedKeys \\([0-9]+\\).*");
        Statement large = Statement.deny("Large")
                .everyone()
                .actions("s3:*")
                .resources("*")
                .when(Condition.absent("a".repeat(6_000)))
                .build();
        refusedMatching(
                b -> b.resourceControlStatements(List.of(large)),
                "statement 'Large' makes a resource control policy of 6,[0-9]+ characters, where 5,120 are allowed; .*");
    }

    @Test
    void opt_outs_need_a_reason() {
        for (String reason : List.of("", " ", "x".repeat(257))) {
            Stack stack = GuardrailTemplate.stack(new App());
            OrgGuardrails.Builder builder = OrgGuardrailsTest.guardrails(stack);
            for (Runnable attempt : List.<Runnable>of(
                    () -> builder.allowWithout(ProtectKeys.class, reason),
                    () -> builder.leavePublicAccessToAccounts(reason),
                    () -> builder.turnOffBlockPublicAccessEverywhere(reason),
                    () -> builder.deleteWithStack(reason))) {
                assertThatThrownBy(attempt::run)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("say in 1 to 256 characters why");
            }
        }
    }

    private static void refusedBuilding(Consumer<OrgGuardrails.Builder> settings, String problem) {
        refused(stack -> build(stack, settings), problem);
    }

    private static void build(Stack stack, Consumer<OrgGuardrails.Builder> settings) {
        OrgGuardrails.Builder builder = OrgGuardrailsTest.guardrails(stack);
        settings.accept(builder);
        builder.build();
    }

    private static void refused(Consumer<Stack> attempt, String problem) {
        Stack stack = GuardrailTemplate.stack(new App());
        assertThatThrownBy(() -> attempt.accept(stack))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("Org/Guardrails: " + problem);
        assertThat(stack.getNode().getChildren()).isEmpty();
    }

    private static void refusedStarting(Consumer<OrgGuardrails.Builder> settings, String start) {
        refusedMatching(settings, Pattern.quote(start) + ".*");
    }

    private static void refusedMatching(Consumer<OrgGuardrails.Builder> settings, String problem) {
        Stack stack = GuardrailTemplate.stack(new App());
        assertThatThrownBy(() -> build(stack, settings))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageMatching("Org/Guardrails: " + problem);
    }
}
