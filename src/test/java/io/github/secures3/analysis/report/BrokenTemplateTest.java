package io.github.secures3.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenTemplateTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                          | is no JSON object; a template is one",
                "[]                          | is no JSON object; a template is one",
                "7                           | is no JSON object; a template is one",
                "{}                          | has no Resources, so it is no CloudFormation template",
                "{\"Resources\": []}         | has no Resources, so it is no CloudFormation template",
                "{\"Resources\": {\"A\": 1}} | resource 'A' is no JSON object",
                "Resources:                  | is no readable JSON (line 1, column 1): Unrecognized token 'Resources'",
                "{\"Resources\": {}          | is no readable JSON (line 1, column 17): Unexpected end-of-input",
                "{\"Resources\": {}} {}      | is no readable JSON (line 1, column 19): Trailing token",
                "{\"A\": 1, \"A\": 2}        | is no readable JSON (line 1, column 15): Duplicate field 'A'"
            })
    void names_the_file_and_what_is_wrong_with_it(String content, String problem) throws IOException {
        Path file = write("broken.json", content);

        assertRefused(file, file, problem);
    }

    @Test
    void refuses_what_is_not_there() {
        Path missing = directory.resolve("missing.json");

        assertRefused(missing, missing, "does not exist; give a template file or a cloud assembly");
    }

    @Test
    void refuses_a_directory_without_manifest() {
        assertRefused(
                directory, directory, "has no manifest.json; give a cloud assembly, such as cdk.out after a synth");
    }

    @Test
    void refuses_json_nested_beyond_200() throws IOException {
        Path file = write("deep.json", "{\"Resources\":" + "[".repeat(100_000));

        assertRefused(file, file, "nesting depth (201) exceeds the maximum allowed (200");
    }

    @Test
    void reads_json_nested_up_to_200() throws IOException {
        int depth = 190;
        String deep = "{\"Fn::Join\":[\"\",".repeat(depth / 2) + "[]" + "]}".repeat(depth / 2);
        Path file = write(
                "deep.json", "{\"Resources\":{\"B\":{\"Type\":\"AWS::S3::Bucket\",\"Properties\":" + deep + "}}}");

        assertThat(ProtectionSummary.of(file).render()).contains("unknown: depends on Fn::Join");
    }

    @Test
    void refuses_a_file_of_more_than_16_mebibytes() throws IOException {
        Path file = directory.resolve("huge.json");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(JsonFile.MAX_BYTES + 1);
        }

        assertRefused(file, file, "has more than 16,777,216 bytes");
    }

    @Test
    void refuses_a_file_of_more_than_two_million_tokens() throws IOException {
        Path file = write("many.json", "{\"Resources\":[" + "1,".repeat(2_000_001) + "1]}");

        assertRefused(file, file, "Token count (2000001) exceeds the maximum allowed (2000000");
    }

    /** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html. */
    @Test
    void refuses_ten_times_the_resources_that_cloudformation_takes() throws IOException {
        String resources = IntStream.rangeClosed(0, 5_000)
                .mapToObj(i -> "\"R" + i + "\":{}")
                .collect(Collectors.joining(","));
        Path file = write("many.json", "{\"Resources\":{" + resources + "}}");

        assertRefused(file, file, "has 5,001 resources; CloudFormation takes 500 in a template");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"artifacts\": 1}                             | has artifacts that are no JSON object",
                "{\"artifacts\": {\"A\": {\"type\": \"aws:cloudformation:stack\"}}} | has an artifact without templateFile",
                "{\"artifacts\": {\"A\": {\"type\": \"cdk:cloud-assembly\"}}} | has an artifact without directoryName",
                "{\"artifacts\": {\"A\": {\"type\": \"aws:cloudformation:stack\", \"properties\": {\"templateFile\": \"../a.json\"}}}}"
                        + " | templateFile '../a.json' leads out of the cloud assembly",
                "{\"artifacts\": {\"A\": {\"type\": \"cdk:cloud-assembly\", \"properties\": {\"directoryName\": \"/etc\"}}}}"
                        + " | directoryName '/etc' leads out of the cloud assembly",
                "{\"artifacts\": {\"A\": {\"type\": \"cdk:cloud-assembly\", \"properties\": {\"directoryName\": \"a\\u0000b\"}}}}"
                        + " | directoryName 'a?b' is no file name",
            })
    void names_the_manifest_and_what_is_wrong_with_it(String content, String problem) throws IOException {
        Path manifest = write("manifest.json", content);

        assertRefused(directory, manifest, problem);
    }

    @Test
    void names_the_template_that_the_manifest_lists_but_the_assembly_lacks() throws IOException {
        write("manifest.json", stack("Gone.template.json"));

        assertRefused(directory, directory.resolve("Gone.template.json"), "does not exist");
    }

    @Test
    void reads_an_assembly_that_contains_itself_once() throws IOException {
        write(
                "manifest.json",
                "{\"artifacts\":{\"A\":{\"type\":\"cdk:cloud-assembly\",\"properties\":{\"directoryName\":\".\"}}}}");

        assertThat(ProtectionSummary.of(directory).render()).isEqualTo("Templates:\n0 stacks, 0 buckets\n");
    }

    @Test
    void reads_a_template_that_nests_itself_once() throws IOException {
        write("manifest.json", stack("A.json"));
        write(
                "A.json",
                "{\"Resources\":{\"N\":{\"Type\":\"AWS::CloudFormation::Stack\",\"Metadata\":{\"aws:asset:path\":\"A.json\"}}}}");

        assertThat(ProtectionSummary.of(directory).templates()).hasSize(1);
    }

    @Test
    void does_not_follow_a_nested_stack_out_of_the_assembly() throws IOException {
        Path assembly = Files.createDirectory(directory.resolve("cdk.out"));
        write("outside.json", "{\"Resources\":{\"B\":{\"Type\":\"AWS::S3::Bucket\"}}}");
        write("cdk.out/manifest.json", stack("A.json"));
        write(
                "cdk.out/A.json",
                "{\"Resources\":{\"N\":{\"Type\":\"AWS::CloudFormation::Stack\",\"Metadata\":{\"aws:asset:path\":\"../outside.json\"}}}}");

        assertThat(ProtectionSummary.of(assembly).render())
                .contains("nested stack N has its template elsewhere; its buckets are not")
                .endsWith("A.json (0 buckets)\n");
    }

    @Test
    void shows_no_character_that_steers_the_terminal() throws IOException {
        Path file = write(
                "steering.json",
                "{\"Resources\":{\"B\\u001b[2J\":{\"Type\":\"AWS::S3::Bucket\",\"Metadata\":{\"aws:cdk:path\":\"a/\\u202eb\","
                        + "\"SecureS3\":{\"OptOuts\":{\"allowX\":\"one\\ntwo\\u0007" + "y".repeat(500) + "\"}}}}}}");

        assertThat(ProtectionSummary.of(file).render())
                .contains("a/?b  (B?[2J)\n", "allowX: one\n                    two?yyy", "yyy...")
                .doesNotContain("\u001b", "\u202e", "\u0007");
    }

    private static String stack(String templateFile) {
        return "{\"artifacts\":{\"A\":{\"type\":\"aws:cloudformation:stack\",\"properties\":{\"templateFile\":\""
                + templateFile + "\"}}}}";
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private static void assertRefused(Path given, Path named, String problem) {
        assertThatExceptionOfType(UnreadableTemplateException.class)
                .isThrownBy(() -> ProtectionSummary.of(given))
                .withMessageContaining(named + ": ")
                .withMessageContaining(problem)
                .satisfies(e -> assertThat(e.file().toAbsolutePath()).isEqualTo(named.toAbsolutePath()));
    }
}
