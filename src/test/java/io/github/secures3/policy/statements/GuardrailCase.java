package io.github.secures3.policy.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.requests.OrganizationOracle;
import io.github.secures3.requests.TestRequest;
import java.util.Set;

/**
 * A row of a table: a guardrail on an organization, a request for something of account 111122223333, and whether the one stops the other.
 *
 * @param what what the request is, in words
 */
record GuardrailCase(String what, Guardrail guardrail, TestRequest request, boolean stopped) {

    static final String ORG = "o-exampleorgid";
    static final String MEMBER = "111122223333";
    static final String OUTSIDE = "444455556666";
    static final String BUCKET = "arn:aws:s3:::data";
    static final String OBJECT = "arn:aws:s3:::data/reports/a:b.csv";
    static final String KEY = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    static final String ROLE = "arn:aws:iam::111122223333:role/app/Writer";
    static final String DEPLOYMENT = "arn:aws:iam::*:role/cdk-hnb659fds-cfn-exec-role-*";
    static final OrganizationOracle ORGANIZATION =
            new OrganizationOracle("123456789012", Set.of("123456789012", MEMBER));

    private static final String DEPLOYER =
            "arn:aws:iam::111122223333:role/cdk-hnb659fds-cfn-exec-role-111122223333-eu-west-1";
    private static final String SERVICE_LINKED =
            "arn:aws:iam::111122223333:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup";

    static GuardrailCase stops(String what, Guardrail guardrail, TestRequest request) {
        return new GuardrailCase(what, guardrail, request, true);
    }

    static GuardrailCase passes(String what, Guardrail guardrail, TestRequest request) {
        return new GuardrailCase(what, guardrail, request, false);
    }

    /** A role of a member account. */
    static TestRequest byMember(String action, String resource) {
        return member(ROLE, action, resource);
    }

    /** The role that CloudFormation deploys under. */
    static TestRequest byDeployment(String action, String resource) {
        return member(DEPLOYER, action, resource);
    }

    /** A role that only its service can assume. */
    static TestRequest byServiceLinkedRole(String action, String resource) {
        return member(SERVICE_LINKED, action, resource);
    }

    /** The root user of a member account. */
    static TestRequest byRootUser(String action, String resource) {
        return member("arn:aws:iam::111122223333:root", action, resource);
    }

    /** A role of the management account. */
    static TestRequest byManagement(String action, String resource) {
        return member("arn:aws:iam::123456789012:role/Admin", action, resource);
    }

    /** A service that passes on the credentials of a member's role, as CloudFormation and Athena do. */
    static TestRequest byForwardAccessSession(String action, String resource) {
        return byMember(action, resource).with("aws:ViaAWSService", "true");
    }

    /** A role of an account in no organization. */
    static TestRequest byOutsider(String action, String resource) {
        return TestRequest.byIdentity("arn:aws:iam::444455556666:role/Reader", action, resource);
    }

    private static TestRequest member(String arn, String action, String resource) {
        return TestRequest.byIdentity(arn, action, resource).with("aws:PrincipalOrgID", ORG);
    }

    void check() {
        PolicyDocument policy = PolicyDocument.of(guardrail.statement());
        boolean denied = guardrail.type() == PolicyType.RESOURCE_CONTROL
                ? ORGANIZATION.resourceControlDenies(policy, request, MEMBER)
                : ORGANIZATION.serviceControlDenies(policy, request);
        assertThat(denied).as("%s: %s against %s", what, request, policy).isEqualTo(stopped);
    }

    @Override
    public String toString() {
        return guardrail.sid() + (stopped ? " stops: " : " lets pass: ") + what;
    }
}
