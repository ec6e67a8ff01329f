package io.github.secures3.analysis.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.secures3.analysis.model.Estate;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Input that is broken, huge, deep, cyclic or multiplies itself. A timeout here guards against hangs; it measures nothing. */
@Timeout(60)
class HostileInputTest {

    @TempDir
    private Path directory;

    private void refuses(String name, String text, String problem) {
        Path file = Templates.write(directory, name, text);
        assertThatThrownBy(() -> EstateReader.read(file))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith(file.toString() + ":")
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "empty.yaml | '' | the file is empty; a template is an object with Resources",
                "comment.yaml | '# nothing' | the file is empty; a template is an object with Resources",
                "text.yaml | hello | a template is an object with Resources, not a text",
                "list.json | [1] | a template is an object with Resources, not a list",
                "other.json | {\"a\": 1} | the file has no Resources",
                "none.yaml | 'Resources: none' | Resources is an object, not 'none'",
                "resource.yaml | 'Resources: {A: 7}' | the resource 'A' is an object, not '7'",
                "type.yaml | 'Resources: {A: {}}' | the resource 'A' has no Type",
                "cut.json | {\"Resources\": | the file is no JSON",
                "more.json | {} {} | the file goes on after its object has ended",
                "broken.yaml | 'a: [b' | the file is no YAML",
                "twice.json | {\"Resources\": {}, \"Resources\": {}} | the name 'Resources' stands twice",
                "key.yaml | '? [a] : b' | stands where the name of a member belongs",
                "alias.yaml | 'a: *b' | names nothing before it",
                "cycle.yaml | 'a: &a [*a]' | stands within what it names"
            })
    void says_what_is_wrong_with_what_is_no_template(String name, String text, String problem) {
        refuses(name, text, problem);
    }

    @Test
    void refuses_several_documents_and_bad_bytes() throws IOException {
        refuses("two.yaml", "a: 1\n---\nb: 2\n", "more than one YAML document");
        Path file = Files.write(directory.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9});
        assertThatThrownBy(() -> EstateReader.read(file)).hasMessageContaining("is not UTF-8");
        assertThatThrownBy(() -> EstateReader.read(directory.resolve("missing.yaml")))
                .hasMessageContaining("there is no such file");
    }

    @Test
    void refuses_text_in_other_encodings_and_reads_utf_8_with_its_mark() throws IOException {
        String template = "{\"Resources\": {\"Data\": {\"Type\": \"AWS::S3::Bucket\"}}}";
        for (Charset encoding :
                List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            Path file = Files.write(directory.resolve(encoding + ".json"), template.getBytes(encoding));
            assertThatThrownBy(() -> EstateReader.read(file))
                    .isInstanceOf(TemplateException.class)
                    .hasMessageContaining("; save it as UTF-8");
        }
        assertThat(Templates.readText(directory, "mark.json", "\uFEFF" + template)
                        .buckets())
                .hasSize(1);
    }

    @Test
    void takes_numbers_beyond_all_bounds_for_none() {
        Estate estate = Templates.readText(
                directory,
                "numbers.json",
                "{\"Resources\": {\"Data\": {\"Type\": \"AWS::S3::Bucket\", \"Properties\": {\"BucketName\": "
                        + "9".repeat(100_000)
                        + ", \"ObjectLockConfiguration\": {\"Rule\": {\"DefaultRetention\":"
                        + " {\"Mode\": \"COMPLIANCE\", \"Days\": 1e999999999}}}}}}}");
        assertThat(estate.buckets())
                .singleElement()
                .satisfies(bucket -> assertThat(bucket.objectLock().days().whyUnknown())
                        .contains("'1e999999999' stands where a number belongs"));
    }

    @Test
    void reads_no_template_outside_an_assembly_wherever_its_links_lead() throws IOException {
        Path secret = Templates.write(directory, "secret.txt", "password");
        Path assembly = Files.createDirectory(directory.resolve("cdk.out"));
        Files.createSymbolicLink(assembly.resolve("link.json"), secret);
        for (String name : List.of("link.json", "../secret.txt", secret.toString())) {
            Files.writeString(
                    assembly.resolve("manifest.json"),
                    "{\"artifacts\": {\"S\": {\"type\": \"aws:cloudformation:stack\","
                            + " \"properties\": {\"templateFile\": \"" + name + "\"}}}}");
            assertThatThrownBy(() -> EstateReader.read(assembly))
                    .isInstanceOf(TemplateException.class)
                    .hasMessageContaining("names no file within the assembly");
        }
        Files.createDirectory(directory.resolve("inside"));
        for (String name : List.of("../secret.txt", "../cdk.out/link.json", secret.toString())) {
            Path parent = Templates.write(
                    directory,
                    "inside/parent.yaml",
                    "Resources: {S: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: " + name + "}}}");
            assertThat(EstateReader.read(parent).gaps()).hasSize(1);
        }
    }

    @Test
    void an_assembly_that_contains_itself_by_a_link_ends() throws IOException {
        Path assembly = Files.createDirectory(directory.resolve("loop"));
        Files.createSymbolicLink(assembly.resolve("self"), Path.of("."));
        Files.writeString(
                assembly.resolve("manifest.json"),
                "{\"artifacts\": {\"N\": {\"type\": \"cdk:cloud-assembly\", \"properties\": {\"directoryName\":"
                        + " \"self\"}}}}");
        assertThatThrownBy(() -> EstateReader.read(assembly)).hasMessageContaining("the assembly contains itself");
    }

    @Test
    void never_shows_what_a_file_holds_that_is_no_template() {
        Path file = Templates.write(directory, "token.yaml", "AKIAIOSFODNN7EXAMPLE");
        assertThatThrownBy(() -> EstateReader.read(file))
                .isInstanceOf(TemplateException.class)
                .satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("AKIA"));
    }

    @Test
    void refuses_a_file_of_100_megabytes_before_it_reads_it() throws IOException {
        Path file = directory.resolve("large.json");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(100_000_000);
        }
        assertThatThrownBy(() -> EstateReader.read(file))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("100000000 bytes; at most 8388608 are read");
    }

    @Test
    void refuses_nesting_of_10_000_levels() {
        int depth = 10_000;
        refuses("deep.json", "{\"Resources\": " + "[".repeat(depth) + "]".repeat(depth) + "}", "nests deeper than 100");
        refuses("flow.yaml", "Resources: " + "[".repeat(depth) + "]".repeat(depth), "nests deeper than 100");
        refuses(
                "block.yaml",
                IntStream.range(0, 2_000)
                        .mapToObj(level -> " ".repeat(level) + "a:\n")
                        .collect(Collectors.joining()),
                "nests deeper than 100");
        refuses("tags.yaml", "Resources: " + "!Sub [".repeat(depth), "nests deeper than 100");
    }

    @Test
    void refuses_aliases_that_multiply() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 10; level++) {
            String before = "*a" + (level - 1);
            bomb.append("a%d: &a%d [%s]\n"
                    .formatted(level, level, String.join(", ", java.util.Collections.nCopies(10, before))));
        }
        refuses("bomb.yaml", bomb + "Resources: {}\n", "more than 500000 values");
        String merges = IntStream.range(1, 200)
                .mapToObj(level -> "a%d: &a%d {b: *a%d}\n".formatted(level, level, level - 1))
                .collect(Collectors.joining());
        refuses("chain.yaml", "a0: &a0 {}\n" + merges, "nests deeper than 100");
    }

    @Test
    void refuses_more_values_than_a_template_has() {
        refuses("many.json", "{\"Resources\": [" + "0,".repeat(600_000) + "0]}", "more than 500000 values");
    }

    /**
     * No template that large can be deployed.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">CloudFormation quotas</a>
     */
    @Test
    void refuses_more_resources_than_a_template_has() {
        refuses(
                "many.yaml",
                buckets(100_000),
                "the template has 100000 resources; at most 2000 are read, and CloudFormation takes 500");
        assertThat(Templates.readText(directory, "most.yaml", buckets(2_000)).buckets())
                .hasSize(2_000);
    }

    private static String buckets(int count) {
        return IntStream.range(0, count)
                .mapToObj(at -> "  B" + at + ": {Type: AWS::S3::Bucket}\n")
                .collect(Collectors.joining("", "Resources:\n", ""));
    }

    @Test
    void refuses_circles_of_references() {
        refuses(
                "names.yaml",
                "Resources: {A: {Type: AWS::S3::Bucket, Properties: {BucketName: !Ref B}}, "
                        + "B: {Type: AWS::S3::Bucket, Properties: {BucketName: !GetAtt A.Arn}}}",
                "the references go in a circle: B -> A.Arn -> B");
        refuses(
                "conditions.yaml",
                "Conditions: {A: !Not [!Condition B], B: !Condition A}\n"
                        + "Resources: {X: {Type: AWS::S3::Bucket, Condition: A}}",
                "the condition 'A' depends on itself");
        Templates.write(
                directory,
                "child.yaml",
                "Parameters: {In: {Type: String}}\nResources: {}\nOutputs: {Out: {Value: !Ref In}}");
        refuses(
                "outputs.yaml",
                "Resources: {S: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: child.yaml, "
                        + "Parameters: {In: !GetAtt S.Outputs.Out}}},"
                        + " B: {Type: AWS::S3::Bucket, Properties: {BucketName: !GetAtt S.Outputs.Out}}}",
                "the references go in a circle: S.Outputs.Out -> S.Outputs.Out");
    }

    @Test
    void refuses_references_that_multiply_text() {
        StringBuilder template =
                new StringBuilder("Resources:\n  B0: {Type: AWS::S3::Bucket, Properties: {BucketName: abc}}\n");
        for (int at = 1; at < 60; at++) {
            template.append("  B%d: {Type: AWS::S3::Bucket, Properties: {BucketName: !Sub '${B%d}${B%d}'}}\n"
                    .formatted(at, at - 1, at - 1));
        }
        refuses("double.yaml", template.toString(), "functions put together more text than");
    }

    @Test
    void refuses_chains_of_references_without_end() {
        StringBuilder template = new StringBuilder("Resources:\n");
        for (int at = 0; at < 1_000; at++) {
            template.append(
                    "  B%d: {Type: AWS::S3::Bucket, Properties: {BucketName: !Ref B%d}}\n".formatted(at, at + 1));
        }
        refuses("chain.yaml", template.toString(), "nest deeper than 400 levels");
    }

    @Test
    void refuses_nested_stacks_that_multiply() {
        String nested = IntStream.range(0, 20)
                .mapToObj(at -> "  S%d: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: NEXT.yaml}}\n"
                        .formatted(at))
                .collect(Collectors.joining("", "Resources:\n", ""));
        for (int level = 0; level < 5; level++) {
            Templates.write(directory, "l" + level + ".yaml", nested.replace("NEXT", "l" + (level + 1)));
        }
        Templates.write(directory, "l5.yaml", "Resources: {}");
        Path top = directory.resolve("l0.yaml");
        assertThatThrownBy(() -> EstateReader.read(top))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("more than 2000 stacks");
    }

    @Test
    void survives_text_full_of_beginnings_of_markers() {
        String text = "${Token[".repeat(500_000);
        Estate estate = Templates.readText(
                directory,
                "markers.json",
                "{\"Resources\": {\"A\": {\"Type\": \"AWS::S3::Bucket\", \"Properties\": {\"BucketName\": \"" + text
                        + "\"}}}}");
        assertThat(estate.buckets().get(0).name().isUnknown()).isTrue();
        String resolves = "{{resolve:".repeat(50_000);
        assertThat(Templates.readText(
                                directory,
                                "dynamic.json",
                                "{\"Resources\": {\"A\": {\"Type\": \"AWS::S3::Bucket\", \"Properties\":"
                                        + " {\"BucketName\": \""
                                        + resolves + "\"}}}}")
                        .buckets())
                .hasSize(1);
    }
}
