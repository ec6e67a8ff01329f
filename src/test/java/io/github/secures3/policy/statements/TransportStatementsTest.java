package io.github.secures3.policy.statements;

import static io.github.secures3.policy.statements.Case.BUCKET;
import static io.github.secures3.policy.statements.Case.byRole;
import static io.github.secures3.policy.statements.Case.denied;
import static io.github.secures3.policy.statements.Case.passes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.Statement;
import io.github.secures3.requests.TestRequest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html and
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html#example-object-tls-version
 */
class TransportStatementsTest {

    static Stream<Case> requests() {
        var https = new DenyInsecureTransport();
        var tls12 = new DenyTlsBelow(TlsVersion.TLS_1_2);
        var tls13 = new DenyTlsBelow(TlsVersion.TLS_1_3);
        TestRequest read = byRole("s3:GetObject");
        TestRequest plain = read.with("aws:SecureTransport", "false").without("s3:TlsVersion");
        TestRequest list = byRole("s3:ListBucket").to(BUCKET.bucketArn());
        return Stream.of(
                denied("plain HTTP", https, plain),
                denied("plain HTTP on the bucket itself", https, list.with("aws:SecureTransport", "false")),
                denied(
                        "anonymous plain HTTP",
                        https,
                        TestRequest.byAnyone("s3:GetObject", Case.OBJECT).with("aws:SecureTransport", "false")),
                passes("HTTPS", https, read),
                passes("HTTPS on the bucket itself", https, list),
                passes("plain HTTP to another bucket", https, plain.to(Case.OTHER_OBJECT)),
                denied("TLS 1.1", tls12, read.with("s3:TlsVersion", "1.1")),
                denied("TLS 1.1 on the bucket itself", tls12, list.with("s3:TlsVersion", "1.1")),
                passes("TLS 1.2", tls12, read.with("s3:TlsVersion", "1.2")),
                passes("TLS 1.3", tls12, read.with("s3:TlsVersion", "1.3")),
                passes("plain HTTP, the other statement's part", tls12, plain),
                denied("TLS 1.2 where 1.3 is demanded", tls13, read.with("s3:TlsVersion", "1.2")),
                passes("TLS 1.3 where 1.3 is demanded", tls13, read.with("s3:TlsVersion", "1.3")));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void denies_and_lets_pass(Case row) {
        row.check();
    }

    /** The AWS Guard rules want a boolean, AWS's TLS sample has a number. */
    @Test
    void writes_json_types_that_scanners_accept() {
        assertThat(new DenyInsecureTransport().on(BUCKET).conditions().all())
                .containsExactly(Condition.bool("aws:SecureTransport", false));
        assertThat(new DenyTlsBelow(TlsVersion.TLS_1_2).on(BUCKET).conditions().all())
                .flatExtracting(Condition::values)
                .containsExactly(new ConditionValue(ConditionValue.Type.NUMBER, "1.2"));
    }

    @Test
    void covers_all_actions_on_the_bucket_and_its_objects_as_a_list() {
        Statement statement = new DenyInsecureTransport().on(BUCKET);

        assertThat(statement.actions().patterns()).containsExactly("s3:*");
        assertThat(statement.resources()).isEqualTo(BUCKET.bucketAndObjects());
        assertThat(BUCKET.bucketAndObjects().patterns()).containsExactly("arn:aws:s3:::data", "arn:aws:s3:::data/*");
    }
}
