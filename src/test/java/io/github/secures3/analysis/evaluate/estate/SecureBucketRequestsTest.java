package io.github.secures3.analysis.evaluate.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The quickstart's template under requests that must pass and their neighbours that must not. */
class SecureBucketRequestsTest {

    private static final Estate ESTATE = EstateReader.read(
            List.of(Path.of("examples/quickstart/expected/Quickstart.template.json")),
            ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1"));

    @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
    @CsvSource({
        // who, action, resource, context beyond HTTPS with TLS 1.3, answer
        "Reader, s3:GetObject,    Data/reports/1,  '',                     ALLOWED",
        "Reader, s3:GetObject,    Data/reports2/1, '',                     IMPLICITLY_DENIED",
        "Reader, s3:GetObject,    Data/reports/1,  aws:SecureTransport=false, EXPLICITLY_DENIED",
        "Reader, s3:GetObject,    Data/reports/1,  s3:TlsVersion=1.1,      EXPLICITLY_DENIED",
        "Reader, s3:ListBucket,   Data,            s3:prefix=reports/,     ALLOWED",
        "Reader, s3:ListBucket,   Data,            s3:prefix=reports/2026/, ALLOWED",
        "Reader, s3:ListBucket,   Data,            s3:prefix=other/,       IMPLICITLY_DENIED",
        "Reader, s3:PutObject,    Data/reports/1,  '',                     IMPLICITLY_DENIED",
        "Reader, s3:DeleteObject, Data/reports/1,  '',                     IMPLICITLY_DENIED",
        "Writer, s3:PutObject,    Data/reports/1,  '',                     ALLOWED",
        "Writer, s3:PutObject,    Data/reports/1,  s3:x-amz-server-side-encryption=AES256, EXPLICITLY_DENIED",
        "Writer, s3:PutObject,    Data/reports/1,  s3:x-amz-server-side-encryption=aws:kms, EXPLICITLY_DENIED",
        "Writer, s3:PutObject,    Data/reports/1,  s3:x-amz-server-side-encryption-customer-algorithm=AES256, EXPLICITLY_DENIED",
        "Writer, s3:GetObject,    Data/reports/1,  '',                     IMPLICITLY_DENIED",
        "Writer, s3:DeleteObject, Data/reports/1,  '',                     IMPLICITLY_DENIED",
        "Writer, s3:PutObjectAcl, Data/reports/1,  '',                     IMPLICITLY_DENIED",
        "Writer, s3:PutBucketPolicy, Data,         '',                     IMPLICITLY_DENIED",
        "anonymous, s3:GetObject, Data/reports/1,  '',                     IMPLICITLY_DENIED",
        "logging.s3.amazonaws.com, s3:PutObject, SecureS3AccessLogsBucket/access-logs/1, 'aws:SourceAccount=111122223333;aws:SourceArn=arn:aws:s3:::any', ALLOWED",
        "logging.s3.amazonaws.com, s3:PutObject, SecureS3AccessLogsBucket/access-logs/1, 'aws:SourceAccount=444455556666;aws:SourceArn=arn:aws:s3:::any', IMPLICITLY_DENIED",
        "logging.s3.amazonaws.com, s3:GetObject, SecureS3AccessLogsBucket/access-logs/1, 'aws:SourceAccount=111122223333;aws:SourceArn=arn:aws:s3:::any', IMPLICITLY_DENIED",
    })
    void lets_through_what_was_granted_and_nothing_beside(
            String who, String action, String what, String context, Outcome expected) {
        Map<String, List<String>> keys = new HashMap<>();
        keys.put("aws:SecureTransport", List.of("true"));
        keys.put("s3:TlsVersion", List.of("1.3"));
        for (String key : absentUnlessGiven()) {
            keys.put(key, List.of());
        }
        for (String entry : context.isEmpty() ? new String[0] : context.split(";")) {
            String[] pair = entry.split("=", 2);
            keys.put(pair[0], new ArrayList<>(List.of(pair[1])));
        }
        EstateRequest asked = new EstateRequest(who, action, what, keys, null, null, List.of());

        assertThat(EstateSituation.of(ESTATE, asked).decide().outcome()).isEqualTo(expected);
    }

    /** Headers and keys that a plain request does not carry. */
    private static List<String> absentUnlessGiven() {
        return List.of(
                "s3:prefix",
                "s3:x-amz-server-side-encryption",
                "s3:x-amz-server-side-encryption-aws-kms-key-id",
                "s3:x-amz-server-side-encryption-customer-algorithm");
    }
}
