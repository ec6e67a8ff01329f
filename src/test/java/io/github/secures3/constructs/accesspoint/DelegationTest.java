package io.github.secures3.constructs.accesspoint;

import static io.github.secures3.agreement.TwoReadings.allowed;
import static io.github.secures3.agreement.TwoReadings.denied;
import static io.github.secures3.agreement.TwoReadings.notAllowed;
import static io.github.secures3.agreement.TwoReadings.passes;
import static io.github.secures3.constructs.accesspoint.Points.FOREIGN_ROLE;
import static io.github.secures3.constructs.accesspoint.Points.ROLE;
import static io.github.secures3.constructs.accesspoint.Points.onBucket;
import static io.github.secures3.constructs.accesspoint.Points.through;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.constructs.bucket.SecureBucket;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.json.PolicyWriter;
import io.github.secures3.requests.TestRequest;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.s3.Bucket;

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html */
class DelegationTest {

    private static final String OWNER = "111122223333";
    private static final String MULTI_REGION = "arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap";
    private static final DirectAccessExemptions EXEMPT = DirectAccessExemptions.builder()
            .administrators("arn:aws:iam::111122223333:role/Admin")
            .replication("arn:aws:iam::111122223333:role/Replication")
            .backup("arn:aws:iam::111122223333:role/Backup")
            .malwareScanning("arn:aws:iam::111122223333:role/Scanner")
            .others("arn:aws:iam::111122223333:role/cdk-*")
            .build();

    @Test
    void the_bucket_trusts_points_of_owning_accounts_and_no_others() {
        PolicyDocument policy = bucketPolicy(set -> set.delegateTo("444455556666"));

        allowed(policy, through(onBucket(ROLE, "s3:GetObject"), OWNER));
        allowed(policy, through(onBucket(FOREIGN_ROLE, "s3:PutObject"), "444455556666"));
        notAllowed(policy, through(onBucket(ROLE, "s3:GetObject"), "123456789012"));
        notAllowed(policy, onBucket(FOREIGN_ROLE, "s3:GetObject"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3:DeleteObjectVersion",
                "s3:PutObjectAcl",
                "s3:PutObjectRetention",
                "s3:PutObjectLegalHold",
                "s3:PutBucketPolicy",
                "s3:BypassGovernanceRetention"
            })
    void no_point_can_do_more_than_data_actions(String action) {
        notAllowed(bucketPolicy(set -> {}), through(onBucket(ROLE, action), OWNER));
    }

    @Test
    void delegated_actions_can_be_fewer() {
        PolicyDocument policy = bucketPolicy(set -> set.delegatedActions(List.of("s3:GetObject", "s3:ListBucket")));

        allowed(policy, through(onBucket(ROLE, "s3:GetObject"), OWNER));
        notAllowed(policy, through(onBucket(ROLE, "s3:PutObject"), OWNER));
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-vpc.html */
    @Test
    void vpc_origin_can_be_demanded() {
        PolicyDocument policy = bucketPolicy(AccessPointSet.Builder::vpcOriginOnly);
        TestRequest internet = through(onBucket(ROLE, "s3:GetObject"), OWNER);

        denied(policy, internet);
        allowed(policy, internet.with("s3:AccessPointNetworkOrigin", "VPC"));
        passes(policy, onBucket(ROLE, "s3:GetObject"));
    }

    @Test
    void direct_access_stays_as_it_is_by_default() {
        passes(bucketPolicy(set -> {}), onBucket(ROLE, "s3:GetObject"));
    }

    @Test
    void closed_direct_access_leaves_the_way_through_points() {
        PolicyDocument policy = bucketPolicy(set -> set.closeDirectAccess(EXEMPT));

        for (String action : List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:DeleteObjectVersion")) {
            denied(policy, onBucket(ROLE, action));
            denied(policy, through(onBucket(ROLE, action), "444455556666"));
            passes(policy, through(onBucket(ROLE, action), OWNER));
        }
        denied(policy, onBucket(ROLE, "s3:ListBucket").to(Points.BUCKET));
        allowed(policy, through(onBucket(ROLE, "s3:GetObject"), OWNER));
    }

    /** Each role that services work on the bucket with; https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html */
    @ParameterizedTest
    @ValueSource(strings = {"Admin", "Replication", "Backup", "Scanner", "cdk-file-deployment"})
    void closed_direct_access_lets_named_roles_pass(String role) {
        PolicyDocument policy = bucketPolicy(set -> set.closeDirectAccess(EXEMPT));

        passes(policy, onBucket("arn:aws:iam::111122223333:role/" + role, "s3:GetObject"));
        denied(policy, onBucket("arn:aws:iam::111122223333:role/Not" + role, "s3:GetObject"));
        denied(policy, onBucket("arn:aws:iam::444455556666:role/" + role, "s3:GetObject"));
        denied(
                bucketPolicy(set -> set.closeDirectAccess(DirectAccessExemptions.none())),
                onBucket("arn:aws:iam::111122223333:role/" + role, "s3:GetObject"));
    }

    /** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
    @Test
    void closed_direct_access_lets_services_and_service_linked_roles_pass() {
        PolicyDocument policy = bucketPolicy(set -> set.closeDirectAccess(DirectAccessExemptions.none()));
        String object = Points.BUCKET + "/log";

        passes(policy, TestRequest.byService("logging.s3.amazonaws.com", "s3:PutObject", object));
        passes(policy, TestRequest.byService("cloudtrail.amazonaws.com", "s3:PutObject", object));
        passes(
                policy,
                onBucket(
                        "arn:aws:iam::111122223333:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForMacie",
                        "s3:GetObject"));
    }

    /** A forward access session carries its caller, who is bound like everybody. */
    @Test
    void closed_direct_access_binds_callers_behind_a_service_unless_they_use_a_point_or_are_exempt() {
        PolicyDocument policy = bucketPolicy(set -> set.closeDirectAccess(EXEMPT));
        TestRequest session = onBucket(ROLE, "s3:GetObject").with("aws:ViaAWSService", "true");

        denied(policy, session);
        passes(policy, through(session, OWNER));
        passes(
                policy,
                onBucket("arn:aws:iam::111122223333:role/Admin", "s3:GetObject").with("aws:ViaAWSService", "true"));
    }

    /** CloudFormation deploys with its caller's or its own role; https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-iam.html */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3:PutBucketPolicy",
                "s3:DeleteBucketPolicy",
                "s3:GetBucketPolicy",
                "s3:PutLifecycleConfiguration"
            })
    void closed_direct_access_leaves_the_configuration_of_the_bucket_open(String action) {
        passes(
                bucketPolicy(set -> set.closeDirectAccess(DirectAccessExemptions.none())),
                onBucket(ROLE, action).to(Points.BUCKET));
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPointPermissions.html */
    @Test
    void multi_region_points_are_trusted_by_choice() {
        TestRequest request = onBucket(FOREIGN_ROLE, "s3:GetObject").with("s3:DataAccessPointArn", MULTI_REGION);

        notAllowed(bucketPolicy(set -> {}), request);
        PolicyDocument policy =
                bucketPolicy(set -> set.delegateToMultiRegionAccessPoints().closeDirectAccess(EXEMPT));
        allowed(policy, request);
        denied(policy, request.with("s3:DataAccessPointArn", MULTI_REGION.replace(OWNER, "123456789012")));
    }

    @Test
    void a_set_beside_one_that_delegates_leaves_the_policies_alone() {
        SynthesizedTemplate template = Synthesized.storage(stack -> {
            SecureBucket bucket = new SecureBucket(stack, "Data");
            AccessPointSet set = AccessPointSet.Builder.create(stack, "Points")
                    .bucket(bucket)
                    .bucketDelegatesAlready()
                    .accessPoint(AccessPoint.Builder.create("red").build())
                    .build();
            assertThat(set.getDelegation().statements()).isEmpty();
        });

        assertThat(PolicyWriter.canonical(template.bucketPolicy("Data"))).doesNotContain("DataAccessPoint");
    }

    @Test
    void prints_what_the_owner_of_an_imported_bucket_must_add() {
        App app = Synthesized.app();
        Stack stack = Synthesized.stack(app, "Storage", OWNER, "eu-west-1");
        AccessPointSet set = AccessPointSet.Builder.create(stack, "Points")
                .bucket(Bucket.fromBucketName(stack, "Data", "data"))
                .accessPoint(AccessPoint.Builder.create("red").build())
                .build();

        Annotations.fromStack(stack)
                .hasWarning(
                        "/Storage/Points",
                        Match.stringLikeRegexp("the policy of the bucket cannot be changed from here; "
                                + "unless it says so already, its owner must add:"));
        assertThat(set.getDelegation().statements()).hasSize(1);
        Annotations.fromStack(stack)
                .hasWarning("/Storage/Points", Match.stringLikeRegexp("arn:\\$\\{AWS::Partition\\}:s3:::data"));
        Annotations.fromStack(stack).hasNoWarning("/Storage/Points", Match.stringLikeRegexp("Token\\["));
    }

    private static PolicyDocument bucketPolicy(Consumer<AccessPointSet.Builder> settings) {
        return Synthesized.storage(stack -> {
                    AccessPointSet.Builder set = AccessPointSet.Builder.create(stack, "Points")
                            .bucket(new SecureBucket(stack, "Data"))
                            .accessPoint(AccessPoint.Builder.create("red")
                                    .vpcId("vpc-1a2b3c4d")
                                    .build());
                    settings.accept(set);
                    set.build();
                })
                .bucketPolicy("Data");
    }
}
