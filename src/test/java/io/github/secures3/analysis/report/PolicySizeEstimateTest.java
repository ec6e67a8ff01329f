package io.github.secures3.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicySizeEstimateTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Bucket names have up to 63 characters (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html), role names 64
     * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html), account ids 12.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"Ref\": \"AWS::AccountId\"}                             | 14",
                "{\"Ref\": \"Bucket\"}                                     | 65",
                "{\"Fn::GetAtt\": [\"Bucket\", \"Arn\"]}                   | 85",
                "{\"Fn::GetAtt\": \"Bucket.Arn\"}                          | 85",
                "{\"Fn::Sub\": \"${Bucket.Arn}/*\"}                        | 87",
                "{\"Fn::Sub\": \"${!Literal}\"}                            | 13",
                "{\"Fn::Sub\": [\"${a}-${a}\", {\"a\": \"xyz\"}]}          | 9",
                "{\"Fn::Join\": [\"--\", [\"\", \"a\", {\"Ref\": \"Bucket\"}]]} | 70",
                "{\"Fn::GetAtt\": [\"Key\", \"Arn\"]}                      | 89",
                "{\"Fn::GetAtt\": [\"Role\", \"Arn\"]}                     | 104",
                "{\"Fn::If\": [\"C\", \"short\", \"much longer\"]}         | 13",
                "{\"Ref\": \"Stage\"}                                      | 12",
                "{\"Fn::ImportValue\": \"x\"}                              | 66",
                "[\"a\", {\"Ref\": \"AWS::NoValue\"}, \"b\"]               | 9",
                "{\"a\": {\"Ref\": \"AWS::NoValue\"}, \"b\": 1}            | 7"
            })
    void takes_each_function_at_its_longest_text(String json, long bytes) throws IOException {
        PolicySizeEstimate size = PolicySizeEstimate.of(JSON.readTree(json), template());

        assertThat(size).isEqualTo(new PolicySizeEstimate(bytes, false));
    }

    @Test
    void counts_a_literal_document_exactly_as_its_compact_utf_8() {
        String given = System.getProperty("seed", "");
        long seed = given.isEmpty() ? new Random().nextLong() : Long.parseLong(given);
        System.out.println("PolicySizeEstimateTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            JsonNode document = document(random, 4);
            int expected = document.toString().getBytes(StandardCharsets.UTF_8).length;

            assertThat(PolicySizeEstimate.of(document, template()))
                    .as(document.toString())
                    .isEqualTo(new PolicySizeEstimate(expected, true));
        }
    }

    private static JsonNode document(Random random, int depth) {
        String[] texts = {"", "s3:GetObject", "quote\"", "back\\slash", "\u00fcml\u00e4ut", "\u0001", "\ud83d\ude00"};
        return switch (random.nextInt(depth == 0 ? 3 : 5)) {
            case 0 -> JSON.getNodeFactory().textNode(texts[random.nextInt(texts.length)]);
            case 1 -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case 2 -> JSON.getNodeFactory().numberNode(random.nextInt());
            case 3 -> {
                var list = JSON.createArrayNode();
                for (int left = random.nextInt(4); left > 0; left--) {
                    list.add(document(random, depth - 1));
                }
                yield list;
            }
            default -> {
                ObjectNode object = JSON.createObjectNode();
                for (int left = random.nextInt(4); left > 0; left--) {
                    object.set(texts[random.nextInt(texts.length)], document(random, depth - 1));
                }
                yield object;
            }
        };
    }

    private static Template template() {
        ObjectNode root = JSON.createObjectNode();
        root.putObject("Parameters")
                .putObject("Stage")
                .putArray("AllowedValues")
                .add("dev")
                .add("production");
        return new Template(
                Path.of("t.json"),
                "t",
                root,
                Map.of(
                        "Bucket", resource("Bucket", "AWS::S3::Bucket"),
                        "Key", resource("Key", "AWS::KMS::Key"),
                        "Role", resource("Role", "AWS::IAM::Role")),
                Map.of());
    }

    private static Resource resource(String id, String type) {
        return new Resource(id, JSON.createObjectNode().put("Type", type), null);
    }
}
