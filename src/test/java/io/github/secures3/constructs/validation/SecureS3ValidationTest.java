package io.github.secures3.constructs.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.rules.FailOn;
import io.github.secures3.analysis.rules.RuleSet;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.constructs.bucket.SecureBucket;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.ValidationReport.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StageSynthesisOptions;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.BlockPublicAccessOptions;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.CfnBucket;

/** What a user of the plugin sees, in a plain JVM. */
class SecureS3ValidationTest {

    private static final String OPEN = "bucket.block-public-access";

    private final App app = Synthesis.app();
    private final Stack stack = Synthesized.stack(app, "Storage");

    @TempDir
    private Path directory;

    @Test
    void a_secure_app_passes_without_a_word() {
        new SecureBucket(stack, "Data");

        Synthesis synthesis = Synthesis.of(app, new SecureS3Validation());

        assertThat(synthesis.passed()).isTrue();
        assertThat(synthesis.found()).isEmpty();
    }

    @Test
    void an_error_fails_the_synthesis_and_names_the_construct() {
        open("Open Data");

        Synthesis synthesis = Synthesis.of(app, new SecureS3Validation());

        assertThat(synthesis.passed()).isFalse();
        Entry entry = synthesis.only(OPEN);
        assertThat(entry.plugin()).isEqualTo("SecureS3");
        assertThat(entry.severity()).isEqualTo("fatal");
        assertThat(entry.construct()).isEqualTo("Storage/Open Data/Resource");
        assertThat(entry.description()).startsWith("BlockPublicAcls, ").contains("\n   value: BlockPublicAcls: false");
        assertThat(entry.fix()).isEqualTo("switch on all four settings");
    }

    @Test
    void a_warning_is_shown_with_the_request_that_proves_it() {
        new Bucket(stack, "Plain");

        Synthesis synthesis = Synthesis.of(app, new SecureS3Validation());

        assertThat(synthesis.passed()).isTrue();
        Entry entry = synthesis.only("bucket.tls");
        assertThat(entry.severity()).isEqualTo("warning");
        assertThat(entry.description()).contains("\n   request: ", " with aws:SecureTransport=false");
        assertThat(entry.fix()).endsWith("; or acknowledge bucket.tls on the construct, with a reason");
    }

    @Test
    void from_which_findings_on_it_fails_is_a_choice() {
        new Bucket(stack, "Plain");
        Synthesis synthesis = Synthesis.of(
                app, SecureS3Validation.Builder.create().failOn(FailOn.WARNING).build());
        assertThat(synthesis.passed()).isFalse();
        assertThat(synthesis.only("bucket.tls").severity()).isEqualTo("fatal");

        App other = Synthesis.app();
        open(Synthesized.stack(other, "Storage"), "Open");
        Synthesis never = Synthesis.of(
                other, SecureS3Validation.Builder.create().failOn(FailOn.NEVER).build());
        assertThat(never.passed()).isTrue();
        assertThat(never.only(OPEN).severity()).isEqualTo("warning");
        assertThat(never.only(OPEN).description()).startsWith("error: ");
    }

    @Test
    void what_cannot_be_decided_does_not_pass() {
        CfnBucket bucket = CfnBucket.Builder.create(stack, "Data").build();
        bucket.addPropertyOverride(
                "PublicAccessBlockConfiguration.BlockPublicAcls", Map.of("Fn::ImportValue", "somewhere-else"));

        Synthesis synthesis = Synthesis.of(app, new SecureS3Validation());

        assertThat(synthesis.passed()).isFalse();
        assertThat(synthesis.found()).contains("fatal " + OPEN + "[Storage/Data]");
    }

    @Test
    void finds_what_the_command_line_finds() {
        open("Open");
        new Bucket(stack, "Plain");
        new SecureBucket(stack, "Data");

        Synthesis synthesis = Synthesis.of(
                app, SecureS3Validation.Builder.create().reportNotes().build());

        List<Finding> findings = RuleSet.standard().check(EstateReader.read(Path.of(app.getOutdir())));
        assertThat(synthesis.report().entries())
                .extracting(entry -> entry.rule().replaceAll("\\[.*", ""), Entry::construct)
                .containsExactlyInAnyOrderElementsOf(findings.stream()
                        .map(finding -> tuple(finding.rule().text(), finding.constructPath()))
                        .toList());
        assertThat(synthesis.report().entries()).extracting(Entry::severity).contains("fatal", "warning", "info");
    }

    @Test
    void findings_of_a_baseline_are_accepted_until_their_day() throws IOException {
        open("Open");
        Path baseline = baseline("Storage/Open*", "2026-11-30");

        Synthesis before = Synthesis.of(app, accepting(baseline, LocalDate.of(2026, 11, 30)));
        Synthesis after = Synthesis.of(same(app), accepting(baseline, LocalDate.of(2026, 12, 1)));

        assertThat(before.passed()).isTrue();
        assertThat(before.found()).noneMatch(found -> found.contains(OPEN));
        assertThat(after.passed()).isFalse();
        assertThat(after.only(OPEN).severity()).isEqualTo("fatal");
        assertThat(after.only("baseline.expired").description())
                .startsWith(baseline + ":2:5: the entry for " + OPEN + " on Storage/Open* expired on 2026-11-30")
                .contains("\n   reason: until it moves");
    }

    @Test
    void a_rule_can_be_left_out_with_a_reason() {
        open("Open");

        Synthesis synthesis = Synthesis.of(
                app,
                SecureS3Validation.Builder.create()
                        .leaveOut(OPEN, "account settings block it")
                        .build());

        assertThat(synthesis.passed()).isTrue();
        assertThat(synthesis.found()).noneMatch(found -> found.contains(OPEN));
        assertThat(synthesis
                        .report()
                        .root()
                        .at("/pluginReports/0/metadata/left out: " + OPEN)
                        .asText())
                .isEqualTo("account settings block it");
    }

    @Test
    void a_rule_that_does_not_exist_and_a_missing_reason_are_refused() {
        SecureS3Validation.Builder builder = SecureS3Validation.Builder.create();

        assertThatThrownBy(() -> builder.leaveOut("bucket.object-lok", "no need"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("leaveOut was given the rule 'bucket.object-lok', which does not exist; write"
                        + " bucket.object-lock");
        assertThatThrownBy(() -> builder.leaveOut("everything", "no need"))
                .hasMessage("leaveOut was given the rule 'everything', which does not exist; name one such as"
                        + " bucket.object-lock");
        assertThatThrownBy(() -> builder.leaveOut("SecureS3::bucket.versioning[Storage/Data/Resource]", "no need"))
                .hasMessageEndingWith("does not exist; write bucket.versioning");
        assertThatThrownBy(() -> builder.leaveOut(OPEN, " "))
                .hasMessage(
                        "leaveOut was given no reason for " + OPEN + "; say why nobody needs to know what it finds");
    }

    @Test
    void invariants_hold_or_fail_the_synthesis() throws IOException {
        new SecureBucket(stack, "Data");
        Path file = Files.writeString(directory.resolve("invariants.yaml"), """
            invariants:
              - {invariant: no-plain-http, bucket: Data}
              - {invariant: no-tls-below, bucket: Data, version: "1.3"}
              - {id: nobody-writes, bucket: Data, never: {do: 's3:PutObject'}}
            """);

        Synthesis synthesis = Synthesis.of(
                app, SecureS3Validation.Builder.create().invariants(file).build());

        assertThat(synthesis.passed()).isFalse();
        assertThat(synthesis.found())
                .containsExactlyInAnyOrder(
                        "fatal invariant.no-tls-below-1-3[Storage/Data/Bucket/Resource]",
                        "fatal invariant.nobody-writes[Storage/Data/Bucket/Resource]");
        assertThat(synthesis.only("invariant.no-tls-below-1-3").description())
                .startsWith("the invariant does not hold: no request over TLS below 1.3 is allowed")
                .contains("s3:TlsVersion=1.2");
    }

    @Test
    void input_that_cannot_be_read_fails_the_synthesis_with_its_place() throws IOException {
        new SecureBucket(stack, "Data");
        Path missing = directory.resolve("missing.yaml");
        Path broken =
                Files.writeString(directory.resolve("invariants.yaml"), "invariants:\n  - {invariant: no-such}\n");

        Synthesis baseline = Synthesis.of(
                app, SecureS3Validation.Builder.create().baseline(missing).build());
        Synthesis invariants = Synthesis.of(
                same(app),
                SecureS3Validation.Builder.create()
                        .failOn(FailOn.NEVER)
                        .invariants(broken)
                        .build());

        assertThat(baseline.passed()).isFalse();
        assertThat(baseline.only("not-checked").severity()).isEqualTo("fatal");
        assertThat(baseline.only("not-checked").description())
                .isEqualTo("the templates were not checked: " + missing + ": there is no such file");
        assertThat(invariants.passed()).isFalse();
        assertThat(invariants.only("not-checked").description()).contains(broken + ":2:");
    }

    @Test
    void knows_the_organization_that_it_is_told() {
        SecureS3Validation validation = SecureS3Validation.Builder.create()
                .organization(Organization.of("o-exampleorgid", null, List.of("111122223333")), "r-ab12")
                .build();
        new SecureBucket(Synthesized.stack(app, "Bound", "111122223333", "eu-west-1"), "Data");

        assertThat(Synthesis.of(app, validation).passed()).isTrue();
    }

    /** The exception holds the whole report in this mode; otherwise it stands on the console, and the exception names the file. */
    @Test
    void a_plain_jvm_ends_with_an_exception_and_the_report_that_the_page_shows() throws IOException {
        App plain = Synthesized.app(Map.of("@aws-cdk/core:appMode", "inmemory"));
        open(Synthesized.stack(plain, "Storage"), "Site");
        Validations.of(plain).addPlugins(new SecureS3Validation());
        String page = Files.readString(Path.of("docs/validation.md"));
        String shown = page.substring(page.indexOf("FATAL "), page.indexOf("```", page.indexOf("FATAL ")));

        assertThatThrownBy(plain::synth)
                .hasMessageContaining("ValidationFailed")
                .hasMessageContaining(shown);
    }

    @Test
    void a_validation_can_be_used_again() {
        open("Open");
        SecureS3Validation validation = new SecureS3Validation();
        Synthesis first = Synthesis.of(app, validation);

        app.synth(StageSynthesisOptions.builder().force(true).build());
        Synthesis again = Synthesis.of(app);
        App other = Synthesis.app();
        new SecureBucket(Synthesized.stack(other, "Storage"), "Data");

        assertThat(first.passed()).isFalse();
        assertThat(again).isEqualTo(first);
        assertThat(Synthesis.of(other, validation).found()).isEmpty();
    }

    private Path baseline(String resource, String expires) throws IOException {
        return Files.writeString(directory.resolve("accepted.yaml"), """
            accepted:
              - {rule: %s, resource: "%s", reason: until it moves, expires: %s}
            """.formatted(OPEN, resource, expires));
    }

    private static SecureS3Validation accepting(Path baseline, LocalDate day) {
        return SecureS3Validation.Builder.create().baseline(baseline).today(day).build();
    }

    /** An app with the same bucket in it, as a validation stays with the app that it was added to. */
    private static App same(App app) {
        App other = Synthesis.app();
        Stack stack = Synthesized.stack(other, "Storage");
        if (app.getNode().findAll().stream().anyMatch(SecureBucket.class::isInstance)) {
            new SecureBucket(stack, "Data");
        } else {
            open(stack, "Open");
        }
        return other;
    }

    private void open(String id) {
        open(stack, id);
    }

    private static void open(Stack stack, String id) {
        Bucket.Builder.create(stack, id)
                .blockPublicAccess(new BlockPublicAccess(BlockPublicAccessOptions.builder()
                        .blockPublicAcls(false)
                        .blockPublicPolicy(false)
                        .ignorePublicAcls(false)
                        .restrictPublicBuckets(false)
                        .build()))
                .build();
    }
}
