package io.github.secures3.analysis.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.secures3.analysis.model.Acknowledgement;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Gap;
import io.github.secures3.analysis.model.IamRole;
import io.github.secures3.analysis.model.ManagedPolicy;
import io.github.secures3.analysis.model.Stack;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nested stacks, several templates as one estate, and cloud assemblies. */
class StacksTest {

    @Test
    void hands_parameters_down_and_outputs_up() {
        Estate estate = Templates.read("nested/parent.yaml");
        Templates.Probes probes = Templates.probes(estate);
        assertThat(probes.get("nested").known()).contains("arn:aws:s3:::data-test");
        assertThat(probes.get("nested-zone").known()).contains("b");
        assertThat(Templates.only(estate, ManagedPolicy.class)
                        .document()
                        .known()
                        .orElseThrow()
                        .statements()
                        .get(0)
                        .statement()
                        .resources())
                .hasToString("Resources[negated=false, patterns=[arn:aws:s3:::data-test/*,"
                        + " arn:aws:s3:::${Token[parent/Storage.Made.Name~]}/*]]");
        assertThat(estate.stacks()).extracting(Stack::id).containsExactly("parent", "parent/Storage", "parent/Reader");
        assertThat(estate.stack("parent/Storage").orElseThrow().parent()).isEqualTo("parent");
    }

    @Test
    void names_nested_stacks_that_are_not_among_the_files() {
        Estate estate = Templates.read("nested/parent.yaml");
        assertThat(estate.gaps()).extracting(Gap::name).containsExactly("Elsewhere", "Outside");
        assertThat(Templates.probes(estate).get("elsewhere").asText())
                .contains("${Token[parent.Elsewhere.Outputs.Arn]}");
        assertThat(Templates.probes(estate).get("none").isUnknown()).isTrue();
    }

    // Exports: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html
    @Test
    void finds_exports_in_the_other_templates_whatever_their_order() {
        for (String[] order : new String[][] {
            {"imports/network.yaml", "imports/app.yaml"}, {"imports/app.yaml", "imports/network.yaml"}
        }) {
            Templates.Probes probes = Templates.probes(Templates.read(order));
            assertThat(probes.get("import").asText()).contains("arn:aws:s3:::${Token[network.Logs.Name~]}");
            assertThat(probes.get("chained").known()).contains("probe");
        }
    }

    @Test
    void does_not_choose_between_two_exports_of_one_name() {
        Templates.Probes probes =
                Templates.probes(Templates.read("imports/app.yaml", "imports/network.yaml", "imports/network.yaml"));
        assertThat(probes.get("import").whyUnknown()).contains("several stacks export 'logs-arn'");
    }

    // Cloud assembly: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.cloud_assembly_schema-readme.html
    @Test
    void reads_assemblies_with_their_stages() {
        Estate estate = Templates.read("assembly");
        assertThat(estate.stacks())
                .extracting(Stack::id)
                .containsExactly(
                        "ProdData1A2B",
                        "ProdData1A2B/Nested",
                        "ProdChina",
                        "ProdChina/Nested",
                        "Shared",
                        "Shared/Nested",
                        "Other");
        Stack data = estate.stack("ProdData1A2B/Nested").orElseThrow();
        assertThat(data.account().known()).contains("111122223333");
        assertThat(data.region().known()).contains("eu-west-1");
        assertThat(estate.buckets())
                .extracting(Bucket::arn)
                .containsExactly(
                        "arn:aws:s3:::data-111122223333-eu-west-1-an",
                        "arn:aws:s3:::p-111122223333-eu-west-1",
                        "arn:aws-cn:s3:::data-444455556666-cn-north-1-an",
                        "arn:aws-cn:s3:::p-444455556666-cn-north-1",
                        "arn:aws:s3:::archive");
        assertThat(estate.gaps()).isEmpty();
    }

    @Test
    void takes_stacks_without_environment_of_one_assembly_for_one_account() {
        Estate estate = Templates.read("assembly");
        String shared = Templates.named(estate, IamRole.class, "Role").arn();
        assertThat(shared).isEqualTo("arn:aws:iam::111122223333:role/Prod-Data-role");
        assertThat(estate.stack("Shared").orElseThrow().account().asText())
                .isEqualTo(estate.stack("Other").orElseThrow().account().asText());
        Estate twice = Templates.read("assembly", "assembly");
        assertThat(twice.stack("Shared").orElseThrow().account().asText())
                .isNotEqualTo(twice.stack("Shared-2").orElseThrow().account().asText());
    }

    // Without aws:cdk:path in the templates, one logical id names several constructs of a stack and those nested in it.
    @Test
    void finds_the_constructs_of_nested_stacks_by_what_the_assembly_says() {
        Estate estate = Templates.read("nested-paths");
        assertThat(estate.stacks())
                .extracting(Stack::displayName)
                .containsExactly("Service/S", "Service/S/One", "Service/S/One/Deep");
        assertThat(estate.buckets())
                .extracting(bucket -> bucket.element().constructPath())
                .containsExactly(
                        "Service/S/Data/Resource", "Service/S/One/Data/Resource", "Service/S/One/Deep/Data/Resource");
    }

    @Test
    void acknowledgements_hold_within_their_construct_also_above_the_stacks() {
        Estate estate = Templates.read(
                ReadOptions.defaults()
                        .withAcknowledged(Map.of(
                                "", List.of(Acknowledgement.on("", "Annotation::bucket.versioning", "app")),
                                "Service", List.of(Acknowledgement.on("Service", "bucket.lifecycle", "service")),
                                "Other", List.of(Acknowledgement.on("Other", "bucket.lifecycle", "other")))),
                "nested-paths");
        assertThat(estate.buckets())
                .extracting(bucket -> bucket.element().acknowledgements().stream()
                        .map(Acknowledgement::reason)
                        .toList())
                .containsExactly(
                        List.of("app", "service"), List.of("app", "service", "one"), List.of("app", "service"));
    }

    // The CDK writes a stack without resources as a template without that section.
    @Test
    void an_empty_stack_of_an_assembly_holds_nothing(@TempDir Path directory) {
        Templates.write(
                directory,
                "manifest.json",
                "{\"artifacts\": {\"A\": {\"type\": \"aws:cloudformation:stack\", \"properties\": {\"templateFile\":"
                        + " \"a.json\"}}}}");
        Templates.write(directory, "a.json", "{\"Parameters\": {}}");
        assertThat(EstateReader.read(directory).resources()).isEmpty();
        Templates.write(directory, "a.json", "{\"Fn::Transform\": {\"Name\": \"AWS::Include\"}}");
        assertThatThrownBy(() -> EstateReader.read(directory)).hasMessageContaining("the file has no Resources");
    }

    @Test
    void refuses_a_stack_that_contains_itself(@TempDir Path directory) {
        String nested = "{Resources: {S: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: %s.yaml}}}}";
        Templates.write(directory, "a.yaml", nested.formatted("b"));
        Templates.write(directory, "b.yaml", nested.formatted("a"));
        assertThatThrownBy(() -> EstateReader.read(directory.resolve("a.yaml")))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("b.yaml:1:")
                .hasMessageContaining("contains the template that it stands in");
    }

    @Test
    void refuses_directories_and_manifests_that_are_none(@TempDir Path directory) {
        assertThatThrownBy(() -> EstateReader.read(directory))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("has no manifest.json");
        Templates.write(
                directory,
                "manifest.json",
                "{\"artifacts\": {\"A\": {\"type\": \"aws:cloudformation:stack\", \"properties\": {\"templateFile\":"
                        + " \"../../x.json\"}}}}");
        assertThatThrownBy(() -> EstateReader.read(directory))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("names no file within the assembly");
        Templates.write(
                directory,
                "manifest.json",
                "{\"artifacts\": {\"A\": {\"type\": \"cdk:cloud-assembly\", \"properties\": {\"directoryName\":"
                        + " \".\"}}}}");
        assertThatThrownBy(() -> EstateReader.read(directory))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("contains itself");
    }
}
