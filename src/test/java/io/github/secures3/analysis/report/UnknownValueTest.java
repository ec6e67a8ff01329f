package io.github.secures3.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.secures3.analysis.template.TemplateException;
import io.github.secures3.policy.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnknownValueTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path STRICT =
            Path.of("src/test/resources/io/github/secures3/analysis/report/quickstart/Quickstart.template.json");
    private static final String BUCKET = "/Resources/DataBucketE3889A50";

    /** Names that say nothing about protection. */
    private static final List<String> FREE = List.of("Id", "LogFilePrefix");

    @TempDir
    private Path directory;

    @Test
    void makes_a_protection_unknown_for_every_property_that_becomes_a_parameter() throws IOException {
        List<JsonPointer> places = new ArrayList<>();
        collect(
                JSON.readTree(STRICT.toFile()).at(BUCKET + "/Properties"),
                JsonPointer.compile(BUCKET + "/Properties"),
                places);
        places.add(JsonPointer.compile(BUCKET + "/DeletionPolicy"));
        places.add(JsonPointer.compile(BUCKET + "/UpdateReplacePolicy"));
        assertThat(places).hasSizeGreaterThan(40);

        for (JsonPointer place : places) {
            BucketProtections bucket = read(replaced(place, JSON.readTree("{\"Ref\":\"Chosen\"}")));
            assertThat(bucket.protections()).as(place.toString()).anySatisfy(protection -> {
                assertThat(protection.words()).contains("unknown: ");
                assertThat(protection.state()).isEqualTo(Protection.State.UNKNOWN);
            });
        }
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html: four settings, each its own. */
    @Test
    void holds_public_access_blocked_only_when_all_four_settings_are_literally_true() throws IOException {
        String[] values = {"true", "false", "{\"Ref\":\"Chosen\"}"};
        List<String> settings =
                List.of("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets");
        JsonPointer place = JsonPointer.compile(BUCKET + "/Properties/PublicAccessBlockConfiguration");
        for (int choice = 0; choice < 81; choice++) {
            ObjectNode block = JSON.createObjectNode();
            int rest = choice;
            for (String setting : settings) {
                block.set(setting, JSON.readTree(values[rest % 3]));
                rest /= 3;
            }
            Protection.State expected = block.toString().contains("Ref")
                    ? Protection.State.UNKNOWN
                    : block.toString().contains("false") ? Protection.State.MISSING : Protection.State.HOLDS;

            assertThat(read(replaced(place, block))
                            .protection(Protection.Topic.PUBLIC_ACCESS)
                            .state())
                    .as(block.toString())
                    .isEqualTo(expected);
        }
    }

    @Test
    void reads_any_mutated_template_or_refuses_it_in_words() throws IOException {
        Random random = Seed.of(UnknownValueTest.class);
        List<JsonPointer> places = new ArrayList<>();
        collect(JSON.readTree(STRICT.toFile()), JsonPointer.empty(), places);
        String[] junk = {
            "null",
            "[]",
            "{}",
            "\"\"",
            "-1",
            "1e999",
            "true",
            "\"{{resolve:ssm:x}}\"",
            "[[{}]]",
            "{\"Ref\":[]}",
            "{\"Ref\":\"AWS::NoValue\"}",
            "{\"Fn::GetAtt\":{}}",
            "{\"Fn::Sub\":[]}",
            "{\"Fn::Sub\":\"${\"}",
            "{\"Fn::Join\":\"x\"}",
            "{\"Fn::If\":[]}",
            "{\"Fn::Transform\":{}}",
            "{\"Fn::Select\":[0,{\"Ref\":\"x\"}]}",
            "{\"Fn::Sub\":[\"${a}$1\\\\\",{\"a\":{\"Ref\":\"ReaderRole\"}}]}"
        };
        for (int round = 0; round < 500; round++) {
            JsonNode template = JSON.readTree(STRICT.toFile());
            for (int change = random.nextInt(4); change >= 0; change--) {
                JsonPointer place = places.get(random.nextInt(places.size()));
                set(template, place, JSON.readTree(junk[random.nextInt(junk.length)]));
            }
            Path file = Files.writeString(directory.resolve("mutated.json"), template.toString());
            try {
                assertThat(ProtectionSummary.of(file).render()).contains("Template: ");
            } catch (TemplateException e) {
                assertThat(e).hasMessageContaining("mutated.json:");
            }
        }
    }

    private BucketProtections read(JsonNode template) throws IOException {
        Path file = Files.writeString(directory.resolve("replaced.json"), template.toString());
        return ProtectionSummary.of(file).buckets().get(0);
    }

    private static JsonNode replaced(JsonPointer place, JsonNode value) throws IOException {
        JsonNode template = JSON.readTree(STRICT.toFile());
        set(template, place, value);
        return template;
    }

    private static void set(JsonNode template, JsonPointer place, JsonNode value) {
        JsonNode parent = template.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.set(place.last().getMatchingProperty(), value);
        } else if (parent instanceof ArrayNode array
                && place.last().getMatchingIndex() >= 0
                && array.size() > place.last().getMatchingIndex()) {
            array.set(place.last().getMatchingIndex(), value);
        }
    }

    private static void collect(JsonNode node, JsonPointer place, List<JsonPointer> places) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> {
                if (!FREE.contains(entry.getKey())) {
                    JsonPointer below = place.appendProperty(entry.getKey());
                    places.add(below);
                    collect(entry.getValue(), below, places);
                }
            });
        }
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            JsonPointer below = place.appendIndex(index);
            places.add(below);
            collect(node.get(index), below, places);
        }
    }
}
