package io.github.secures3.policy.statements;

import static io.github.secures3.policy.statements.Case.BUCKET;
import static io.github.secures3.policy.statements.Case.byRole;
import static io.github.secures3.policy.statements.Case.denied;
import static io.github.secures3.policy.statements.Case.passes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.agreement.TwoReadings;
import io.github.secures3.requests.TestRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * https://docs.aws.amazon.com/whitepapers/latest/building-a-data-perimeter-on-aws/perimeter-implementation.html,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html and
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
class DenyOutsideNetworkTest {

    private static final String REPLICATION = "arn:aws:iam::111122223333:role/replication-data";

    private static final DenyOutsideNetwork ALL_KINDS = new DenyOutsideNetwork(new NetworkPerimeter(
            List.of("vpce-1a2b3c4d", "vpce-0a1b2c3d4e5f60718"),
            List.of("vpc-11aa22bb"),
            List.of("203.0.113.0/24", "2001:db8::/32"),
            List.of("arn:aws:iam::111122223333:role/replication-*")));

    private static final TestRequest OUTSIDE = byRole("s3:GetObject").with("aws:SourceIp", "198.51.100.7");

    static Stream<Case> networks() {
        TestRequest endpoint =
                byRole("s3:GetObject").with("aws:SourceVpc", "vpc-99ff99ff").with("aws:SourceVpce", "vpce-99ff99ff");
        var endpoints =
                new DenyOutsideNetwork(new NetworkPerimeter(List.of("vpce-1a2b3c4d"), List.of(), List.of(), List.of()));
        var vpcs =
                new DenyOutsideNetwork(new NetworkPerimeter(List.of(), List.of("vpc-11aa22bb"), List.of(), List.of()));
        var addresses = new DenyOutsideNetwork(
                new NetworkPerimeter(List.of(), List.of(), List.of("203.0.113.0/24"), List.of()));
        return Stream.of(
                denied("another address", ALL_KINDS, OUTSIDE),
                denied("another IPv6 address", ALL_KINDS, OUTSIDE.with("aws:SourceIp", "2001:db9::1")),
                denied("another endpoint", ALL_KINDS, endpoint),
                denied(
                        "listing from another address",
                        ALL_KINDS,
                        OUTSIDE.doing("s3:ListBucket").to(BUCKET.bucketArn())),
                denied(
                        "an anonymous caller at another address",
                        ALL_KINDS,
                        TestRequest.byAnyone("s3:GetObject", Case.OBJECT).with("aws:SourceIp", "198.51.100.7")),
                passes("an expected address", ALL_KINDS, OUTSIDE.with("aws:SourceIp", "203.0.113.9")),
                passes("an expected IPv6 address", ALL_KINDS, OUTSIDE.with("aws:SourceIp", "2001:db8::9")),
                passes("an expected endpoint", ALL_KINDS, endpoint.with("aws:SourceVpce", "vpce-0a1b2c3d4e5f60718")),
                passes(
                        "another endpoint of an expected VPC",
                        ALL_KINDS,
                        endpoint.with("aws:SourceVpc", "vpc-11aa22bb")),
                passes("another bucket", ALL_KINDS, OUTSIDE.to(Case.OTHER_OBJECT)),
                denied("an address where only endpoints are expected", endpoints, OUTSIDE),
                denied("another endpoint where only endpoints are expected", endpoints, endpoint),
                passes("the endpoint", endpoints, endpoint.with("aws:SourceVpce", "vpce-1a2b3c4d")),
                denied("an address where only a VPC is expected", vpcs, OUTSIDE),
                passes("the VPC", vpcs, endpoint.with("aws:SourceVpc", "vpc-11aa22bb")),
                denied("an endpoint where only addresses are expected", addresses, endpoint),
                passes("the address", addresses, OUTSIDE.with("aws:SourceIp", "203.0.113.9")));
    }

    static Stream<Case> exemptions() {
        TestRequest serviceLinked = TestRequest.byIdentity(
                "arn:aws-cn:iam::111122223333:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup",
                "s3:GetObject",
                Case.OBJECT);
        TestRequest lookalike = TestRequest.byIdentity(
                "arn:aws:iam::111122223333:role/not/aws-service-role/Evil", "s3:GetObject", Case.OBJECT);
        var withoutExemptions = new DenyOutsideNetwork(
                new NetworkPerimeter(List.of(), List.of(), List.of("203.0.113.0/24"), List.of()));
        TestRequest replication = TestRequest.byIdentity(REPLICATION, "s3:GetObjectVersionForReplication", Case.OBJECT);
        return Stream.of(
                passes(
                        "log delivery",
                        ALL_KINDS,
                        TestRequest.byService("logging.s3.amazonaws.com", "s3:PutObject", Case.OBJECT)),
                passes("Athena with the caller's credentials", ALL_KINDS, OUTSIDE.with("aws:ViaAWSService", "true")),
                passes("a service-linked role of any partition", ALL_KINDS, serviceLinked),
                passes("a service-linked role without named exemptions", withoutExemptions, serviceLinked),
                denied("a role with a path that only looks like it", ALL_KINDS, lookalike),
                passes("the replication role", ALL_KINDS, replication),
                denied("the replication role where it is not exempt", withoutExemptions, replication),
                denied(
                        "the same role name in another account",
                        ALL_KINDS,
                        replication.with("aws:PrincipalArn", "arn:aws:iam::444455556666:role/replication-data")));
    }

    @ParameterizedTest
    @MethodSource({"networks", "exemptions"})
    void denies_and_lets_pass(Case row) {
        row.check();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3:AbortMultipartUpload",
                "s3:BypassGovernanceRetention",
                "s3:DeleteObject",
                "s3:DeleteObjectTagging",
                "s3:DeleteObjectVersion",
                "s3:DeleteObjectVersionTagging",
                "s3:GetObject",
                "s3:GetObjectAcl",
                "s3:GetObjectAttributes",
                "s3:GetObjectLegalHold",
                "s3:GetObjectRetention",
                "s3:GetObjectTagging",
                "s3:GetObjectTorrent",
                "s3:GetObjectVersion",
                "s3:GetObjectVersionAcl",
                "s3:GetObjectVersionAttributes",
                "s3:GetObjectVersionForReplication",
                "s3:GetObjectVersionTagging",
                "s3:GetObjectVersionTorrent",
                "s3:InitiateReplication",
                "s3:ListMultipartUploadParts",
                "s3:ObjectOwnerOverrideToBucketOwner",
                "s3:PutObject",
                "s3:PutObjectAcl",
                "s3:PutObjectLegalHold",
                "s3:PutObjectRetention",
                "s3:PutObjectTagging",
                "s3:PutObjectVersionAcl",
                "s3:PutObjectVersionTagging",
                "s3:ReplicateDelete",
                "s3:ReplicateObject",
                "s3:ReplicateTags",
                "s3:RestoreObject",
                "s3:UpdateObjectEncryption"
            })
    void covers_every_action_on_objects(String action) {
        assertThat(TwoReadings.matches(ALL_KINDS.on(BUCKET), OUTSIDE.doing(action)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3:ListBucket", "s3:ListBucketMultipartUploads", "s3:ListBucketVersions"})
    void covers_every_action_that_lists_objects(String action) {
        TestRequest list = OUTSIDE.doing(action).to(BUCKET.bucketArn());
        assertThat(TwoReadings.matches(ALL_KINDS.on(BUCKET), list)).isTrue();
    }

    /** What CloudFormation calls to make, change and delete a bucket. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3:CreateBucket",
                "s3:DeleteBucket",
                "s3:DeleteBucketPolicy",
                "s3:GetBucketObjectLockConfiguration",
                "s3:GetBucketPolicy",
                "s3:GetEncryptionConfiguration",
                "s3:PutBucketLogging",
                "s3:PutBucketNotification",
                "s3:PutBucketObjectLockConfiguration",
                "s3:PutBucketOwnershipControls",
                "s3:PutBucketPolicy",
                "s3:PutBucketPublicAccessBlock",
                "s3:PutBucketTagging",
                "s3:PutBucketVersioning",
                "s3:PutEncryptionConfiguration",
                "s3:PutInventoryConfiguration",
                "s3:PutLifecycleConfiguration",
                "s3:PutReplicationConfiguration"
            })
    void leaves_the_configuration_of_the_bucket_to_other_layers(String action) {
        TestRequest configure = OUTSIDE.doing(action).to(BUCKET.bucketArn());
        assertThat(TwoReadings.matches(ALL_KINDS.on(BUCKET), configure)).isFalse();
    }
}
