package io.github.secures3.constructs.accesspoint;

import static io.github.secures3.constructs.accesspoint.Reach.allowed;
import static io.github.secures3.constructs.accesspoint.Reach.denied;

import io.github.secures3.constructs.bucket.SecureBucket;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;

/**
 * Who reaches what, through points and around them.
 *
 * <p>https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-vpc.html and
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
class ReachTest {

    private static final String READER = "arn:aws:iam::111122223333:role/Reader";
    private static final String WRITER = "arn:aws:iam::111122223333:role/Writer";
    private static final String ADMINISTRATOR = "arn:aws:iam::111122223333:role/Administrator";
    private static final String PARTNER = "arn:aws:iam::444455556666:role/Partner";
    private static final String TEAM = "arn:aws:s3:eu-west-1:111122223333:accesspoint/team";
    private static final String PRIVATE = "arn:aws:s3:eu-west-1:111122223333:accesspoint/private";
    private static final String FOREIGN = "arn:aws:s3:eu-west-1:123456789012:accesspoint/foreign";
    private static final String VPC = "vpc-1a2b3c4d";

    private static final PolicyDocument EVERYTHING =
            PolicyDocument.of(Statement.allow("All").actions("*").resources("*").build());

    private final SynthesizedTemplate open = template(DirectAccessExemptions.none(), false);
    private final SynthesizedTemplate closed = template(
            DirectAccessExemptions.builder()
                    .administrators(ADMINISTRATOR)
                    .replication("arn:aws:iam::111122223333:role/replication-*")
                    .backup("arn:aws:iam::111122223333:role/backup")
                    .malwareScanning("arn:aws:iam::111122223333:role/scanner")
                    .others("arn:aws:iam::111122223333:role/batch")
                    .build(),
            true);

    private static SynthesizedTemplate template(DirectAccessExemptions exemptions, boolean close) {
        App app = Synthesized.app();
        Stack stack = Synthesized.stack(app, "Storage", "111122223333", "eu-west-1");
        AccessPointSet.Builder set = AccessPointSet.Builder.create(stack, "Points")
                .bucket(new SecureBucket(stack, "Data"))
                .accessPoint(AccessPoint.Builder.create("team")
                        .readers("reports/", READER, PARTNER)
                        .writers("reports/in/", WRITER)
                        .deleters("reports/in/", WRITER)
                        .appenders("events/", WRITER)
                        .build())
                .accessPoint(AccessPoint.Builder.create("private")
                        .vpcId(VPC)
                        .readers("", READER)
                        .build());
        if (close) {
            set.closeDirectAccess(exemptions);
        }
        set.build();
        return Synthesized.of(app).template(stack);
    }

    private static Reach reach(SynthesizedTemplate template) {
        return Reach.of("arn:aws:s3:::data", template.bucketPolicy("Data"), PolicyDocument.of());
    }

    private PolicyDocument team() {
        return open.accessPointPolicy("team");
    }

    @Test
    void a_reader_reads_and_lists_its_prefix_through_the_point() {
        Reach reach = reach(open);
        allowed(reach.through(TEAM, team(), "", READER, "s3:GetObject", "reports/2026/a.csv"));
        denied(reach.through(TEAM, team(), "", READER, "s3:GetObject", "reports"));
        denied(reach.through(TEAM, team(), "", READER, "s3:GetObject", "reports-2/a.csv"));
        denied(reach.through(TEAM, team(), "", READER, "s3:PutObject", "reports/2026/a.csv"));
        denied(reach.through(TEAM, team(), "", READER, "s3:DeleteObject", "reports/2026/a.csv"));
    }

    @Test
    void a_writer_writes_and_deletes_and_reads_nothing() {
        Reach reach = reach(open);
        allowed(reach.through(TEAM, team(), "", WRITER, "s3:PutObject", "reports/in/a.csv"));
        allowed(reach.through(TEAM, team(), "", WRITER, "s3:AbortMultipartUpload", "reports/in/a.csv"));
        allowed(reach.through(TEAM, team(), "", WRITER, "s3:ListMultipartUploadParts", "reports/in/a.csv"));
        allowed(reach.through(TEAM, team(), "", WRITER, "s3:DeleteObject", "reports/in/a.csv"));
        denied(reach.through(TEAM, team(), "", WRITER, "s3:GetObject", "reports/in/a.csv"));
        denied(reach.through(TEAM, team(), "", WRITER, "s3:PutObject", "reports/a.csv"));
        denied(reach.through(TEAM, team(), "", WRITER, "s3:DeleteObjectVersion", "reports/in/a.csv"));
    }

    @Test
    void nobody_else_of_the_account_gets_in_without_a_policy_of_their_own() {
        denied(reach(open).through(TEAM, team(), "", ADMINISTRATOR, "s3:GetObject", "reports/a.csv"));
        allowed(reach(open)
                .having(EVERYTHING)
                .through(TEAM, team(), "", ADMINISTRATOR, "s3:GetObject", "reports/a.csv"));
    }

    @Test
    void a_grantee_of_another_account_needs_its_own_policy_as_well() {
        denied(reach(open).through(TEAM, team(), "", PARTNER, "s3:GetObject", "reports/a.csv"));
        Reach withPolicy = reach(open).having(EVERYTHING);
        allowed(withPolicy.through(TEAM, team(), "", PARTNER, "s3:GetObject", "reports/a.csv"));
        denied(withPolicy.through(TEAM, team(), "", PARTNER, "s3:PutObject", "reports/a.csv"));
        denied(withPolicy.directly(PARTNER, "s3:GetObject", "reports/a.csv"));
    }

    @Test
    void points_that_the_bucket_does_not_trust_lead_nowhere_for_other_accounts() {
        PolicyDocument generous = PolicyDocument.of(Statement.allow("All")
                .principals(Principals.of(Principal.aws(PARTNER)))
                .actions("s3:*")
                .resources(FOREIGN, FOREIGN + "/object/*")
                .build());
        denied(reach(open).having(EVERYTHING).through(FOREIGN, generous, "", PARTNER, "s3:GetObject", "reports/a.csv"));
    }

    @Test
    void a_point_with_vpc_origin_answers_its_vpc_alone() {
        PolicyDocument policy = open.accessPointPolicy("private");
        allowed(reach(open).from(VPC).through(PRIVATE, policy, VPC, READER, "s3:GetObject", "any/a.csv"));
        denied(reach(open).from("vpc-99ff99ff").through(PRIVATE, policy, VPC, READER, "s3:GetObject", "any/a.csv"));
        denied(reach(open).through(PRIVATE, policy, VPC, READER, "s3:GetObject", "any/a.csv"));
    }

    @Test
    void direct_access_stays_as_it_is_unless_it_is_closed() {
        allowed(reach(open).having(EVERYTHING).directly(READER, "s3:GetObject", "reports/a.csv"));
    }

    @Test
    void closed_direct_access_leaves_the_way_through_points() {
        Reach reach = reach(closed);
        denied(reach.having(EVERYTHING).directly(READER, "s3:GetObject", "reports/a.csv"));
        denied(reach.having(EVERYTHING).directly(WRITER, "s3:PutObject", "reports/in/a.csv"));
        denied(reach.having(EVERYTHING).through(FOREIGN, PolicyDocument.of(), "", READER, "s3:GetObject", "a.csv"));
        allowed(reach.through(TEAM, team(), "", READER, "s3:GetObject", "reports/a.csv"));
        allowed(reach.from(VPC)
                .through(PRIVATE, closed.accessPointPolicy("private"), VPC, READER, "s3:GetObject", "a.csv"));
    }

    @Test
    void closed_direct_access_lets_administrators_and_services_live() {
        Reach reach = reach(closed).having(EVERYTHING);
        allowed(reach.directly(ADMINISTRATOR, "s3:GetObject", "reports/a.csv"));
        allowed(reach.directly(
                "arn:aws:iam::111122223333:role/replication-data",
                "s3:GetObjectVersionForReplication",
                "reports/a.csv"));
        allowed(reach.directly("arn:aws:iam::111122223333:role/backup", "s3:GetObjectVersion", "reports/a.csv"));
        allowed(reach.directly("arn:aws:iam::111122223333:role/scanner", "s3:PutObjectTagging", "reports/a.csv"));
        allowed(reach.directly("arn:aws:iam::111122223333:role/batch", "s3:PutObject", "reports/a.csv"));
        allowed(reach.directly(
                "arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX",
                "s3:GetObject",
                "reports/a.csv"));
    }

    /** CloudFormation changes the bucket under a role of the account; what it cannot change it cannot repair. */
    @Test
    void closed_direct_access_leaves_the_configuration_to_whoever_may() {
        Reach reach = reach(closed).having(EVERYTHING);
        for (String action : new String[] {
            "s3:PutBucketPolicy", "s3:PutLifecycleConfiguration", "s3:PutEncryptionConfiguration", "s3:DeleteBucket"
        }) {
            allowed(reach.onBucket("arn:aws:iam::111122223333:role/cdk-exec", action));
        }
        denied(reach.onBucket(READER, "s3:ListBucket"));
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-vpc.html */
    @Test
    void vpc_origin_can_be_demanded_of_all_points() {
        App app = Synthesized.app();
        Stack stack = Synthesized.stack(app, "Storage", "111122223333", "eu-west-1");
        AccessPointSet.Builder.create(stack, "Points")
                .bucket(new SecureBucket(stack, "Data"))
                .accessPoint(AccessPoint.Builder.create("private")
                        .vpcId(VPC)
                        .readers("", READER)
                        .build())
                .delegateTo("444455556666")
                .vpcOriginOnly()
                .build();
        SynthesizedTemplate template = Synthesized.of(app).template(stack);
        Reach reach = reach(template);

        allowed(reach.from(VPC)
                .through(PRIVATE, template.accessPointPolicy("private"), VPC, READER, "s3:GetObject", "a.csv"));
        denied(reach.having(EVERYTHING).through(TEAM, PolicyDocument.of(), "", READER, "s3:GetObject", "a.csv"));
        allowed(reach.having(EVERYTHING).directly(READER, "s3:GetObject", "a.csv"));
    }
}
