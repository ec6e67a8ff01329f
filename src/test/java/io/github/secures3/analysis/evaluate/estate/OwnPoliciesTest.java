package io.github.secures3.analysis.evaluate.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Requests for KMS keys, and for buckets of tables, vectors and directories.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html">Key policies</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-resource-based-policies.html">Resource-based policies for S3
 *     Tables</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-vectors-access-management.html">Access management for S3 Vectors</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-security-iam.html">Access to directory buckets</a>
 */
class OwnPoliciesTest {

    private static final Estate ESTATE = EstateReader.read(
            List.of(Path.of("src/test/resources/io/github/secures3/analysis/evaluate/estate/own-policies.yaml")),
            ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1"));
    private static final String TABLES = "arn:aws:s3tables:eu-west-1:111122223333:bucket/tables";

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "KeyUser, kms:Decrypt, Key, ALLOWED",
        "KeyUser, kms:Encrypt, Key, IMPLICITLY_DENIED",
        "User, kms:Decrypt, Key, IMPLICITLY_DENIED",
        "User, kms:Decrypt, Disabled, IMPLICITLY_DENIED",
        "User, kms:EnableKey, Disabled, ALLOWED",
        "User, s3:ListBucket, KeyStore, ALLOWED",
        "User, s3:ListBucket, KeyS, ALLOWED",
        "User, s3tables:GetTableBucket, Tables, ALLOWED",
        "User, s3tables:GetTableBucket, tables, ALLOWED",
        "User, s3tables:DeleteTableBucket, Tables, EXPLICITLY_DENIED",
        "User, s3tables:DeleteTableBucket, arn:aws:s3tables:eu-west-1:111122223333:bucket/tables, EXPLICITLY_DENIED",
        "User, s3tables:PutTableData, Tables/table/1234, EXPLICITLY_DENIED",
        "User, s3tables:GetTableData, Tables/table/1234, ALLOWED",
        "User, s3tables:PutTableData, Tables/table/5678, ALLOWED",
        "KeyUser, s3tables:GetTableBucket, Tables, IMPLICITLY_DENIED",
        "User, s3tables:GetTableData, EncryptedTables/table/1234, UNDECIDED",
        "User, s3vectors:GetVectors, Vectors/index/one, ALLOWED",
        "User, s3vectors:DeleteVectors, Vectors/index/one, EXPLICITLY_DENIED",
        "User, s3vectors:GetVectors, OtherVectors/index/one, UNDECIDED",
        "User, s3express:CreateSession, Directory, UNDECIDED",
        "User, s3express:GetBucketPolicy, Directory, ALLOWED",
        "444455556666, s3tables:GetTableBucket, Tables, ALLOWED",
        "123456789012, s3tables:GetTableBucket, Tables, IMPLICITLY_DENIED"
    })
    void each_is_decided_by_its_own_policies(String who, String action, String what, Outcome expected) {
        Decision decision = decide(EstateRequest.of(who, action, what));
        assertThat(decision.outcome()).as(decision.reason()).isEqualTo(expected);
    }

    @Test
    void what_is_known_of_the_request_decides_the_conditions() {
        EstateRequest session = new EstateRequest(
                "User",
                "s3express:CreateSession",
                "Directory",
                Map.of("s3express:SessionMode", List.of("ReadWrite")),
                null,
                null,
                List.of());
        assertThat(decide(session).outcome()).isEqualTo(Outcome.EXPLICITLY_DENIED);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "s3tables:GetTableData | EncryptedTables/table/1234 | whether the KMS key of EncryptedTables lets the"
                        + " caller in is not known",
                "s3vectors:GetVectors | OtherVectors/index/one | whether OpenVectorsPolicy is the policy of"
                        + " OtherVectors depends on the name <own-policies.Which>-data",
                "s3tables:GetTableBucket | arn:aws:s3tables:eu-west-1:111122223333:bucket/Tables | the policy of"
                        + " arn:aws:s3tables:eu-west-1:111122223333:bucket/Tables is not in the templates"
            })
    void what_is_not_known_is_the_reason(String action, String what, String reason) {
        assertThat(decide(EstateRequest.of("User", action, what)).unknowns()).contains(reason);
    }

    /**
     * The permissions of a function are its policy.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html">Resource-based policies of functions</a>
     */
    @ParameterizedTest(name = "{0} {1} from {2}: {3}")
    @CsvSource({
        "s3.amazonaws.com, Thumbnails, arn:aws:s3:::key-store, ALLOWED",
        "s3.amazonaws.com, Thumbnails, arn:aws:s3:::another, IMPLICITLY_DENIED",
        "sns.amazonaws.com, Thumbnails, arn:aws:s3:::key-store, IMPLICITLY_DENIED",
        "s3.amazonaws.com, arn:aws:lambda:eu-west-1:111122223333:function:thumbnails, arn:aws:s3:::key-store, ALLOWED",
        "s3.amazonaws.com, arn:aws:lambda:eu-west-1:111122223333:function:thumbnails:live, arn:aws:s3:::key-store,"
                + " IMPLICITLY_DENIED",
        "s3.amazonaws.com, arn:aws:lambda:eu-west-1:111122223333:function:elsewhere, arn:aws:s3:::key-store, UNDECIDED",
        "s3.amazonaws.com, Other, arn:aws:s3:::key-store, UNDECIDED",
        "444455556666, Thumbnails, '', ALLOWED",
        "123456789012, Thumbnails, '', IMPLICITLY_DENIED",
        "User, Thumbnails, '', ALLOWED",
        "KeyUser, Thumbnails, '', IMPLICITLY_DENIED"
    })
    void a_function_is_decided_by_its_permissions(String who, String what, String from, Outcome expected) {
        Map<String, List<String>> source = from.isEmpty()
                ? Map.of()
                : Map.of("aws:SourceArn", List.of(from), "aws:SourceAccount", List.of("111122223333"));
        Decision decision =
                decide(new EstateRequest(who, "lambda:InvokeFunction", what, source, null, null, List.of()));
        assertThat(decision.outcome()).as(decision.reason()).isEqualTo(expected);
    }

    @Test
    void a_name_stands_for_the_arn() {
        assertThat(EstateSituation.of(ESTATE, EstateRequest.of("User", "s3tables:GetTable", "Tables/table/1234"))
                        .request()
                        .resource())
                .isEqualTo(TABLES + "/table/1234");
    }

    private static Decision decide(EstateRequest asked) {
        return EstateSituation.of(ESTATE, asked).decide();
    }
}
