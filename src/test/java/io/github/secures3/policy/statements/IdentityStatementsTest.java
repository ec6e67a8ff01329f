package io.github.secures3.policy.statements;

import static io.github.secures3.policy.statements.Case.BUCKET;
import static io.github.secures3.policy.statements.Case.byRole;
import static io.github.secures3.policy.statements.Case.denied;
import static io.github.secures3.policy.statements.Case.passes;

import io.github.secures3.requests.TestRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html and
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
class IdentityStatementsTest {

    private static final String OURS = "o-exampleorgid";
    private static final String THEIRS = "o-otherorgids";
    private static final String PARTNER = "444455556666";

    static Stream<Case> organization() {
        var strict = new DenyOutsideOrganization(OURS);
        var partner = new DenyOutsideOrganization(OURS, List.of(PARTNER));
        TestRequest member = byRole("s3:GetObject").with("aws:PrincipalOrgID", OURS);
        TestRequest stranger = byRole("s3:GetObject").with("aws:PrincipalOrgID", THEIRS);
        TestRequest anyone = TestRequest.byAnyone("s3:GetObject", Case.OBJECT);
        TestRequest service = TestRequest.byService("logging.s3.amazonaws.com", "s3:PutObject", Case.OBJECT);
        return Stream.of(
                denied("another organization", strict, stranger),
                denied("an account without an organization", strict, member.without("aws:PrincipalOrgID")),
                denied("an anonymous caller", strict, anyone),
                denied("another organization on the bucket itself", strict, stranger.to(BUCKET.bucketArn())),
                denied(
                        "another organization through an AWS service",
                        strict,
                        stranger.with("aws:ViaAWSService", "true")),
                passes("a member", strict, member),
                passes("a member through an AWS service", strict, member.with("aws:ViaAWSService", "true")),
                passes("an AWS service under its own principal", strict, service),
                passes("an excepted account", partner, stranger.with("aws:PrincipalAccount", PARTNER)),
                passes("a member, exceptions or not", partner, member),
                denied("another organization, not excepted", partner, stranger),
                denied("an anonymous caller, exceptions or not", partner, anyone),
                passes("an AWS service, exceptions or not", partner, service));
    }

    static Stream<Case> confused_deputy() {
        var both = new DenyConfusedDeputy(OURS, List.of(PARTNER));
        var organization = DenyConfusedDeputy.outsideOrganization(OURS);
        var accounts = DenyConfusedDeputy.outsideAccounts(List.of("111122223333", PARTNER));
        TestRequest service = TestRequest.byService("cloudtrail.amazonaws.com", "s3:PutObject", Case.OBJECT);
        TestRequest ours = service.with("aws:SourceAccount", "111122223333").with("aws:SourceOrgID", OURS);
        TestRequest theirs = service.with("aws:SourceAccount", "123456789012").with("aws:SourceOrgID", THEIRS);
        TestRequest partner = theirs.with("aws:SourceAccount", PARTNER);
        TestRequest loner = theirs.without("aws:SourceOrgID");
        return Stream.of(
                denied("a service for another organization", organization, theirs),
                denied("a service for an account without an organization", organization, loner),
                denied("a service for a partner that is not named", organization, partner),
                denied("a service that fills the account alone", organization, ours.without("aws:SourceOrgID")),
                passes("a service for the organization", organization, ours),
                passes("a service that does not say for whom", organization, service),
                passes("a role from anywhere", organization, byRole("s3:PutObject")),
                passes("an anonymous caller", organization, TestRequest.byAnyone("s3:PutObject", Case.OBJECT)),
                passes("a service for the organization", both, ours),
                passes("a service for the named partner", both, partner),
                denied("a service for another organization", both, theirs),
                passes("a service for one of the accounts", accounts, ours),
                passes("a service for the other of the accounts", accounts, partner),
                denied("a service for another account", accounts, theirs),
                denied("a service for another account on the bucket itself", accounts, theirs.to(BUCKET.bucketArn())),
                passes("a service that does not say for whom", accounts, service));
    }

    @ParameterizedTest
    @MethodSource({"organization", "confused_deputy"})
    void denies_and_lets_pass(Case row) {
        row.check();
    }
}
