package io.github.secures3.policy.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.catalog.ActionDefinition;
import io.github.secures3.policy.catalog.ServiceCatalog;
import io.github.secures3.policy.json.PolicyReader;
import io.github.secures3.policy.json.PolicyWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllGuardrailsTest {

    private static final String ORG = "o-exampleorgid";
    private static final List<String> ROLES = List.of(
            "arn:aws:iam::111122223333:role/b", "arn:aws:iam::111122223333:role/a", "arn:aws:iam::111122223333:role/a");
    private static final List<String> ACCOUNTS = List.of("444455556666", "111122223333", "444455556666");
    private static final List<ResourceTag> TAGS = List.of(new ResourceTag("b", "2"), new ResourceTag("a", "1"));
    private static final GuardrailExceptions EXCEPTIONS = new GuardrailExceptions(ACCOUNTS, ROLES, TAGS);

    /** One of each, their lists out of order and with duplicates. */
    static Stream<Guardrail> guardrails() {
        return Stream.of(
                new ConfusedDeputyProtection(
                        ORG, ACCOUNTS, List.of("s3.amazonaws.com", "delivery.logs.amazonaws.com"), TAGS),
                new EncryptedTransport(EXCEPTIONS),
                new IdentityPerimeter(ORG, EXCEPTIONS),
                new MinimumTlsVersion(TlsVersion.TLS_1_2, EXCEPTIONS),
                new NoCustomerProvidedKeys(EXCEPTIONS),
                new PresignedRequestAge(Duration.ofHours(1), EXCEPTIONS),
                new ProtectAbac(ROLES),
                new ProtectAccessLogging(ROLES),
                new ProtectAuditTrail(ROLES),
                new ProtectBackups(ROLES),
                new ProtectBlockPublicAccess(ROLES),
                new ProtectBuckets(List.of("arn:aws:s3:::b", "arn:aws:s3:::a", "arn:aws:s3:::a"), ROLES),
                new ProtectEncryption(ROLES),
                new ProtectKeys(ROLES),
                new ProtectLegalHolds(ROLES),
                new ProtectLifecycle(ROLES),
                new ProtectObjectLock(ROLES),
                new ProtectReplication(ROLES),
                new ProtectRoles(ROLES, ROLES),
                new ProtectTagKeys(List.of("team", "access", "team"), ROLES),
                new ProtectVersioning(ROLES),
                new RequireAccountRegionalNamespace(ROLES),
                new RequireTagResource(ROLES));
    }

    @Test
    void the_list_of_this_test_is_complete() {
        Set<Class<?>> tried = guardrails().map(Object::getClass).collect(Collectors.toSet());
        Set<Class<?>> permitted = new HashSet<>();
        permitted.addAll(List.of(ResourceGuardrail.class.getPermittedSubclasses()));
        permitted.addAll(List.of(ServiceGuardrail.class.getPermittedSubclasses()));

        assertThat(tried).isEqualTo(permitted);
    }

    /** A renamed class changes the policies of everyone who uses it. */
    @Test
    void sids_stay_the_same_from_release_to_release() {
        assertThat(guardrails().map(Guardrail::sid))
                .containsExactly(
                        "ConfusedDeputyProtection",
                        "EncryptedTransport",
                        "IdentityPerimeter",
                        "MinimumTlsVersion",
                        "NoCustomerProvidedKeys",
                        "PresignedRequestAge",
                        "ProtectAbac",
                        "ProtectAccessLogging",
                        "ProtectAuditTrail",
                        "ProtectBackups",
                        "ProtectBlockPublicAccess",
                        "ProtectBuckets",
                        "ProtectEncryption",
                        "ProtectKeys",
                        "ProtectLegalHolds",
                        "ProtectLifecycle",
                        "ProtectObjectLock",
                        "ProtectReplication",
                        "ProtectRoles",
                        "ProtectTagKeys",
                        "ProtectVersioning",
                        "RequireAccountRegionalNamespace",
                        "RequireTagResource");
    }

    /**
     * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html and
     * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html
     */
    @ParameterizedTest
    @MethodSource("guardrails")
    void is_a_deny_that_the_grammar_of_its_policy_type_takes(Guardrail guardrail) {
        PolicyDocument document = PolicyDocument.of(guardrail.statement());

        assertThat(guardrail.statement().sid()).isEqualTo(guardrail.sid());
        assertThat(guardrail.statement().effect()).isEqualTo(Effect.DENY);
        assertThat(PolicyReader.read(PolicyWriter.compact(document), guardrail.type()))
                .isEqualTo(document);
    }

    @ParameterizedTest
    @MethodSource("guardrails")
    void names_actions_that_exist_and_conditions_that_they_know(Guardrail guardrail) {
        Statement statement = guardrail.statement();
        for (String action : statement.actions().patterns()) {
            String service = action.substring(0, action.indexOf(':'));
            for (ServiceCatalog catalog : ServiceCatalog.of(service).stream().toList()) {
                List<ActionDefinition> matching = catalog.matching(action);
                assertThat(matching).as(action).isNotEmpty();
                if (matching.size() == 1) {
                    assertKeysKnown(statement, catalog, matching.get(0));
                }
            }
        }
    }

    private static void assertKeysKnown(Statement statement, ServiceCatalog catalog, ActionDefinition action) {
        List<String> known = new ArrayList<>();
        catalog.conditionKeysOf(action).forEach(key -> known.add(key.name().toLowerCase(Locale.ROOT)));
        for (Condition condition : statement.conditions().all()) {
            String key = condition.key().toLowerCase(Locale.ROOT);
            if (key.startsWith(catalog.prefix() + ":")) {
                assertThat(known).as("keys of " + action.text()).contains(key);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("guardrails")
    void lists_are_in_order_and_free_of_duplicates(Guardrail guardrail) {
        assertSorted(guardrail.statement().actions().patterns());
        for (Condition condition : guardrail.statement().conditions().all()) {
            assertSorted(condition.values().stream().map(ConditionValue::text).toList());
        }
    }

    @Test
    void tokens_are_left_as_they_are() {
        String token = "${Token[Org.Id.12]}";

        assertThat(new IdentityPerimeter(token, GuardrailExceptions.none().andAccounts(token, "444455556666"))
                        .exceptions()
                        .accounts())
                .containsExactly("444455556666", token);
        assertThat(new ProtectLifecycle(List.of(token)).exceptPrincipalArns()).containsExactly(token);
        assertThat(new ProtectBuckets(List.of(token), List.of()).statement().resources())
                .extracting("patterns")
                .isEqualTo(List.of(token, token + "/*"));
        assertThat(new ResourceTag("team", token).value()).isEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::*:role/*",
                "arn:aws:iam::*:*",
                "arn:aws:iam::111122223333:role/*/*",
                "arn:aws:iam::111122223333:user/??*",
                "arn:aws:iam::111122223333:r*",
                "arn:*:iam::*:role/"
            })
    void an_exception_for_everybody_is_refused(String arn) {
        assertThatThrownBy(() -> new ProtectLifecycle(List.of(arn)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + arn
                        + "' is no exception; write the ARN of a role or user with a name or path, such as"
                        + " arn:aws:iam::*:role/Deployment");
    }

    @Test
    void what_is_no_identifier_is_refused() {
        refused(() -> new IdentityPerimeter("r-ab12"), "'r-ab12' is no organization id; write o- and 10 to 32");
        refused(() -> new ProtectKeys(List.of("Admin")), "'Admin' is no principal ARN");
        refused(() -> GuardrailExceptions.none().andAccounts("1234"), "'1234' is no account id; write 12 digits");
        refused(() -> GuardrailExceptions.none().andResourcesTagged("aws:team", "x"), "'aws:team' is no tag key");
        refused(() -> GuardrailExceptions.none().andResourcesTagged("", "x"), "'' is no tag key");
        refused(() -> new ResourceTag("team", "a*"), "'a*' is no tag value");
        refused(
                () -> GuardrailExceptions.none().andResourcesTagged("team", "a").andResourcesTagged("Team", "b"),
                "the tag key 'team' stands twice");
        refused(() -> new ProtectTagKeys(List.of(), List.of()), "no tag key to protect");
        refused(() -> new ProtectTagKeys(List.of("te*m"), List.of()), "'te*m' is no tag key");
        refused(() -> new ProtectBuckets(List.of(), List.of()), "no bucket to protect");
        refused(() -> new ProtectRoles(List.of(), List.of()), "no role to protect");
        refused(
                () -> new RequireAccountRegionalNamespace(List.of("Ireland"), List.of()),
                "'Ireland' is no Region; write its code");
        refused(
                () -> new ConfusedDeputyProtection(ORG, List.of(), List.of("cloudtrail"), List.of()),
                "'cloudtrail' is no service principal");
        refused(
                () -> new PresignedRequestAge(Duration.ofDays(8)),
                "presigned requests cannot have a maximum age of PT192H");
    }

    @Test
    void protection_of_a_tag_key_reaches_every_spelling() {
        ProtectTagKeys keys = new ProtectTagKeys(List.of("Team"), List.of());

        assertThat(keys.protects("team")).isTrue();
        assertThat(keys.protects("TEAM")).isTrue();
        assertThat(keys.protects("teams")).isFalse();
    }

    private static void refused(Runnable attempt, String start) {
        assertThatThrownBy(attempt::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(start);
    }

    private static void assertSorted(List<String> list) {
        assertThat(list).containsExactlyElementsOf(new TreeSet<>(list)).isNotEmpty();
    }
}
