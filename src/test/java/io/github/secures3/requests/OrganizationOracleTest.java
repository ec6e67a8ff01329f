package io.github.secures3.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Statement;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#actions-not-restricted-by-rcps,
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html#not-restricted-by-scp and
 * https://docs.aws.amazon.com/kms/latest/developerguide/resource-control-policies.html
 */
class OrganizationOracleTest {

    private static final OrganizationOracle ORGANIZATION =
            new OrganizationOracle("123456789012", Set.of("123456789012", "111122223333"));
    private static final PolicyDocument DENY_ALL =
            PolicyDocument.of(Statement.deny("No").everyone().actions("*").build());
    private static final String BUCKET = "arn:aws:s3:::data";

    @Test
    void resource_control_policies_bind_everybody_on_resources_of_members() {
        for (TestRequest request : new TestRequest[] {
            by("111122223333", "role/Reader"),
            by("123456789012", "role/Reader"),
            by("444455556666", "role/Reader"),
            TestRequest.byAnyone("s3:GetObject", BUCKET),
            TestRequest.byService("s3.amazonaws.com", "s3:PutObject", BUCKET)
        }) {
            assertThat(ORGANIZATION.resourceControlDenies(DENY_ALL, request, "111122223333"))
                    .isTrue();
            assertThat(ORGANIZATION.resourceControlDenies(DENY_ALL, request, "123456789012"))
                    .isFalse();
            assertThat(ORGANIZATION.resourceControlDenies(DENY_ALL, request, "444455556666"))
                    .isFalse();
        }
    }

    @Test
    void service_control_policies_bind_identities_of_members_alone() {
        assertThat(ORGANIZATION.serviceControlDenies(DENY_ALL, by("111122223333", "role/Reader")))
                .isTrue();
        assertThat(ORGANIZATION.serviceControlDenies(DENY_ALL, by("111122223333", "root")))
                .isTrue();
        assertThat(ORGANIZATION.serviceControlDenies(DENY_ALL, by("123456789012", "role/Reader")))
                .isFalse();
        assertThat(ORGANIZATION.serviceControlDenies(DENY_ALL, by("444455556666", "role/Reader")))
                .isFalse();
        assertThat(ORGANIZATION.serviceControlDenies(DENY_ALL, TestRequest.byAnyone("s3:GetObject", BUCKET)))
                .isFalse();
        assertThat(ORGANIZATION.serviceControlDenies(
                        DENY_ALL, TestRequest.byService("s3.amazonaws.com", "s3:PutObject", BUCKET)))
                .isFalse();
    }

    @Test
    void neither_binds_service_linked_roles_and_grants_can_always_be_retired() {
        TestRequest linked = by("111122223333", "role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup");

        assertThat(ORGANIZATION.serviceControlDenies(DENY_ALL, linked)).isFalse();
        assertThat(ORGANIZATION.resourceControlDenies(DENY_ALL, linked, "111122223333"))
                .isFalse();
        assertThat(ORGANIZATION.resourceControlDenies(
                        DENY_ALL, by("444455556666", "role/Reader").doing("kms:RetireGrant"), "111122223333"))
                .isFalse();
    }

    private static TestRequest by(String account, String identity) {
        return TestRequest.byIdentity("arn:aws:iam::" + account + ":" + identity, "s3:GetObject", BUCKET);
    }
}
