package io.github.secures3.constructs.bucket;

import static io.github.secures3.agreement.TwoReadings.denied;
import static io.github.secures3.agreement.TwoReadings.passes;
import static io.github.secures3.assertions.SecureS3Assertions.anyoneOutside;
import static io.github.secures3.assertions.SecureS3Assertions.template;
import static io.github.secures3.constructs.bucket.Requests.BUCKET;
import static io.github.secures3.constructs.bucket.Requests.OBJECT;
import static io.github.secures3.constructs.bucket.Requests.OTHER_ACCOUNT_ROLE;
import static io.github.secures3.constructs.bucket.Requests.onBucket;
import static io.github.secures3.constructs.bucket.Requests.onObject;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.prove.Invariants;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.statements.DenyConfusedDeputy;
import io.github.secures3.policy.statements.DenyOutsideOrganization;
import io.github.secures3.policy.statements.DenyUnsignedPayload;
import io.github.secures3.policy.statements.NetworkPerimeter;
import io.github.secures3.requests.TestRequest;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * https://docs.aws.amazon.com/whitepapers/latest/building-a-data-perimeter-on-aws/perimeter-implementation.html and
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
class PerimeterOptionsTest {

    private static final String ORGANIZATION = "o-exampleorgid";
    private static final String REPLICATION = "arn:aws:iam::111122223333:role/replication-data";

    private static final SynthesizedTemplate TEMPLATE =
            Synthesized.storage(stack -> SecureBucket.Builder.create(stack, "Data")
                    .organizationPerimeter(ORGANIZATION)
                    .confusedDeputyProtection(new DenyConfusedDeputy(ORGANIZATION, List.of("111122223333")))
                    .networkPerimeter(new NetworkPerimeter(
                            List.of("vpce-1a2b3c4d"), List.of(), List.of("203.0.113.0/24"), List.of(REPLICATION)))
                    .maximumPresignedUrlAge(Duration.ofMinutes(15))
                    .refuseUnsignedPayloads(new DenyUnsignedPayload())
                    .build());
    private static final PolicyDocument POLICY = TEMPLATE.bucketPolicy("Data");

    private static final TestRequest MEMBER =
            onObject("s3:GetObject").with("aws:PrincipalOrgID", ORGANIZATION).with("aws:SourceIp", "203.0.113.9");

    private static final TestRequest LOGGING = TestRequest.byService("logging.s3.amazonaws.com", "s3:PutObject", OBJECT)
            .with("aws:SourceAccount", "111122223333")
            .with("aws:SourceOrgID", ORGANIZATION);

    @Test
    void adds_one_statement_for_each_choice() {
        assertThat(POLICY.statements())
                .extracting(Statement::sid)
                .containsExactly(
                        "DenyInsecureTransport",
                        "DenyTlsBelow",
                        "DenySseC",
                        "DenyOtherEncryption",
                        "DenyOtherKmsKey",
                        "DenyKmsWithoutKeyId",
                        "DenyOutsideOrganization",
                        "DenyConfusedDeputy",
                        "DenyOutsideNetwork",
                        "DenyPresignedRequestsOlderThan",
                        "DenyUnsignedPayload");
    }

    @Test
    void nobody_outside_the_organization_can_do_anything() {
        assertThat(template(TEMPLATE.estate()))
                .bucket("Data")
                .satisfies(Invariants.nobodyOutsideOrganization(ORGANIZATION))
                .isNeverReadableBy(anyoneOutside(ORGANIZATION));
    }

    @Test
    void identities_outside_the_organization_are_denied_and_members_pass() {
        passes(POLICY, MEMBER);
        denied(POLICY, MEMBER.with("aws:PrincipalOrgID", "o-otherexample"));
        denied(POLICY, MEMBER.without("aws:PrincipalOrgID"));
        TestRequest outsider = TestRequest.byIdentity(OTHER_ACCOUNT_ROLE, "s3:GetBucketPolicy", BUCKET);
        denied(POLICY, outsider.with("aws:PrincipalOrgID", "o-otherexample"));
        denied(POLICY, TestRequest.byAnyone("s3:GetObject", OBJECT).with("aws:SourceIp", "203.0.113.9"));
    }

    @Test
    void aws_services_and_sessions_that_a_service_forwards_pass_the_perimeters() {
        passes(POLICY, LOGGING);
        TestRequest athena = MEMBER.without("aws:SourceIp").with("aws:ViaAWSService", "true");
        passes(POLICY, athena);
        denied(POLICY, athena.without("aws:PrincipalOrgID"));
    }

    @Test
    void partner_accounts_can_be_excepted_from_the_organization_perimeter() {
        PolicyDocument policy = Synthesized.storage(stack -> SecureBucket.Builder.create(stack, "Data")
                        .organizationPerimeter(new DenyOutsideOrganization(ORGANIZATION, List.of("444455556666")))
                        .build())
                .bucketPolicy("Data");
        passes(policy, TestRequest.byIdentity(OTHER_ACCOUNT_ROLE, "s3:GetObject", OBJECT));
        denied(policy, TestRequest.byIdentity("arn:aws:iam::123456789012:role/Reader", "s3:GetObject", OBJECT));
    }

    /** https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html */
    @Test
    void services_that_act_for_a_stranger_are_denied() {
        TestRequest stranger =
                LOGGING.with("aws:SourceAccount", "444455556666").with("aws:SourceOrgID", "o-otherexample");
        denied(POLICY, stranger);
        denied(POLICY, stranger.without("aws:SourceOrgID"));
        passes(POLICY, LOGGING.without("aws:SourceOrgID"));
        passes(POLICY, LOGGING.with("aws:SourceAccount", "444455556666"));
        passes(POLICY, LOGGING.without("aws:SourceAccount").without("aws:SourceOrgID"));
    }

    @Test
    void data_is_reached_through_the_endpoint_or_from_the_addresses_only() {
        TestRequest nowhere = MEMBER.without("aws:SourceIp");
        passes(POLICY, nowhere.with("aws:SourceVpce", "vpce-1a2b3c4d"));
        denied(POLICY, nowhere.with("aws:SourceVpce", "vpce-99ff99ff"));
        denied(POLICY, MEMBER.with("aws:SourceIp", "198.51.100.7"));
        for (String action : List.of("s3:PutObject", "s3:DeleteObject", "s3:GetObjectVersion", "s3:PutObjectTagging")) {
            denied(POLICY, MEMBER.doing(action).with("aws:SourceIp", "198.51.100.7"));
        }
        denied(POLICY, MEMBER.doing("s3:ListBucket").to(BUCKET).with("aws:SourceIp", "198.51.100.7"));
    }

    @Test
    void exempt_and_service_linked_roles_come_from_any_network() {
        for (String role : List.of(
                REPLICATION,
                "arn:aws:iam::111122223333:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup")) {
            TestRequest elsewhere = TestRequest.byIdentity(role, "s3:GetObject", OBJECT)
                    .with("aws:PrincipalOrgID", ORGANIZATION)
                    .with("aws:SourceIp", "198.51.100.7");
            passes(POLICY, elsewhere);
            denied(POLICY, elsewhere.without("aws:PrincipalOrgID"));
        }
    }

    /** CloudFormation works from AWS's network, often under a role of the customer. */
    @Test
    void cloudformation_can_still_configure_the_bucket() {
        TestRequest deployment = onBucket("s3:PutBucketPolicy")
                .with("aws:PrincipalOrgID", ORGANIZATION)
                .with("aws:SourceIp", "198.51.100.7");
        for (String action : List.of(
                "s3:PutBucketPolicy",
                "s3:DeleteBucketPolicy",
                "s3:PutLifecycleConfiguration",
                "s3:PutEncryptionConfiguration",
                "s3:PutBucketLogging",
                "s3:GetBucketPolicy",
                "s3:DeleteBucket")) {
            passes(POLICY, deployment.doing(action));
        }
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/API/bucket-policy-s3-sigv4-conditions.html */
    @Test
    void presigned_urls_older_than_the_maximum_are_denied_and_header_signatures_are_not() {
        TestRequest presigned = MEMBER.with("s3:authType", "REST-QUERY-STRING");
        passes(POLICY, presigned.with("s3:signatureAge", "900000"));
        denied(POLICY, presigned.with("s3:signatureAge", "900001"));
        denied(POLICY, presigned.with("s3:authType", "POST").with("s3:signatureAge", "900001"));
        passes(POLICY, presigned.with("s3:authType", "REST-HEADER").with("s3:signatureAge", "900001"));
    }

    @Test
    void uploads_whose_signature_leaves_the_payload_out_are_denied() {
        TestRequest upload = MEMBER.doing("s3:PutObject");
        denied(POLICY, upload.with("s3:x-amz-content-sha256", "UNSIGNED-PAYLOAD"));
        passes(POLICY, upload.with("s3:x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"));
        passes(POLICY, upload.with("s3:x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"));
        passes(POLICY, upload);
        passes(POLICY, LOGGING.with("s3:x-amz-content-sha256", "UNSIGNED-PAYLOAD"));
    }

    @Test
    void without_these_choices_the_same_requests_pass() {
        PolicyDocument policy =
                Synthesized.storage(stack -> new SecureBucket(stack, "Data")).bucketPolicy("Data");
        passes(policy, MEMBER.without("aws:PrincipalOrgID"));
        passes(policy, MEMBER.with("aws:SourceIp", "198.51.100.7"));
        passes(policy, LOGGING.with("aws:SourceAccount", "444455556666").with("aws:SourceOrgID", "o-otherexample"));
        passes(policy, MEMBER.with("s3:authType", "POST").with("s3:signatureAge", "604800000"));
        passes(policy, MEMBER.doing("s3:PutObject").with("s3:x-amz-content-sha256", "UNSIGNED-PAYLOAD"));
    }
}
