package io.github.secures3.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdklabs.cdknag.NagPack;
import io.github.secures3.testing.ValidationReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.IPolicyValidationPlugin;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.s3.Bucket;

/**
 * Four packs of cdk-nag find nothing in any example that {@code docs/cdk-nag.md} does not acknowledge, and it acknowledges nothing
 * that they do not find.
 *
 * @see <a href="https://github.com/cdklabs/cdk-nag/blob/main/RULES.md">The rules of cdk-nag</a>
 */
class CdkNagTest {

    private final String page = read();
    private final List<Acknowledgement> acknowledgements = Acknowledgement.read(page);

    @TempDir
    Path directory;

    static List<Example> examples() {
        return Example.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void nothing_is_found_that_is_not_acknowledged(Example example) {
        App app = appOf(example);
        acknowledgements.forEach(acknowledgement -> acknowledgement.applyTo(app, example.name()));
        List<NagPack> packs = NagFinding.packs(app);
        Validations.of(app).addPlugins(packs.toArray(IPolicyValidationPlugin[]::new));

        Path assembly = Path.of(app.synth().getDirectory());

        assertThat(NagFinding.in(app)).isEmpty();
        assertThat(ValidationReport.of(assembly).findings()).isEmpty();
    }

    @Test
    void every_acknowledgement_is_needed() {
        Set<Acknowledgement> needed = new HashSet<>();
        for (Example example : examples()) {
            App app = appOf(example);
            app.synth();
            List<NagFinding> findings = NagFinding.in(app);
            for (Acknowledgement acknowledgement : acknowledgements) {
                List<String> paths = acknowledgement.applyTo(app, example.name());
                if (findings.stream().anyMatch(finding -> acknowledgement.covers(finding, paths))) {
                    needed.add(acknowledgement);
                }
            }
        }

        assertThat(acknowledgements).isNotEmpty().doesNotHaveDuplicates();
        assertThat(acknowledgements).allSatisfy(one -> assertThat(needed).contains(one));
    }

    @Test
    void every_acknowledgement_has_a_reason() {
        assertThat(acknowledgements).allSatisfy(one -> assertThat(one.reason()).hasSizeGreaterThan(40));
    }

    @Test
    void a_plain_bucket_is_found_by_every_pack() {
        App app = app();
        new Bucket(new Stack(app, "Plain"), "Bucket");
        app.synth();

        assertThat(NagFinding.in(app))
                .extracting(NagFinding::rule)
                .contains(
                        "AwsSolutions-S1",
                        "AwsSolutions-S10",
                        "NIST.800.53.R5-S3BucketSSLRequestsOnly",
                        "HIPAA.Security-S3BucketVersioningEnabled",
                        "PCI.DSS.321-S3BucketLoggingEnabled");
    }

    @Test
    void an_acknowledgement_of_one_bucket_leaves_the_next_one_found() {
        App app = app();
        Stack stack = new Stack(app, "Plain");
        Acknowledgement.mark(new Bucket(stack, "One"), "AwsSolutions-S10", "the one that was looked at");
        new Bucket(stack, "Other");
        app.synth();

        assertThat(NagFinding.in(app))
                .filteredOn(finding -> finding.rule().equals("AwsSolutions-S10"))
                .extracting(NagFinding::path)
                .containsExactlyInAnyOrder("Plain/Other/Resource");
    }

    /** The documentation test runs the block that readers paste; here it is held to the table. */
    @Test
    void the_block_to_paste_names_the_rules_of_the_table() {
        String block = page.substring(page.indexOf("```java"), page.lastIndexOf("```"));

        assertThat(acknowledgements)
                .allSatisfy(one -> assertThat(block)
                        .contains(one.rule()
                                .replaceFirst("^(NIST\\.800\\.53\\.R5|HIPAA\\.Security|PCI\\.DSS\\.321)-", "")
                                .replaceFirst("\\[.*", "")));
    }

    private App appOf(Example example) {
        App app = app();
        example.compile(directory()).addStacks(app);
        return app;
    }

    private App app() {
        return new App(AppProps.builder().outdir(directory().toString()).build());
    }

    private Path directory() {
        try {
            return Files.createTempDirectory(directory, "nag");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read() {
        try {
            return Files.readString(Path.of("docs", "cdk-nag.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
