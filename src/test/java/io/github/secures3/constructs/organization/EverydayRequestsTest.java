package io.github.secures3.constructs.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.requests.OrganizationOracle;
import io.github.secures3.requests.TestRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole default template against requests of every day, which it must let pass, and against those it is there for. */
class EverydayRequestsTest {

    private static final OrganizationOracle ORGANIZATION =
            new OrganizationOracle("123456789012", Set.of("111122223333"));
    private static final GuardrailTemplate TEMPLATE =
            GuardrailTemplate.of(stack -> OrgGuardrailsTest.guardrails(stack).build());
    private static final List<PolicyDocument> RESOURCE_CONTROL =
            TEMPLATE.documents(OrganizationPolicyType.RESOURCE_CONTROL_POLICY);
    private static final List<PolicyDocument> SERVICE_CONTROL =
            TEMPLATE.documents(OrganizationPolicyType.SERVICE_CONTROL_POLICY);

    private static final String BUCKET = "arn:aws:s3:::data";
    private static final String OBJECT = BUCKET + "/reports/a.csv";
    private static final String KEY = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private static final String APP = "arn:aws:iam::111122223333:role/App";
    private static final String DEPLOYER =
            "arn:aws:iam::111122223333:role/cdk-hnb659fds-cfn-exec-role-111122223333-eu-west-1";

    static Stream<TestRequest> everyday() {
        TestRequest upload = by(APP, "s3:PutObject", OBJECT);
        return Stream.of(
                by(APP, "s3:GetObject", OBJECT),
                upload,
                upload.with("s3:x-amz-server-side-encryption", "aws:kms"),
                by(APP, "s3:DeleteObject", OBJECT),
                by(APP, "s3:GetObject", OBJECT).with("aws:ViaAWSService", "true"),
                by(APP, "s3:GetObject", OBJECT)
                        .with("s3:authType", "REST-QUERY-STRING")
                        .with("s3:signatureAge", "3600000"),
                by(APP, "kms:Decrypt", KEY),
                by(APP, "sts:AssumeRole", APP),
                by(APP, "s3:ReplicateObject", OBJECT),
                by(DEPLOYER, "s3:CreateBucket", BUCKET),
                by(DEPLOYER, "s3:PutBucketPublicAccessBlock", BUCKET),
                by(DEPLOYER, "s3:PutBucketVersioning", BUCKET),
                by(DEPLOYER, "s3:PutEncryptionConfiguration", BUCKET),
                by(DEPLOYER, "s3:PutLifecycleConfiguration", BUCKET),
                by(DEPLOYER, "kms:ScheduleKeyDeletion", KEY),
                by(
                        "arn:aws:iam::111122223333:role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty",
                        "s3:GetObject",
                        OBJECT),
                service("logging.s3.amazonaws.com", OBJECT),
                service("cloudtrail.amazonaws.com", OBJECT)
                        .with("aws:SourceAccount", "111122223333")
                        .with("aws:SourceOrgID", "o-exampleorgid"),
                service("delivery.logs.amazonaws.com", OBJECT)
                        .with("aws:SourceAccount", "111122223333")
                        .with("aws:SourceOrgID", "o-exampleorgid"),
                service("lambda.amazonaws.com", APP).doing("sts:AssumeRole"));
    }

    static Stream<TestRequest> attacks() {
        TestRequest outsider = TestRequest.byIdentity("arn:aws:iam::444455556666:role/Reader", "s3:GetObject", OBJECT);
        return Stream.of(
                outsider,
                outsider.doing("sts:AssumeRole").to(APP),
                outsider.doing("kms:Decrypt").to(KEY),
                TestRequest.byAnyone("s3:GetObject", OBJECT),
                by(APP, "s3:GetObject", OBJECT).with("aws:SecureTransport", "false"),
                by(APP, "s3:GetObject", OBJECT).with("s3:TlsVersion", "1.1"),
                by(APP, "s3:PutObject", OBJECT).with("s3:x-amz-server-side-encryption-customer-algorithm", "AES256"),
                service("cloudtrail.amazonaws.com", OBJECT).with("aws:SourceAccount", "444455556666"),
                by(APP, "s3:PutBucketPublicAccessBlock", BUCKET),
                by(APP, "s3:PutBucketVersioning", BUCKET),
                by(APP, "s3:BypassGovernanceRetention", OBJECT),
                by(APP, "s3:PutEncryptionConfiguration", BUCKET),
                by(APP, "s3:PutBucketLogging", BUCKET),
                by(APP, "s3:PutReplicationConfiguration", BUCKET),
                by(APP, "s3:PutLifecycleConfiguration", BUCKET),
                by("arn:aws:iam::111122223333:root", "kms:ScheduleKeyDeletion", KEY),
                by(APP, "backup:DeleteRecoveryPoint", "arn:aws:backup:eu-west-1:111122223333:recovery-point:1"),
                by(APP, "cloudtrail:StopLogging", "arn:aws:cloudtrail:eu-west-1:111122223333:trail/main"));
    }

    @ParameterizedTest
    @MethodSource("everyday")
    void everyday_requests_pass(TestRequest request) {
        assertThat(isDenied(request)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void attacks_are_stopped(TestRequest request) {
        assertThat(isDenied(request)).isTrue();
    }

    private static boolean isDenied(TestRequest request) {
        return RESOURCE_CONTROL.stream()
                        .anyMatch(policy -> ORGANIZATION.resourceControlDenies(policy, request, "111122223333"))
                || SERVICE_CONTROL.stream().anyMatch(policy -> ORGANIZATION.serviceControlDenies(policy, request));
    }

    private static TestRequest by(String arn, String action, String resource) {
        return TestRequest.byIdentity(arn, action, resource).with("aws:PrincipalOrgID", "o-exampleorgid");
    }

    private static TestRequest service(String principal, String resource) {
        return TestRequest.byService(principal, "s3:PutObject", resource);
    }
}
