package io.github.secures3.assertions;

import static io.github.secures3.assertions.SecureS3Assertions.anyoneOutside;
import static io.github.secures3.assertions.SecureS3Assertions.request;
import static io.github.secures3.assertions.SecureS3Assertions.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.prove.Assumptions;
import io.github.secures3.analysis.prove.Invariants;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import io.github.secures3.analysis.template.TemplateException;
import io.github.secures3.constructs.bucket.SecureBucket;
import io.github.secures3.testing.Synthesized;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;

/** Assertions take what tests have at hand: a file, an assembly, the map that the CDK's Template gives. */
class TemplateAssertTest {

    private static final Path QUICKSTART = Path.of("examples/quickstart/expected/Quickstart.template.json");

    @Test
    void a_template_is_a_file_or_an_estate() {
        assertThat(template(QUICKSTART)).satisfies(Invariants.noPlainHttp(), Invariants.noAnonymousAccess());
        assertThat(template(EstateReader.read(QUICKSTART))).bucket("Data").satisfies(Invariants.noPlainHttp());
    }

    @Test
    void the_map_of_the_cdk_is_a_template() {
        App app = Synthesized.app();
        Stack stack = Synthesized.stack(app, "Storage");
        SecureBucket data = new SecureBucket(stack, "Data");
        Role reader = Role.Builder.create(stack, "Reader")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        data.grantRead(reader, "reports/");
        AssertableTemplate template = template(Template.fromStack(stack).toJSON());

        assertThat(template)
                .bucket("Data")
                .allows(request("s3:GetObject").on("reports/1.csv").by("Reader"))
                .denies(request("s3:GetObject").on("other/1.csv").by("Reader"))
                .satisfies(Invariants.noPlainHttp());
    }

    @Test
    void an_assembly_holds_nested_stacks_and_stages() {
        App app = Synthesized.app();
        Stack stack = Synthesized.stack(app, "Storage");
        new SecureBucket(new NestedStack(stack, "Part"), "Data");
        Path assembly = Path.of(app.synth().getDirectory());

        assertThat(template(assembly)).bucket("Storage/Part/Data").satisfies(Invariants.noPlainHttp());
        assertThatThrownBy(() -> assertThat(template(assembly.resolve("Storage.template.json")))
                        .satisfies(Invariants.noPlainHttp()))
                .isInstanceOf(AssertionError.class)
                .hasMessage("nothing to prove: no bucket that an invariant is about");
    }

    @Test
    void what_a_map_does_not_hold_leaves_proofs_open() {
        App app = Synthesized.app();
        Stack stack = Synthesized.stack(app, "Storage");
        new SecureBucket(stack, "Data");
        new SecureBucket(new NestedStack(stack, "Part"), "More");
        AssertableTemplate template = template(Template.fromStack(stack).toJSON());

        assertThatThrownBy(() -> assertThat(template).satisfies(Invariants.noPlainHttp()))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("undecided: ")
                .hasMessageContaining("the template of this nested stack is not among the files");
    }

    @Test
    void the_invariants_of_a_file_hold_as_on_the_command_line() {
        Path invariants = Path.of("examples/quickstart/invariants.yaml");

        assertThat(template(QUICKSTART))
                .assuming(Assumptions.none().withClosedAccount())
                .satisfiesInvariantsIn(invariants);
        assertThatThrownBy(() -> assertThat(template(QUICKSTART)).satisfiesInvariantsIn(invariants))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("refuted    reports-for-reader-only");
    }

    @Test
    void what_is_taken_for_granted_is_up_to_the_test() {
        Organization organization = Organization.of("o-exampleorgid", null, List.of("111122223333"));
        Estate estate = EstateReader.read(
                List.of(Path.of(
                        "src/test/resources/io/github/secures3/analysis/rules/perimeter-around-copies.template.yaml")),
                ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1"));
        Request copy = request("s3:ReplicateObject").on("reports/a").by("Replication");

        assertThat(template(estate))
                .assuming(Assumptions.none().withOrganization(organization, List.of()))
                .bucket("Copies")
                .allows(copy)
                .isNeverReadableBy(anyoneOutside(organization));
        assertThatThrownBy(() -> assertThat(template(estate)).bucket("Copies").allows(copy))
                .hasMessageContaining("say with(\"aws:PrincipalOrgID\", ...)");
    }

    @Test
    void a_version_of_tls_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> Invariants.noTlsBelow("TLSv1.2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no request over TLS below 'TLSv1.2': write 1.1, 1.2 or 1.3");
    }

    @Test
    void a_bucket_that_is_not_there_fails() {
        assertThatThrownBy(() -> assertThat(template(QUICKSTART)).bucket("Dat0"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("no bucket is called 'Dat0'; the templates have DataBucketE6B0FAA8, ");
    }

    @Test
    void what_is_said_about_the_deployment_fits_the_templates() {
        Map<String, ?> map = Map.of(
                "Parameters", Map.of("Stage", Map.of("Type", "String", "Default", "test")),
                "Resources", Map.of("Data", Map.of("Type", "AWS::S3::Bucket")));

        assertThat(template(map, ReadOptions.defaults().withParameters(Map.of("Stage", "prod"))))
                .bucket("Data");
        assertThatThrownBy(() -> template(map, ReadOptions.defaults().withParameters(Map.of("Stge", "prod"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'Stge' is no parameter of the templates; they have Stage, template.Stage");
        assertThatThrownBy(() -> ReadOptions.defaults().withEnvironment("eu-west-1", "111122223333"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'eu-west-1' is no account id; give its 12 digits");
        assertThatThrownBy(() -> ReadOptions.defaults().withEnvironment("111122223333", "Ireland"))
                .hasMessage("'Ireland' is no Region; write it as eu-west-1");
        assertThatThrownBy(() -> Organization.of("example", null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'example' is no organization id; write it as o-exampleorgid");
        assertThatThrownBy(() -> Organization.of("o-exampleorgid", null, List.of("prod")))
                .hasMessage("'prod' is no account id; give its 12 digits");
    }

    @Test
    void what_is_no_template_is_refused_with_its_place() {
        assertThatThrownBy(() -> assertThat(template(Path.of("no-such-file.json"))))
                .isInstanceOf(TemplateException.class);
        assertThatThrownBy(() -> assertThat(template(Map.of("Resources", List.of()))))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith("template:2:");
    }
}
