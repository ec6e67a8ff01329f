package io.github.secures3.policy.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.PrincipalType;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AllStatementsTest {

    private static final BucketScope BUCKET = new BucketScope("arn:aws:s3:::data");
    private static final List<String> ACCOUNTS = List.of("444455556666", "111122223333", "444455556666");
    private static final List<String> SOURCES = List.of("arn:aws:s3:::b", "arn:aws:s3:::a", "arn:aws:s3:::b");
    private static final List<String> ROLES = List.of(
            "arn:aws:iam::111122223333:role/b", "arn:aws:iam::111122223333:role/a", "arn:aws:iam::111122223333:role/a");

    /** One of each, their lists out of order and with duplicates. */
    private static final List<ProtectiveStatement> ON_BUCKETS = List.of(
            new AllowAccessLogDelivery(ACCOUNTS, SOURCES, "logs/"),
            new AllowAccessPoints(ACCOUNTS, List.of("s3:PutObject", "s3:GetObject", "s3:putobject"), true),
            new AllowInventoryDelivery(ACCOUNTS, SOURCES, "inventory/"),
            new AllowMultiRegionAccessPoints(List.of(
                    "arn:aws:s3::444455556666:accesspoint/*.mrap",
                    "arn:aws:s3::111122223333:accesspoint/abcdef0123456.mrap",
                    "arn:aws:s3::444455556666:accesspoint/*.mrap")),
            new DenyAccessPointsOutsideVpc(),
            new DenyConfusedDeputy("o-exampleorgid", ACCOUNTS),
            new DenyDirectAccess(ACCOUNTS, ROLES),
            new DenyGovernanceBypass(ROLES),
            new DenyInsecureTransport(),
            new DenyKmsWithoutKeyId(),
            new DenyLegalHoldRelease(ROLES),
            new DenyOtherEncryption(SseAlgorithm.AWS_KMS),
            new DenyOtherKmsKey("arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"),
            new DenyOutsideNetwork(new NetworkPerimeter(
                    List.of("vpce-2a2b3c4d", "vpce-1a2b3c4d", "vpce-1a2b3c4d"),
                    List.of("vpc-22aa22bb", "vpc-11aa22bb"),
                    List.of("2001:db8::/32", "203.0.113.0/24", "198.51.100.0/24"),
                    ROLES)),
            new DenyOutsideOrganization("o-exampleorgid", ACCOUNTS),
            new DenyOverwrite(),
            new DenyPresignedRequestsOlderThan(Duration.ofHours(1)),
            new DenySseC(),
            new DenyTlsBelow(TlsVersion.TLS_1_2),
            new DenyUnsignedPayload(true));

    private static final List<KeyStatement> ON_KEYS = List.of(
            new AllowAccessPointAccounts("aws", ACCOUNTS, "s3.eu-west-1.amazonaws.com", SOURCES),
            new AllowAccountIdentities("aws", "111122223333"),
            new AllowInventoryEncryption(ACCOUNTS, SOURCES));

    static Stream<Statement> statements() {
        return Stream.concat(
                ON_BUCKETS.stream().map(statement -> statement.on(BUCKET)),
                ON_KEYS.stream().map(KeyStatement::statement));
    }

    static Stream<Statement> denies() {
        return statements().filter(statement -> statement.effect() == Effect.DENY);
    }

    static Stream<Statement> allowsToServices() {
        return statements()
                .filter(statement -> statement.effect() == Effect.ALLOW)
                .filter(statement -> members(statement).stream().anyMatch(m -> m.type() == PrincipalType.SERVICE));
    }

    @Test
    void the_lists_of_this_test_are_complete() {
        assertThat(classes(ON_BUCKETS)).containsExactlyInAnyOrder(ProtectiveStatement.class.getPermittedSubclasses());
        assertThat(classes(ON_KEYS)).containsExactlyInAnyOrder(KeyStatement.class.getPermittedSubclasses());
    }

    /** A renamed class changes the policies of everyone who uses it. */
    @Test
    void sids_stay_the_same_from_release_to_release() {
        assertThat(statements().map(Statement::sid))
                .containsExactly(
                        "AllowAccessLogDelivery",
                        "AllowAccessPoints",
                        "AllowInventoryDelivery",
                        "AllowMultiRegionAccessPoints",
                        "DenyAccessPointsOutsideVpc",
                        "DenyConfusedDeputy",
                        "DenyDirectAccess",
                        "DenyGovernanceBypass",
                        "DenyInsecureTransport",
                        "DenyKmsWithoutKeyId",
                        "DenyLegalHoldRelease",
                        "DenyOtherEncryption",
                        "DenyOtherKmsKey",
                        "DenyOutsideNetwork",
                        "DenyOutsideOrganization",
                        "DenyOverwrite",
                        "DenyPresignedRequestsOlderThan",
                        "DenySseC",
                        "DenyTlsBelow",
                        "DenyUnsignedPayload",
                        "AllowAccessPointAccounts",
                        "AllowAccountIdentities",
                        "AllowInventoryEncryption")
                .doesNotHaveDuplicates();
    }

    @Test
    void sids_equal_the_names_of_the_classes() {
        assertThat(ON_BUCKETS).allSatisfy(s -> {
            assertThat(s.sid()).isEqualTo(s.getClass().getSimpleName());
            assertThat(s.on(BUCKET).sid()).isEqualTo(s.sid());
        });
        assertThat(ON_KEYS).allSatisfy(s -> {
            assertThat(s.sid()).isEqualTo(s.getClass().getSimpleName());
            assertThat(s.statement().sid()).isEqualTo(s.sid());
        });
    }

    @Test
    void all_of_them_fit_into_one_policy() {
        assertThat(PolicyDocument.of(statements().toList()).statements()).hasSize(23);
    }

    @ParameterizedTest
    @MethodSource("denies")
    void a_deny_is_meant_for_everyone(Statement deny) {
        assertThat(deny.principals()).isEqualTo(Principals.everyone());
    }

    @Test
    void all_denies_carry_names_that_say_so() {
        assertThat(statements())
                .allSatisfy(statement ->
                        assertThat(statement.sid()).startsWith(statement.effect() == Effect.DENY ? "Deny" : "Allow"));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void lists_are_in_order_and_free_of_duplicates(Statement statement) {
        assertSorted(statement.actions().patterns());
        assertSorted(Objects.requireNonNull(statement.resources()).patterns());
        for (Condition condition : statement.conditions().all()) {
            assertSorted(condition.values().stream().map(ConditionValue::text).toList());
        }
    }

    /** https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html */
    @ParameterizedTest
    @MethodSource("allowsToServices")
    void a_service_is_let_in_only_for_named_sources(Statement allow) {
        assertThat(allow.conditions().all())
                .contains(
                        Condition.of(Comparison.ARN_LIKE, "aws:SourceArn", "arn:aws:s3:::a", "arn:aws:s3:::b"),
                        Condition.of(Comparison.STRING_EQUALS, "aws:SourceAccount", "111122223333", "444455556666"));
    }

    @Test
    void tokens_are_left_as_they_are_and_come_last_in_the_order_given() {
        String account = "${Token[AWS.AccountId.9]}";
        String other = "${Token[AWS.AccountId.10]}";
        String arn = "${Token[Bucket.Arn.12]}";
        String source = "arn:${Token[AWS.Partition.3]}:s3:::*";

        var delivery = new AllowAccessLogDelivery(
                List.of(account, other, "444455556666", "111122223333", account),
                List.of(source, "arn:aws:s3:::z"),
                "logs/");

        assertThat(delivery.sourceAccounts()).containsExactly("111122223333", "444455556666", account, other);
        assertThat(delivery.sourceBucketArns()).containsExactly("arn:aws:s3:::z", source);
        Statement built = delivery.on(new BucketScope(arn));
        assertThat(built.resources()).isEqualTo(new BucketScope(arn).objectsUnder("logs/"));
        assertThat(new BucketScope(arn).bucketAndObjects().patterns()).containsExactly(arn, arn + "/*");
    }

    private static List<Principal> members(Statement statement) {
        Principals principals = statement.principals();
        return principals == null ? List.of() : principals.members();
    }

    private static Set<Class<?>> classes(List<?> objects) {
        return objects.stream().map(Object::getClass).collect(Collectors.toSet());
    }

    private static void assertSorted(List<String> list) {
        assertThat(list).containsExactlyElementsOf(new TreeSet<>(list)).isNotEmpty();
    }
}
