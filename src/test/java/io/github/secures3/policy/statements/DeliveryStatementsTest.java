package io.github.secures3.policy.statements;

import static io.github.secures3.policy.statements.Case.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.secures3.agreement.TwoReadings;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Statement;
import io.github.secures3.requests.TestRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/configure-inventory.html and
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
class DeliveryStatementsTest {

    private static final List<String> ACCOUNTS = List.of("111122223333");
    private static final List<String> SOURCES = List.of("arn:aws:s3:::source", "arn:aws:s3:::team-*");
    private static final String KEY = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    /** Statement, the service it is for, the action, a resource it covers, one it does not. */
    static Stream<Arguments> deliveries() {
        String logs = "logging.s3.amazonaws.com";
        String inventory = "s3.amazonaws.com";
        String put = "s3:PutObject";
        String object = "arn:aws:s3:::data/logs/2026";
        return Stream.of(
                Arguments.of(
                        new AllowAccessLogDelivery(ACCOUNTS, SOURCES, "logs/").on(BUCKET),
                        logs,
                        put,
                        object,
                        "arn:aws:s3:::data/other"),
                Arguments.of(
                        new AllowAccessLogDelivery(ACCOUNTS, SOURCES, "").on(BUCKET),
                        logs,
                        put,
                        object,
                        "arn:aws:s3:::data"),
                Arguments.of(
                        new AllowInventoryDelivery(ACCOUNTS, SOURCES, "logs/").on(BUCKET),
                        inventory,
                        put,
                        object,
                        "arn:aws:s3:::data/other"),
                Arguments.of(
                        new AllowInventoryDelivery(ACCOUNTS, SOURCES, "").on(BUCKET),
                        inventory,
                        put,
                        object,
                        Case.OTHER_OBJECT),
                Arguments.of(
                        new AllowInventoryEncryption(ACCOUNTS, SOURCES).statement(),
                        inventory,
                        "kms:GenerateDataKey",
                        KEY,
                        ""));
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void lets_the_service_deliver_for_the_named_sources_alone(
            Statement statement, String service, String action, String covered, String uncovered) {
        PolicyDocument policy = PolicyDocument.of(statement);
        TestRequest delivery = TestRequest.byService(service, action, covered)
                .with("aws:SourceArn", "arn:aws:s3:::source")
                .with("aws:SourceAccount", "111122223333");
        TestRequest role = TestRequest.byIdentity(Case.ROLE, action, covered)
                .with("aws:SourceArn", "arn:aws:s3:::source")
                .with("aws:SourceAccount", "111122223333");

        assertThat(TwoReadings.allows(policy, delivery)).isTrue();
        assertThat(TwoReadings.allows(policy, delivery.with("aws:SourceArn", "arn:aws:s3:::team-a")))
                .isTrue();
        assertThat(List.of(
                        delivery.with("aws:SourceArn", "arn:aws:s3:::stranger"),
                        delivery.with("aws:SourceAccount", "444455556666"),
                        delivery.without("aws:SourceArn"),
                        delivery.without("aws:SourceAccount"),
                        delivery.doing("s3:GetObject"),
                        delivery.doing("kms:Decrypt"),
                        role))
                .noneMatch(request -> TwoReadings.allows(policy, request));
        assertThat(uncovered.isEmpty() || !TwoReadings.allows(policy, delivery.to(uncovered)))
                .isTrue();
    }

    @Test
    void does_not_let_one_service_in_for_the_other() {
        TestRequest logs = TestRequest.byService("logging.s3.amazonaws.com", "s3:PutObject", Case.OBJECT)
                .with("aws:SourceArn", "arn:aws:s3:::source")
                .with("aws:SourceAccount", "111122223333");

        Statement inventory = new AllowInventoryDelivery(ACCOUNTS, SOURCES, "").on(BUCKET);
        assertThat(TwoReadings.allows(PolicyDocument.of(inventory), logs)).isFalse();
    }

    @Test
    void refuses_sources_without_an_account_or_an_arn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AllowAccessLogDelivery(List.of(), SOURCES, ""))
                .withMessage("no source account; name the account that owns the source bucket");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AllowInventoryDelivery(ACCOUNTS, List.of(), ""))
                .withMessage("no source ARN; name the source bucket, or arn:aws:s3:::* for all of the account's");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AllowInventoryEncryption(ACCOUNTS, List.of("*")))
                .withMessageStartingWith("'*' is no bucket ARN");
    }

    @Test
    void hands_the_key_to_the_identity_policies_of_the_account() {
        PolicyDocument policy = PolicyDocument.of(new AllowAccountIdentities("aws", "111122223333").statement());
        TestRequest use = TestRequest.byIdentity(Case.ROLE, "kms:Decrypt", KEY);

        assertThat(TwoReadings.allows(policy, use)).isTrue();
        assertThat(TwoReadings.allows(policy, use.doing("kms:PutKeyPolicy"))).isTrue();
        TestRequest stranger = TestRequest.byIdentity("arn:aws:iam::444455556666:role/app/Writer", "kms:Decrypt", KEY);
        assertThat(TwoReadings.allows(policy, stranger)).isFalse();
        assertThat(TwoReadings.allows(policy, TestRequest.byAnyone("kms:Decrypt", KEY)))
                .isFalse();
        assertThat(TwoReadings.allows(policy, TestRequest.byService("s3.amazonaws.com", "kms:Decrypt", KEY)))
                .isFalse();
    }
}
