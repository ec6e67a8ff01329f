package io.github.secures3.policy.statements;

import static io.github.secures3.policy.statements.GuardrailCase.BUCKET;
import static io.github.secures3.policy.statements.GuardrailCase.KEY;
import static io.github.secures3.policy.statements.GuardrailCase.OBJECT;
import static io.github.secures3.policy.statements.GuardrailCase.ORG;
import static io.github.secures3.policy.statements.GuardrailCase.OUTSIDE;
import static io.github.secures3.policy.statements.GuardrailCase.ROLE;
import static io.github.secures3.policy.statements.GuardrailCase.byDeployment;
import static io.github.secures3.policy.statements.GuardrailCase.byForwardAccessSession;
import static io.github.secures3.policy.statements.GuardrailCase.byMember;
import static io.github.secures3.policy.statements.GuardrailCase.byOutsider;
import static io.github.secures3.policy.statements.GuardrailCase.byServiceLinkedRole;
import static io.github.secures3.policy.statements.GuardrailCase.passes;
import static io.github.secures3.policy.statements.GuardrailCase.stops;

import io.github.secures3.requests.TestRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html and
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
class ResourceGuardrailsTest {

    private static final String SSE_C = "s3:x-amz-server-side-encryption-customer-algorithm";

    private static final GuardrailExceptions EXCEPTIONS = GuardrailExceptions.none()
            .andAccounts(OUTSIDE)
            .andPrincipals("arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1EXAMPLE")
            .andResourcesTagged("perimeter", "open");

    static Stream<GuardrailCase> identityPerimeter() {
        var perimeter = new IdentityPerimeter(ORG);
        var excepted = new IdentityPerimeter(ORG, EXCEPTIONS);
        TestRequest otherOrganization = byOutsider("s3:GetObject", OBJECT).with("aws:PrincipalOrgID", "o-otherorgid00");
        TestRequest anonymous = TestRequest.byAnyone("s3:GetObject", OBJECT);
        TestRequest federated =
                new TestRequest("arn:aws:iam::111122223333:oidc-provider/example.com", "", ROLE, anonymous.context());
        TestRequest logging = TestRequest.byService("logging.s3.amazonaws.com", "s3:PutObject", OBJECT);
        TestRequest originAccessIdentity = TestRequest.byIdentity(
                "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1EXAMPLE", "s3:GetObject", OBJECT);
        return Stream.of(
                stops("a role of an account in no organization", perimeter, byOutsider("s3:GetObject", OBJECT)),
                stops("a role of another organization", perimeter, otherOrganization),
                stops("an anonymous read", perimeter, anonymous),
                stops("an outsider's use of a key", perimeter, byOutsider("kms:Decrypt", KEY)),
                stops("an outsider who assumes a role", perimeter, byOutsider("sts:AssumeRole", ROLE)),
                stops("a load balancer's account of AWS", perimeter, byOutsider("s3:PutObject", OBJECT)),
                stops("CloudFront's origin access identity", perimeter, originAccessIdentity),
                passes("a role of the organization", perimeter, byMember("s3:GetObject", OBJECT)),
                passes("the deployment role", perimeter, byDeployment("s3:PutBucketPolicy", BUCKET)),
                passes("a forward access session", perimeter, byForwardAccessSession("s3:GetObject", OBJECT)),
                passes("a service-linked role", perimeter, byServiceLinkedRole("s3:PutObject", OBJECT)),
                passes("access log delivery", perimeter, logging),
                passes(
                        "CloudTrail's log delivery",
                        perimeter,
                        TestRequest.byService("cloudtrail.amazonaws.com", "s3:PutObject", OBJECT)),
                passes(
                        "a service that assumes a service role",
                        perimeter,
                        TestRequest.byService("lambda.amazonaws.com", "sts:AssumeRole", ROLE)),
                passes("replication by a role of the organization", perimeter, byMember("s3:ReplicateObject", OBJECT)),
                passes("sign-in with SAML", perimeter, federated.doing("sts:AssumeRoleWithSAML")),
                passes("sign-in with OpenID Connect", perimeter, federated.doing("sts:AssumeRoleWithWebIdentity")),
                passes("its session tags", perimeter, federated.doing("sts:TagSession")),
                passes("its source identity", perimeter, federated.doing("sts:SetSourceIdentity")),
                passes("who am I", perimeter, byOutsider("sts:GetCallerIdentity", "*")),
                passes("an excepted account", excepted, byOutsider("s3:GetObject", OBJECT)),
                passes("an excepted principal", excepted, originAccessIdentity),
                passes(
                        "a resource with the tag",
                        excepted,
                        otherOrganization.with("aws:ResourceTag/perimeter", "open")),
                stops("an anonymous read past exceptions", excepted, anonymous),
                stops(
                        "a third account past exceptions",
                        excepted,
                        otherOrganization.with("aws:PrincipalAccount", "123456789012")),
                stops(
                        "a resource with another value of the tag",
                        excepted,
                        anonymous.with("aws:ResourceTag/perimeter", "closed")));
    }

    static Stream<GuardrailCase> confusedDeputy() {
        var protection = new ConfusedDeputyProtection(ORG);
        var excepted = new ConfusedDeputyProtection(
                ORG,
                List.of(OUTSIDE),
                List.of("logdelivery.elasticloadbalancing.amazonaws.com"),
                List.of(new ResourceTag("perimeter", "open")));
        TestRequest trail = TestRequest.byService("cloudtrail.amazonaws.com", "s3:PutObject", OBJECT);
        TestRequest ours = trail.with("aws:SourceAccount", "111122223333").with("aws:SourceOrgID", ORG);
        TestRequest theirs = trail.with("aws:SourceAccount", OUTSIDE).with("aws:SourceOrgID", "o-otherorgid00");
        TestRequest nobodys = trail.with("aws:SourceAccount", OUTSIDE);
        TestRequest balancer = TestRequest.byService(
                        "logdelivery.elasticloadbalancing.amazonaws.com", "s3:PutObject", OBJECT)
                .with("aws:SourceAccount", "111122223333");
        return Stream.of(
                stops("CloudTrail for another organization", protection, theirs),
                stops("CloudTrail for an account in no organization", protection, nobodys),
                stops(
                        "a service's use of a key for another organization",
                        protection,
                        theirs.doing("kms:Decrypt").to(KEY)),
                stops("a service that tells the account but not the organization", protection, balancer),
                passes("CloudTrail for the organization", protection, ours),
                passes("a service that tells no source", protection, trail),
                passes(
                        "a service that assumes a service role",
                        protection,
                        TestRequest.byService("lambda.amazonaws.com", "sts:AssumeRole", ROLE)),
                passes("an identity, the other guardrail's part", protection, byOutsider("s3:GetObject", OBJECT)),
                passes(
                        "anonymous, the other guardrail's part",
                        protection,
                        TestRequest.byAnyone("s3:GetObject", OBJECT)),
                passes("a service-linked role", protection, byServiceLinkedRole("s3:PutObject", OBJECT)),
                passes("an excepted account", excepted, nobodys),
                passes("an excepted service", excepted, balancer),
                passes(
                        "a resource with the tag",
                        excepted,
                        theirs.with("aws:SourceAccount", "123456789012").with("aws:ResourceTag/perimeter", "open")),
                stops("a third account past exceptions", excepted, theirs.with("aws:SourceAccount", "123456789012")));
    }

    static Stream<GuardrailCase> transport() {
        var encrypted = new EncryptedTransport();
        var tls12 = new MinimumTlsVersion(TlsVersion.TLS_1_2);
        var tls13 = new MinimumTlsVersion(TlsVersion.TLS_1_3);
        TestRequest read = byMember("s3:GetObject", OBJECT);
        TestRequest plain = read.with("aws:SecureTransport", "false").without("s3:TlsVersion");
        TestRequest logging = TestRequest.byService("logging.s3.amazonaws.com", "s3:PutObject", OBJECT);
        TestRequest tagged = plain.with("aws:ResourceTag/perimeter", "open");
        return Stream.of(
                stops("plain HTTP", encrypted, plain),
                stops(
                        "anonymous plain HTTP",
                        encrypted,
                        TestRequest.byAnyone("s3:GetObject", OBJECT).with("aws:SecureTransport", "false")),
                stops(
                        "plain HTTP to another service",
                        encrypted,
                        plain.doing("kms:Decrypt").to(KEY)),
                passes("HTTPS", encrypted, read),
                passes("a request that does not tell", encrypted, read.without("aws:SecureTransport")),
                passes("log delivery", encrypted, logging),
                passes("plain HTTP to an excepted resource", new EncryptedTransport(EXCEPTIONS), tagged),
                stops("plain HTTP to others", new EncryptedTransport(EXCEPTIONS), plain),
                stops("TLS 1.1", tls12, read.with("s3:TlsVersion", "1.1")),
                stops(
                        "anonymous TLS 1.1",
                        tls12,
                        TestRequest.byAnyone("s3:GetObject", OBJECT).with("s3:TlsVersion", "1.1")),
                passes("TLS 1.2", tls12, read.with("s3:TlsVersion", "1.2")),
                passes("plain HTTP, the other guardrail's part", tls12, plain),
                passes(
                        "KMS, which tells no version",
                        tls12,
                        byMember("kms:Decrypt", KEY).without("s3:TlsVersion")),
                stops("TLS 1.2 where 1.3 is demanded", tls13, read.with("s3:TlsVersion", "1.2")),
                passes("log delivery whatever it speaks", tls13, logging.with("s3:TlsVersion", "1.2")),
                passes(
                        "a forward access session whatever it speaks",
                        tls13,
                        byForwardAccessSession("s3:GetObject", OBJECT).with("s3:TlsVersion", "1.2")));
    }

    static Stream<GuardrailCase> uploadsAndSignatures() {
        var noKeys = new NoCustomerProvidedKeys();
        var age = new PresignedRequestAge(Duration.ofMinutes(15));
        TestRequest upload = byMember("s3:PutObject", OBJECT);
        TestRequest old = byMember("s3:GetObject", OBJECT).with("s3:signatureAge", "900001");
        TestRequest url = old.with("s3:authType", "REST-QUERY-STRING");
        return Stream.of(
                stops("an upload with SSE-C", noKeys, upload.with(SSE_C, "AES256")),
                stops(
                        "an outsider's upload with SSE-C",
                        noKeys,
                        byOutsider("s3:PutObject", OBJECT).with(SSE_C, "AES256")),
                stops(
                        "a replica with SSE-C",
                        noKeys,
                        upload.doing("s3:ReplicateObject").with(SSE_C, "AES256")),
                passes("an upload without encryption headers", noKeys, upload),
                passes("an upload with SSE-KMS", noKeys, upload.with("s3:x-amz-server-side-encryption", "aws:kms")),
                passes(
                        "a read of an old SSE-C object",
                        noKeys,
                        upload.doing("s3:GetObject").with(SSE_C, "AES256")),
                passes(
                        "an excepted principal",
                        new NoCustomerProvidedKeys(
                                GuardrailExceptions.none().andPrincipals("arn:aws:iam::*:role/app/*")),
                        upload.with(SSE_C, "AES256")),
                stops("a presigned URL that is too old", age, url),
                stops("a presigned form that is too old", age, old.with("s3:authType", "POST")),
                passes("a presigned URL of 15 minutes", age, url.with("s3:signatureAge", "900000")),
                passes("a header signature of a slow clock", age, old.with("s3:authType", "REST-HEADER")),
                passes("an anonymous read", age, TestRequest.byAnyone("s3:GetObject", OBJECT)),
                passes("log delivery", age, TestRequest.byService("logging.s3.amazonaws.com", "s3:PutObject", OBJECT)),
                passes(
                        "an excepted resource",
                        new PresignedRequestAge(Duration.ofMinutes(15), EXCEPTIONS),
                        url.with("aws:ResourceTag/perimeter", "open")));
    }

    @ParameterizedTest
    @MethodSource({"identityPerimeter", "confusedDeputy", "transport", "uploadsAndSignatures"})
    void stops_and_lets_pass(GuardrailCase row) {
        row.check();
    }
}
