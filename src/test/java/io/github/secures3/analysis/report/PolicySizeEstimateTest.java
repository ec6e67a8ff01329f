package io.github.secures3.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import io.github.secures3.policy.json.PolicyQuota;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicySizeEstimateTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CASE =
            Path.of("src/test/resources/io/github/secures3/analysis/report/size.template.json");

    @TempDir
    private Path directory;

    /**
     * Names are taken at 64 characters: bucket names have up to 63 (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html),
     * role names 64 (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html). Account ids have 12,
     * Region names such as ap-southeast-1 14.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"Ref\": \"AWS::AccountId\"}                                 | 12",
                "{\"Ref\": \"AWS::Region\"}                                    | 14",
                "{\"Ref\": \"Bucket\"}                                         | 64",
                "{\"Fn::GetAtt\": [\"Bucket\", \"Arn\"]}                       | 77",
                "{\"Fn::GetAtt\": \"Bucket.Arn\"}                              | 77",
                "{\"Fn::Sub\": \"${Bucket.Arn}/*\"}                            | 79",
                "{\"Fn::Sub\": \"${!Literal}\"}                                | 10",
                "{\"Fn::Sub\": [\"${a}-${a}\", {\"a\": \"xyz\"}]}              | 7",
                "{\"Fn::Join\": [\"--\", [\"\", \"a\", {\"Ref\": \"Bucket\"}]]} | 69",
                "{\"Fn::GetAtt\": [\"Key\", \"Arn\"]}                          | 80",
                "{\"Fn::GetAtt\": [\"Role\", \"Arn\"]}                         | 95",
                "{\"Fn::GetAtt\": [\"Queue\", \"Arn\"]}                        | 128",
                "{\"Ref\": \"Stage\"}                                          | 64",
                "{\"Fn::ImportValue\": \"x\"}                                  | 64"
            })
    void takes_each_unknown_value_at_its_longest_text(String value, int characters) throws IOException {
        int without = estimate("\"\"").size();

        assertThat(estimate(value).size() - without).isEqualTo(characters);
    }

    @Test
    void counts_a_literal_policy_exactly_as_its_compact_utf_8() throws IOException {
        PolicySizeEstimate size = estimate("\"arn:aws:s3:::example/\u00fcml\u00e4ut/\ud83d\ude00\\\"*\"");

        JsonNode document = JSON.readTree(Files.readString(directory.resolve("size.json")))
                .at("/Resources/Policy/Properties/PolicyDocument");
        assertThat(size)
                .isEqualTo(new PolicySizeEstimate(
                        PolicyQuota.BUCKET, document.toString().getBytes(StandardCharsets.UTF_8).length, true));
    }

    @Test
    void is_no_exact_size_where_a_value_is_unknown() throws IOException {
        assertThat(estimate("{\"Ref\": \"Bucket\"}").exact()).isFalse();
    }

    @Test
    void counts_a_statement_that_a_condition_decides_on() throws IOException {
        String statement = "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":\"*\"}";
        PolicySizeEstimate one = estimate("\"*\"");
        PolicySizeEstimate both =
                estimate("\"*\"", ",{\"Fn::If\":[\"IsProd\"," + statement + ",{\"Ref\":\"AWS::NoValue\"}]}");

        assertThat(both.size()).isEqualTo(one.size() + 1 + statement.length());
        assertThat(both.exact()).isFalse();
    }

    private PolicySizeEstimate estimate(String resource) throws IOException {
        return estimate(resource, "");
    }

    private PolicySizeEstimate estimate(String resource, String more) throws IOException {
        String template =
                Files.readString(CASE).replace("\"RESOURCE\"", resource).replace(",\"MORE\"", more);
        Path file = Files.writeString(directory.resolve("size.json"), template);
        Estate estate = EstateReader.read(List.of(file), ReadOptions.defaults().withoutDefaults());
        LocatedPolicy policy = estate.bucketPolicies().get(0).document().known().orElseThrow();
        return PolicySizeEstimate.of(policy, PolicyQuota.BUCKET);
    }
}
