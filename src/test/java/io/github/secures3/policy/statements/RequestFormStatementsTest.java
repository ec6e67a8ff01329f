package io.github.secures3.policy.statements;

import static io.github.secures3.policy.statements.Case.BUCKET;
import static io.github.secures3.policy.statements.Case.byRole;
import static io.github.secures3.policy.statements.Case.denied;
import static io.github.secures3.policy.statements.Case.passes;

import io.github.secures3.requests.TestRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestFormStatementsTest {

    private static final TestRequest PUT = byRole("s3:PutObject");
    private static final TestRequest LOG_DELIVERY =
            TestRequest.byService("logging.s3.amazonaws.com", "s3:PutObject", Case.OBJECT);

    /** https://docs.aws.amazon.com/AmazonS3/latest/API/bucket-policy-s3-sigv4-conditions.html */
    static Stream<Case> presigned() {
        var tenMinutes = new DenyPresignedRequestsOlderThan(Duration.ofMinutes(10));
        TestRequest url = byRole("s3:GetObject").with("s3:authType", "REST-QUERY-STRING");
        TestRequest form = PUT.with("s3:authType", "POST");
        TestRequest header = PUT.with("s3:authType", "REST-HEADER");
        return Stream.of(
                denied("a presigned URL of ten minutes and a bit", tenMinutes, url.with("s3:signatureAge", "600001")),
                denied("an old presigned form", tenMinutes, form.with("s3:signatureAge", "700000")),
                denied(
                        "an old presigned URL for the bucket itself",
                        tenMinutes,
                        url.doing("s3:ListBucket").to(BUCKET.bucketArn()).with("s3:signatureAge", "700000")),
                passes("a presigned URL of ten minutes", tenMinutes, url.with("s3:signatureAge", "600000")),
                passes("a fresh presigned form", tenMinutes, form.with("s3:signatureAge", "5")),
                passes("an old signature in the header", tenMinutes, header.with("s3:signatureAge", "700000")),
                passes("an anonymous caller", tenMinutes, TestRequest.byAnyone("s3:GetObject", Case.OBJECT)),
                passes("a request that does not tell its age", tenMinutes, url));
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/API/bucket-policy-s3-sigv4-conditions.html */
    static Stream<Case> payloads() {
        String key = "s3:x-amz-content-sha256";
        var documented = new DenyUnsignedPayload();
        var strict = new DenyUnsignedPayload(true);
        TestRequest unsigned = PUT.with(key, "UNSIGNED-PAYLOAD");
        TestRequest trailer = PUT.with(key, "STREAMING-UNSIGNED-PAYLOAD-TRAILER");
        TestRequest signed = PUT.with(key, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        return Stream.of(documented, strict)
                .flatMap(any -> Stream.of(
                        denied("an unsigned payload", any, unsigned),
                        denied(
                                "an anonymous unsigned payload",
                                any,
                                TestRequest.byAnyone("s3:PutObject", Case.OBJECT)
                                        .with(key, "UNSIGNED-PAYLOAD")),
                        passes("a signed payload", any, signed),
                        passes("signed chunks", any, PUT.with(key, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD")),
                        passes(
                                "signed chunks with trailer",
                                any,
                                PUT.with(key, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER")),
                        passes("an upload without the header", any, PUT),
                        passes("a read", any, unsigned.doing("s3:GetObject")),
                        passes("log delivery", any, LOG_DELIVERY.with(key, "UNSIGNED-PAYLOAD")),
                        passes(
                                "a service with its caller's credentials",
                                any,
                                unsigned.with("aws:ViaAWSService", "true")),
                        any.evenWithTrailingChecksum()
                                ? denied("unsigned chunks with a checksum", any, trailer)
                                : passes("unsigned chunks with a checksum", any, trailer)));
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes-enforce.html */
    static Stream<Case> overwriting() {
        var once = new DenyOverwrite();
        TestRequest create = PUT.with("s3:ObjectCreationOperation", "true");
        TestRequest part = PUT.with("s3:ObjectCreationOperation", "false");
        return Stream.of(
                denied("PutObject, CompleteMultipartUpload or CopyObject without the header", once, create),
                denied("with If-Match, which replaces an object", once, create.with("s3:if-match", "etag")),
                denied(
                        "an anonymous upload without the header",
                        once,
                        TestRequest.byAnyone("s3:PutObject", Case.OBJECT).with("s3:ObjectCreationOperation", "true")),
                denied(
                        "a service with its caller's credentials without the header",
                        once,
                        create.with("aws:ViaAWSService", "true")),
                passes("with If-None-Match", once, create.with("s3:if-none-match", "*")),
                passes("CreateMultipartUpload, UploadPart or UploadPartCopy", once, part),
                passes("log delivery", once, LOG_DELIVERY.with("s3:ObjectCreationOperation", "true")),
                passes("replication", once, create.doing("s3:ReplicateObject")),
                passes("a read", once, byRole("s3:GetObject")));
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html */
    static Stream<Case> governance() {
        var nobody = new DenyGovernanceBypass();
        var guardians = new DenyGovernanceBypass(List.of("arn:aws:iam::111122223333:role/lock/*"));
        TestRequest bypass = byRole("s3:BypassGovernanceRetention");
        TestRequest guardian = bypass.with("aws:PrincipalArn", "arn:aws:iam::111122223333:role/lock/Guardian");
        return Stream.of(
                denied("a bypass", nobody, bypass),
                denied("a bypass by a guardian who is not excepted", nobody, guardian),
                passes("deleting without bypass", nobody, bypass.doing("s3:DeleteObjectVersion")),
                passes("lengthening a retention", nobody, bypass.doing("s3:PutObjectRetention")),
                denied("a bypass by somebody else", guardians, bypass),
                denied(
                        "an anonymous bypass",
                        guardians,
                        TestRequest.byAnyone("s3:BypassGovernanceRetention", Case.OBJECT)),
                denied(
                        "the same role in another account",
                        guardians,
                        bypass.with("aws:PrincipalArn", "arn:aws:iam::444455556666:role/lock/Guardian")),
                passes("a bypass by a guardian", guardians, guardian));
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html#object-lock-legal-holds */
    static Stream<Case> legal_holds() {
        var nobody = new DenyLegalHoldRelease();
        var guardians = new DenyLegalHoldRelease(List.of("arn:aws:iam::111122223333:role/lock/*"));
        TestRequest lifting = byRole("s3:PutObjectLegalHold").with("s3:object-lock-legal-hold", "OFF");
        TestRequest guardian = lifting.with("aws:PrincipalArn", "arn:aws:iam::111122223333:role/lock/Guardian");
        return Stream.of(
                denied("lifting a legal hold", nobody, lifting),
                denied("lifting by a guardian who is not excepted", nobody, guardian),
                passes("placing a legal hold", nobody, lifting.with("s3:object-lock-legal-hold", "ON")),
                denied("lifting by somebody else", guardians, lifting),
                passes("lifting by a guardian", guardians, guardian));
    }

    @ParameterizedTest
    @MethodSource({"presigned", "payloads", "overwriting", "governance", "legal_holds"})
    void denies_and_lets_pass(Case row) {
        row.check();
    }
}
