package io.github.secures3.policy.statements;

import static io.github.secures3.policy.statements.Case.BUCKET;
import static io.github.secures3.policy.statements.Case.byRole;
import static io.github.secures3.policy.statements.Case.denied;
import static io.github.secures3.policy.statements.Case.passes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.secures3.agreement.TwoReadings;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.catalog.ActionDefinition;
import io.github.secures3.policy.catalog.ServiceCatalog;
import io.github.secures3.requests.TestRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-vpc.html and
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPointPermissions.html
 */
class AccessPointStatementsTest {

    private static final String OWN = "111122223333";
    private static final String APPLICATION = "444455556666";
    private static final String FOREIGN = "123456789012";
    private static final String ADMINISTRATOR = "arn:aws:iam::111122223333:role/Administrator";

    private static final AllowAccessPoints DELEGATION = new AllowAccessPoints(List.of(OWN, APPLICATION));
    private static final AllowAccessPoints VPC_DELEGATION =
            new AllowAccessPoints(List.of(APPLICATION), AllowAccessPoints.dataActions(), true);
    private static final AllowMultiRegionAccessPoints MULTI_REGION =
            new AllowMultiRegionAccessPoints(List.of("arn:aws:s3::111122223333:accesspoint/*.mrap"));
    private static final DenyDirectAccess CLOSED = new DenyDirectAccess(
            List.of(OWN, APPLICATION), List.of(ADMINISTRATOR, "arn:aws:iam::111122223333:role/replication-*"));

    private static TestRequest through(TestRequest request, String account, String origin) {
        return request.with("s3:DataAccessPointAccount", account)
                .with("s3:DataAccessPointArn", "arn:aws:s3:eu-west-1:" + account + ":accesspoint/app")
                .with("s3:AccessPointNetworkOrigin", origin);
    }

    /** AWS names such a point by its ARN; whether the other keys are there, its pages leave open. */
    private static TestRequest throughMultiRegion(TestRequest request, String account) {
        return request.with("s3:DataAccessPointArn", "arn:aws:s3::" + account + ":accesspoint/abcdef0123456.mrap");
    }

    private static Case allowed(String what, ProtectiveStatement statement, TestRequest request) {
        return new Case(what, statement, request, true);
    }

    private static Case notAllowed(String what, ProtectiveStatement statement, TestRequest request) {
        return new Case(what, statement, request, false);
    }

    static Stream<Case> delegation() {
        TestRequest get = byRole("s3:GetObject");
        TestRequest list = get.doing("s3:ListBucket").to(BUCKET.bucketArn());
        return Stream.of(
                allowed("a point of the bucket's account", DELEGATION, through(get, OWN, "Internet")),
                allowed("a point of an application's account", DELEGATION, through(get, APPLICATION, "Internet")),
                allowed("listing", DELEGATION, through(list, APPLICATION, "VPC")),
                notAllowed("a point of any other account", DELEGATION, through(get, FOREIGN, "Internet")),
                notAllowed("the bucket itself", DELEGATION, get),
                notAllowed("another bucket", DELEGATION, through(get.to(Case.OTHER_OBJECT), OWN, "Internet")),
                allowed("a point with VPC origin", VPC_DELEGATION, through(get, APPLICATION, "VPC")),
                notAllowed("a point without VPC origin", VPC_DELEGATION, through(get, APPLICATION, "Internet")),
                allowed("a Multi-Region Access Point", MULTI_REGION, throughMultiRegion(get, OWN)),
                notAllowed("one of another account", MULTI_REGION, throughMultiRegion(get, FOREIGN)),
                notAllowed("an ordinary point", MULTI_REGION, through(get, OWN, "Internet")),
                notAllowed("the bucket itself, again", MULTI_REGION, get));
    }

    static Stream<Case> closing() {
        TestRequest get = byRole("s3:GetObject");
        TestRequest list = get.doing("s3:ListBucket").to(BUCKET.bucketArn());
        return Stream.of(
                denied("a direct request", CLOSED, get),
                denied("direct listing", CLOSED, list),
                denied("a direct request of nobody", CLOSED, TestRequest.byAnyone("s3:GetObject", Case.OBJECT)),
                denied("Athena with its caller's credentials", CLOSED, get.with("aws:ViaAWSService", "true")),
                denied("a point of any other account", CLOSED, through(get, FOREIGN, "Internet")),
                passes("a point of the bucket's account", CLOSED, through(get, OWN, "Internet")),
                passes("a point of an application's account", CLOSED, through(list, APPLICATION, "VPC")),
                passes("a Multi-Region Access Point", CLOSED, throughMultiRegion(get, OWN)),
                denied("a Multi-Region Access Point of others", CLOSED, throughMultiRegion(get, FOREIGN)),
                passes("an administrator", CLOSED, TestRequest.byIdentity(ADMINISTRATOR, "s3:GetObject", Case.OBJECT)),
                passes(
                        "replication",
                        CLOSED,
                        TestRequest.byIdentity(
                                "arn:aws:iam::111122223333:role/replication-data",
                                "s3:GetObjectVersionForReplication",
                                Case.OBJECT)),
                passes(
                        "a service-linked role",
                        CLOSED,
                        TestRequest.byIdentity(
                                "arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX",
                                "s3:GetObject",
                                Case.OBJECT)),
                passes(
                        "log delivery",
                        CLOSED,
                        TestRequest.byService("logging.s3.amazonaws.com", "s3:PutObject", Case.OBJECT)),
                passes("CloudFormation", CLOSED, get.doing("s3:PutBucketPolicy").to(BUCKET.bucketArn())));
    }

    static Stream<Case> vpcOnly() {
        TestRequest get = byRole("s3:GetObject");
        DenyAccessPointsOutsideVpc vpcOnly = new DenyAccessPointsOutsideVpc();
        return Stream.of(
                denied("a point that answers the internet", vpcOnly, through(get, OWN, "Internet")),
                denied("a Multi-Region Access Point", vpcOnly, throughMultiRegion(get, OWN)),
                passes("a point with VPC origin", vpcOnly, through(get, OWN, "VPC")),
                passes("the bucket itself", vpcOnly, get));
    }

    @ParameterizedTest
    @MethodSource({"delegation", "closing", "vpcOnly"})
    void matches_and_lets_pass(Case row) {
        row.check();
    }

    /** Whatever the policy of a point in another account says, these cannot be had through it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3:BypassGovernanceRetention",
                "s3:DeleteBucket",
                "s3:DeleteBucketPolicy",
                "s3:DeleteObjectVersion",
                "s3:GetBucketPolicy",
                "s3:ObjectOwnerOverrideToBucketOwner",
                "s3:PutBucketPolicy",
                "s3:PutObjectAcl",
                "s3:PutObjectLegalHold",
                "s3:PutObjectRetention",
                "s3:PutObjectVersionAcl",
                "s3:RestoreObject",
                "s3:UpdateObjectEncryption"
            })
    void points_are_not_trusted_with_more_than_data(String action) {
        TestRequest request = through(byRole(action), APPLICATION, "VPC");
        assertThat(TwoReadings.matches(DELEGATION.on(BUCKET), request)).isFalse();
        assertThat(TwoReadings.matches(DELEGATION.on(BUCKET), request.to(BUCKET.bucketArn())))
                .isFalse();
    }

    /** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
    @Test
    void direct_access_and_networks_are_closed_for_every_action_on_objects() {
        Statement network = new DenyOutsideNetwork(
                        new NetworkPerimeter(List.of(), List.of(), List.of("203.0.113.0/24"), List.of()))
                .on(BUCKET);
        List<String> open = new ArrayList<>();
        for (ActionDefinition action : ServiceCatalog.s3().actions()) {
            boolean onObjects = action.resources().stream()
                    .anyMatch(target -> target.resourceType().equals("object"));
            TestRequest request = byRole("s3:" + action.name()).with("aws:SourceIp", "198.51.100.7");
            if (onObjects
                    && !(TwoReadings.matches(CLOSED.on(BUCKET), request) && TwoReadings.matches(network, request))) {
                open.add(action.name());
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void delegated_actions_are_actions_of_s3_on_data() {
        assertThat(AllowAccessPoints.dataActions()).allSatisfy(action -> {
            assertThat(ServiceCatalog.s3().action(action.substring("s3:".length())))
                    .isPresent();
            assertThat(TwoReadings.matches(CLOSED.on(BUCKET), byRole(action))).isTrue();
        });
    }

    @Test
    void the_key_is_lent_to_accounts_through_s3_alone() {
        Statement statement = new AllowAccessPointAccounts(
                        "aws", List.of(APPLICATION), "s3.eu-west-1.amazonaws.com", List.of(BUCKET.bucketArn()))
                .statement();
        TestRequest decrypt = TestRequest.byIdentity("arn:aws:iam::444455556666:role/App", "kms:Decrypt", "*")
                .with("kms:ViaService", "s3.eu-west-1.amazonaws.com")
                .with("kms:EncryptionContext:aws:s3:arn", BUCKET.bucketArn());

        assertThat(TwoReadings.matches(statement, decrypt)).isTrue();
        assertThat(TwoReadings.matches(statement, decrypt.doing("kms:GenerateDataKey")))
                .isTrue();
        assertThat(TwoReadings.matches(
                        statement, decrypt.with("kms:EncryptionContext:aws:s3:arn", BUCKET.bucketArn() + "/a/b")))
                .isTrue();
        assertThat(TwoReadings.matches(statement, decrypt.without("kms:ViaService")))
                .isFalse();
        assertThat(TwoReadings.matches(statement, decrypt.with("kms:ViaService", "dynamodb.eu-west-1.amazonaws.com")))
                .isFalse();
        assertThat(TwoReadings.matches(
                        statement, decrypt.with("kms:EncryptionContext:aws:s3:arn", "arn:aws:s3:::data-2")))
                .isFalse();
        assertThat(TwoReadings.matches(statement, decrypt.doing("kms:ScheduleKeyDeletion")))
                .isFalse();
        assertThat(TwoReadings.matches(
                        statement,
                        TestRequest.byIdentity("arn:aws:iam::123456789012:role/App", "kms:Decrypt", "*")
                                .with("kms:ViaService", "s3.eu-west-1.amazonaws.com")
                                .with("kms:EncryptionContext:aws:s3:arn", BUCKET.bucketArn())))
                .isFalse();
    }

    @Test
    void a_key_whose_bucket_cannot_be_named_is_still_held_to_s3() {
        Statement statement = new AllowAccessPointAccounts(
                        "aws", List.of(APPLICATION), "s3.eu-west-1.amazonaws.com", List.of())
                .statement();
        assertThat(statement.conditions().all())
                .containsExactly(
                        Condition.of(Comparison.STRING_EQUALS, "kms:ViaService", "s3.eu-west-1.amazonaws.com"));
    }

    @Test
    void malformed_settings_are_refused() {
        refused(
                () -> new AllowAccessPoints(List.of()),
                "no access point account; name the accounts that own the access points");
        refused(
                () -> new AllowAccessPoints(List.of("1111")),
                "'1111' is no account id; write 12 digits, such as 111122223333");
        refused(
                () -> new AllowAccessPoints(List.of(OWN), List.of(), false),
                "no action; name what the access points may do");
        refused(
                () -> new AllowAccessPoints(List.of(OWN), List.of("s3:PutBucketPolicy"), false),
                "'s3:PutBucketPolicy' is no data action that access points can be trusted with; write one of "
                        + String.join(", ", AllowAccessPoints.dataActions()));
        refused(
                () -> new AllowMultiRegionAccessPoints(List.of("arn:aws:s3:eu-west-1:111122223333:accesspoint/app")),
                "'arn:aws:s3:eu-west-1:111122223333:accesspoint/app' is no Multi-Region Access Point ARN; write"
                        + " arn:aws:s3::111122223333:accesspoint/ and the alias, which ends with .mrap");
        refused(
                () -> new DenyDirectAccess(List.of(), List.of()),
                "no access point account; name the accounts that own the access points, or nobody can reach the data");
        refused(
                () -> new DenyDirectAccess(List.of(OWN), List.of("Administrator")),
                "'Administrator' is no principal ARN; write the ARN of an IAM role or user; a role session counts as its role");
        refused(
                () -> new AllowAccessPointAccounts("aws", List.of(), "s3.eu-west-1.amazonaws.com", List.of()),
                "no account; name the accounts that own the access points");
    }

    private static void refused(Runnable attempt, String message) {
        assertThatThrownBy(attempt::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
