package io.github.secures3.constructs.bucket;

import static io.github.secures3.agreement.TwoReadings.allowed;
import static io.github.secures3.agreement.TwoReadings.notAllowed;
import static io.github.secures3.constructs.bucket.Requests.BUCKET;
import static io.github.secures3.constructs.bucket.Requests.OTHER_ACCOUNT_ROLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.secures3.constructs.InvalidConfigurationException;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import io.github.secures3.requests.TestRequest;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.AccountPrincipal;
import software.amazon.awscdk.services.s3.EventType;
import software.amazon.awscdk.services.s3.notifications.SqsDestination;
import software.amazon.awscdk.services.sqs.Queue;

/** Statements and notifications that are added to a bucket, and what no bucket policy takes. */
class PolicyStatementsTest {

    private static final SynthesizedTemplate TEMPLATE = Synthesized.storage(stack -> {
        SecureBucket bucket = new SecureBucket(stack, "Data");
        bucket.addToResourcePolicy(Statement.allow("AllowPartner")
                .principals(Principals.of(Principal.aws(OTHER_ACCOUNT_ROLE)))
                .actions("s3:GetObject")
                .resources(bucket.getBucketArn() + "/partner/*")
                .build());
        bucket.grantRead(new AccountPrincipal("444455556666"), "team1/");
        bucket.addEventNotification(EventType.OBJECT_CREATED, new SqsDestination(new Queue(stack, "Created")));
        bucket.addEventNotification(EventType.OBJECT_REMOVED, new SqsDestination(new Queue(stack, "Removed")));
    });

    @Test
    void a_bucket_has_one_policy_whatever_is_added() {
        assertThat(TEMPLATE.resources("AWS::S3::BucketPolicy")).hasSize(2);
        assertThat(TEMPLATE.bucketPolicy("Data").statements()).hasSize(6 + 1 + 2);
    }

    @Test
    void an_added_statement_takes_effect_beside_the_protections() {
        TestRequest read = TestRequest.byIdentity(OTHER_ACCOUNT_ROLE, "s3:GetObject", BUCKET + "/partner/a.csv");
        allowed(TEMPLATE.bucketPolicy("Data"), read);
        notAllowed(TEMPLATE.bucketPolicy("Data"), read.to(BUCKET + "/own/a.csv"));
        notAllowed(TEMPLATE.bucketPolicy("Data"), read.with("aws:SecureTransport", "false"));
    }

    @Test
    void notifications_go_to_their_queues_and_to_eventbridge_still() {
        JsonNode notifications = TEMPLATE.resources("Custom::S3BucketNotifications")
                .values()
                .iterator()
                .next()
                .path("Properties");
        assertThat(notifications.path("NotificationConfiguration").path("QueueConfigurations"))
                .hasSize(2);
        assertThat(notifications.path("NotificationConfiguration").has("EventBridgeConfiguration"))
                .isTrue();
        assertThat(notifications.path("Managed").asBoolean()).isTrue();
        assertThat(TEMPLATE.bucket("Data").path("Properties").has("NotificationConfiguration"))
                .as("two owners of one configuration would undo each other")
                .isFalse();
    }

    @Test
    void a_bucket_without_eventbridge_keeps_it_off_when_notifications_are_added() {
        SynthesizedTemplate template = Synthesized.storage(stack -> SecureBucket.Builder.create(stack, "Data")
                .allowWithoutEventBridge("nobody listens")
                .build()
                .addEventNotification(EventType.OBJECT_CREATED, new SqsDestination(new Queue(stack, "Created"))));
        JsonNode notifications = template.resources("Custom::S3BucketNotifications")
                .values()
                .iterator()
                .next()
                .at("/Properties/NotificationConfiguration");
        assertThat(notifications.has("EventBridgeConfiguration")).isFalse();
    }

    /** One refused statement. */
    record Refused(String message, Statement statement) {
        @Override
        public String toString() {
            return message;
        }
    }

    static Stream<Refused> statements() {
        String isPublic =
                "' allows everyone, which Block Public Access refuses; name the principals, or add a condition on"
                        + " aws:PrincipalOrgID, aws:SourceVpce or another key that holds fixed values";
        String org = "aws:PrincipalOrgID";
        return Stream.of(
                new Refused(
                        "a policy statement has no Sid; give it one, so that reports and later changes can name it",
                        read("").everyone().build()),
                new Refused(
                        "policy statement 'Nobody' names no principal; a bucket policy must say whom it means",
                        read("Nobody").build()),
                new Refused(
                        "policy statement 'Public" + isPublic,
                        read("Public").everyone().build()),
                new Refused(
                        "policy statement 'AwsStar" + isPublic,
                        read("AwsStar")
                                .principals(Principals.of(Principal.aws("*")))
                                .build()),
                new Refused(
                        "policy statement 'AllBut" + isPublic,
                        read("AllBut")
                                .principals(new Principals(true, List.of(Principal.aws(OTHER_ACCOUNT_ROLE))))
                                .build()),
                new Refused(
                        "policy statement 'OverHttps" + isPublic,
                        read("OverHttps")
                                .everyone()
                                .when(Condition.bool("aws:SecureTransport", true))
                                .build()),
                new Refused(
                        "policy statement 'NotThem" + isPublic,
                        read("NotThem")
                                .everyone()
                                .when(Condition.of(Comparison.STRING_NOT_EQUALS, org, "o-otherexample"))
                                .build()),
                new Refused(
                        "policy statement 'MaybeThem" + isPublic,
                        read("MaybeThem")
                                .everyone()
                                .when(Condition.of(
                                        ConditionOperator.ifExists(Comparison.STRING_EQUALS), org, "o-exampleorgid"))
                                .build()),
                new Refused(
                        "policy statement 'AnyOrg" + isPublic,
                        read("AnyOrg")
                                .everyone()
                                .when(Condition.of(Comparison.STRING_LIKE, org, "*"))
                                .build()),
                new Refused(
                        "policy statement 'SomeOrg" + isPublic,
                        read("SomeOrg")
                                .everyone()
                                .when(Condition.of(Comparison.STRING_LIKE, org, "o-example*"))
                                .build()),
                new Refused(
                        "policy statement 'AnyAddress" + isPublic,
                        read("AnyAddress")
                                .everyone()
                                .when(Condition.of(Comparison.IP_ADDRESS, "aws:SourceIp", "0.0.0.0/0"))
                                .build()),
                new Refused(
                        "policy statement 'Nothing' names no resource; a bucket policy must say whether it means the"
                                + " bucket or its objects",
                        Statement.deny("Nothing")
                                .everyone()
                                .actions("s3:GetObject")
                                .build()),
                elsewhere("arn:aws:s3:::data2/*"),
                elsewhere("arn:aws:s3:::data2"),
                elsewhere("arn:aws:sqs:eu-west-1:111122223333:data"),
                new Refused(
                        "two statements share the Sid 'DenySseC'; a Sid must be unique within its policy, so rename"
                                + " one of them",
                        Statement.deny("DenySseC")
                                .everyone()
                                .actions("s3:GetObject")
                                .resources(BUCKET + "/*")
                                .build()));
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html */
    private static Refused elsewhere(String arn) {
        return new Refused(
                "policy statement 'Elsewhere' is about '" + arn
                        + "', which does not lie in this bucket; write getBucketArn(), with a slash and a key behind"
                        + " it for objects, and add the statement by addToResourcePolicy",
                Statement.deny("Elsewhere")
                        .everyone()
                        .actions("s3:GetObject")
                        .resources(arn)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("statements")
    void a_statement_that_no_bucket_policy_takes_is_refused_before_and_after(Refused refused) {
        Refusals.refused(
                stack -> named(stack)
                        .policyStatements(List.of(refused.statement()))
                        .build(),
                "Storage/Data: " + refused.message());
        Stack stack = Synthesized.stack(Synthesized.app(), "Storage");
        SecureBucket bucket = named(stack).build();
        Refusals.refused(
                stack, () -> bucket.addToResourcePolicy(refused.statement()), "Storage/Data: " + refused.message());
    }

    @Test
    void a_bucket_whose_name_is_made_at_deployment_has_no_other_plain_arn() {
        Refusals.refused(
                stack -> SecureBucket.Builder.create(stack, "Data")
                        .policyStatements(List.of(read("Plain")
                                .principals(Principals.of(Principal.aws(OTHER_ACCOUNT_ROLE)))
                                .build()))
                        .build(),
                "Storage/Data: policy statement 'Plain' is about 'arn:aws:s3:::data/*', which does not lie in this"
                        + " bucket; write getBucketArn(), with a slash and a key behind it for objects, and add the"
                        + " statement by addToResourcePolicy");
    }

    @Test
    void a_statement_may_name_the_bucket_by_its_name_its_prefix_or_a_wildcard() {
        List<String> accepted = List.of(BUCKET, BUCKET + "/team1/*", "arn:aws:s3:::*/team1/*");
        SynthesizedTemplate template = Synthesized.storage(stack -> {
            named(stack).policyStatements(List.of(deny(accepted))).build();
            SecureBucket.Builder.create(stack, "Regional")
                    .accountRegionalNamespace("data")
                    .policyStatements(List.of(deny(List.of("arn:aws:s3:::data-111122223333-eu-west-1-an/*"))))
                    .build();
        });
        assertThat(template.bucketPolicy("Data").statements()).hasSize(7);
        assertThat(template.bucketPolicy("Regional").statements()).hasSize(7);
    }

    private static Statement deny(List<String> resources) {
        return Statement.deny("Named")
                .everyone()
                .actions("s3:GetObject")
                .resources(resources)
                .build();
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html */
    @Test
    void everyone_within_an_organization_is_not_the_public() {
        SynthesizedTemplate template = Synthesized.storage(stack -> named(stack)
                .build()
                .addToResourcePolicy(read("Organization")
                        .everyone()
                        .when(Condition.of(Comparison.STRING_EQUALS, "aws:PrincipalOrgID", "o-exampleorgid"))
                        .build()));
        assertThat(template.bucketPolicy("Data").statements())
                .extracting(Statement::sid)
                .contains("Organization");
    }

    /** 20 KB: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html */
    @Test
    void a_policy_over_20_kb_is_refused_with_its_largest_statements() {
        String message =
                "^Storage/Data: the bucket policy can become too large: a bucket policy of between [0-9,]+ and [0-9,]+"
                        + " bytes, where 20,480 are allowed; largest: .*'?Large'?.*; give access through access points, or"
                        + " shorten these statements$";
        Statement large = Statement.deny("Large")
                .everyone()
                .actions("s3:GetObject")
                .resources(Stream.iterate(0, i -> i + 1)
                        .limit(500)
                        .map(i -> "arn:aws:s3:::data/a-folder-with-a-longer-name/" + i + "/*")
                        .toList())
                .build();
        Stack stack = Synthesized.stack(Synthesized.app(), "Storage");
        assertThatThrownBy(() -> named(stack).policyStatements(List.of(large)).build())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageMatching(message);
        assertThat(stack.getNode().getChildren()).isEmpty();
        SecureBucket bucket = named(stack).build();
        assertThatThrownBy(() -> bucket.addToResourcePolicy(large)).hasMessageMatching(message);
        assertThat(bucket.getBucket().getPolicy().getDocument().getStatementCount())
                .isEqualTo(6);
    }

    private static SecureBucket.Builder named(Stack stack) {
        return SecureBucket.Builder.create(stack, "Data").bucketName("data");
    }

    private static Statement.Builder read(String sid) {
        return Statement.allow(sid).actions("s3:GetObject").resources(BUCKET + "/*");
    }
}
