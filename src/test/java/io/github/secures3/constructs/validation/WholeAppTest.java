package io.github.secures3.constructs.validation;

import static io.github.secures3.constructs.validation.Synthesis.acknowledge;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.ValidationReport.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.StageProps;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.CfnBucketPolicy;
import software.constructs.Construct;

/** All templates of an app are one estate, whatever stacks, stages, accounts and Regions they go to. */
class WholeAppTest {

    private static final String LOGGING = "bucket.access-logging";
    private static final String VERSIONING = "bucket.versioning";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nested_stacks_are_looked_into_with_and_without_path_metadata(boolean paths) {
        App app = Synthesis.app(Map.of("aws:cdk:enable-path-metadata", paths));
        Stack stack = Synthesized.stack(app, "Storage");
        Bucket outer = new Bucket(stack, "Data");
        Stack nested = new NestedStack(stack, "Part One");
        new Bucket(nested, "Data");
        new Bucket(new NestedStack(nested, "Deep"), "Data");
        acknowledge(outer, LOGGING, "nothing here is worth a log");

        assertThat(constructs(Synthesis.of(app, new SecureS3Validation())))
                .containsExactlyInAnyOrder("Storage/Part One/Data/Resource", "Storage/Part One/Deep/Data/Resource");
    }

    @Test
    void each_finding_is_told_once_though_the_cdk_asks_by_environment() throws IOException {
        App app = Synthesis.app();
        new Bucket(Synthesized.stack(app, "Ireland", "111122223333", "eu-west-1"), "Data");
        new Bucket(Synthesized.stack(app, "Frankfurt", "111122223333", "eu-central-1"), "Data");
        new Bucket(Synthesized.stack(app, "Anywhere"), "Data");
        Path unused = Files.writeString(
                directory.resolve("accepted.yaml"),
                "accepted:\n  - {rule: bucket.tls, resource: Gone/*, reason: gone, expires: 2999-01-01}\n");

        Synthesis synthesis = Synthesis.of(
                app,
                SecureS3Validation.Builder.create()
                        .baseline(unused)
                        .reportNotes()
                        .build());

        assertThat(constructs(synthesis))
                .containsExactlyInAnyOrder(
                        "Ireland/Data/Resource", "Frankfurt/Data/Resource", "Anywhere/Data/Resource");
        assertThat(synthesis.only("baseline.unused").severity()).isEqualTo("info");
    }

    @Test
    void a_policy_in_a_stack_for_another_region_counts_for_its_bucket() {
        App app = Synthesis.app();
        Bucket.Builder.create(Synthesized.stack(app, "Data", "111122223333", "eu-west-1"), "Data")
                .bucketName("amzn-s3-demo-bucket")
                .build();
        PolicyStatement everyone = PolicyStatement.Builder.create()
                .principals(List.of(new AnyPrincipal()))
                .actions(List.of("s3:GetObject"))
                .resources(List.of("arn:aws:s3:::amzn-s3-demo-bucket/*"))
                .build();
        CfnBucketPolicy.Builder.create(Synthesized.stack(app, "Policies", "111122223333", "eu-central-1"), "Policy")
                .bucket("amzn-s3-demo-bucket")
                .policyDocument(Map.of("Version", "2012-10-17", "Statement", List.of(everyone.toStatementJson())))
                .build();

        Synthesis synthesis = Synthesis.of(app, new SecureS3Validation());

        assertThat(synthesis.passed()).isFalse();
        assertThat(synthesis.found()).anyMatch(found -> found.startsWith("fatal bucket-policy.public["));
    }

    @Test
    void stages_are_one_estate_with_the_app() {
        App app = Synthesis.app();
        for (String name : List.of("Test", "Prod")) {
            Stage stage = stage(app, name);
            new Bucket(new Stack(stage, "Storage"), "Data");
        }

        assertThat(constructs(Synthesis.of(app, new SecureS3Validation())))
                .containsExactlyInAnyOrder("Test/Storage/Data/Resource", "Prod/Storage/Data/Resource");
    }

    @Test
    void a_validation_of_one_stage_tells_about_that_stage() {
        App app = Synthesis.app();
        new Bucket(new Stack(stage(app, "Test"), "Storage"), "Data");
        Stage prod = stage(app, "Prod");
        new Bucket(new Stack(prod, "Storage"), "Data");
        Validations.of(prod).addPlugins(new SecureS3Validation());

        assertThat(constructs(Synthesis.of(app))).containsExactly("Prod/Storage/Data/Resource");
    }

    @Test
    void an_app_without_a_bucket_and_a_stack_without_anything_pass() {
        App app = Synthesis.app();
        Synthesized.stack(app, "Empty");

        Synthesis synthesis = Synthesis.of(app, new SecureS3Validation());

        assertThat(synthesis.passed()).isTrue();
        assertThat(synthesis.found()).isEmpty();
    }

    @Test
    void a_parameter_leaves_open_what_it_decides_until_its_value_is_given() {
        SecureS3Validation.Builder builder = SecureS3Validation.Builder.create();

        Synthesis open = Synthesis.of(withParameter(), builder.build());
        Synthesis told = Synthesis.of(
                withParameter(),
                builder.parameters(Map.of("Versions", "Enabled")).build());
        Synthesis misspelt = Synthesis.of(
                withParameter(),
                builder.parameters(Map.of("Version", "Enabled")).build());

        assertThat(open.only(VERSIONING).fix())
                .startsWith("write the value into the template, or give it with parameters(...); or acknowledge");
        assertThat(told.found()).noneMatch(found -> found.contains(VERSIONING));
        assertThat(misspelt.passed()).isFalse();
        assertThat(misspelt.only("not-checked").description())
                .startsWith("the templates were not checked: 'Version' is no parameter of the templates; they have ")
                .contains("Versions");
    }

    private static App withParameter() {
        App app = Synthesis.app();
        Stack stack = Synthesized.stack(app, "Storage");
        CfnParameter versions =
                CfnParameter.Builder.create(stack, "Versions").type("String").build();
        CfnBucket.Builder.create(stack, "Data")
                .versioningConfiguration(CfnBucket.VersioningConfigurationProperty.builder()
                        .status(versions.getValueAsString())
                        .build())
                .build();
        return app;
    }

    private static Stage stage(Construct scope, String name) {
        return new Stage(
                scope,
                name,
                StageProps.builder()
                        .env(Environment.builder()
                                .account("111122223333")
                                .region("eu-west-1")
                                .build())
                        .build());
    }

    private static List<String> constructs(Synthesis synthesis) {
        return synthesis.report().entries().stream()
                .filter(entry -> entry.rule().startsWith(LOGGING + "["))
                .map(Entry::construct)
                .toList();
    }
}
