package io.github.secures3.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.secures3.analysis.template.EstateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectionSummaryTest {
    private static final Path CASES = Path.of("src/test/resources/io/github/secures3/analysis/report");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quickstart",
                "stages",
                "bare.template.json",
                "foreign.template.json",
                "unknown.template.json",
                "no-buckets.template.json"
            })
    void shows_the_summary_in_the_golden_file(String name) throws IOException {
        String summary = ProtectionSummary.of(CASES.resolve(name)).render(CASES);

        Path golden = CASES.resolve(name.replace(".template.json", "") + ".summary.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, summary);
        }
        assertThat(summary).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quickstart", "stages", "foreign.template.json", "unknown.template.json"})
    void keeps_within_a_terminal_of_100_columns(String name) {
        assertThat(ProtectionSummary.of(CASES.resolve(name)).render(CASES).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void says_where_the_template_lies_from_the_working_directory() {
        ProtectionSummary summary = ProtectionSummary.of(CASES.resolve("bare.template.json"));

        assertThat(summary.render()).endsWith("Template: " + unix(CASES) + "/bare.template.json (1 bucket)\n");
        assertThat(summary.render(Path.of("/elsewhere")))
                .endsWith("Template: " + unix(CASES.toAbsolutePath()) + "/bare.template.json (1 bucket)\n");
    }

    @Test
    void writes_the_same_text_in_every_locale() {
        Locale before = Locale.getDefault();
        String expected = ProtectionSummary.of(CASES.resolve("quickstart")).render(CASES);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(ProtectionSummary.of(CASES.resolve("quickstart")).render(CASES))
                    .isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void holds_every_core_protection_of_a_strict_bucket() {
        BucketProtections data =
                ProtectionSummary.of(CASES.resolve("quickstart")).buckets().get(0);

        assertThat(data.protections())
                .filteredOn(protection -> !protection.topic().optional())
                .allSatisfy(protection ->
                        assertThat(protection.state()).as(protection.words()).isEqualTo(Protection.State.HOLDS));
        assertThat(data.denies())
                .isEqualTo(List.of(
                        "DenyInsecureTransport",
                        "DenyOldTls",
                        "DenyCustomerKeys",
                        "DenyOtherEncryption",
                        "DenyOtherKey"));
    }

    @Test
    void takes_construct_paths_from_the_manifest_when_the_template_has_none() {
        assertThat(ProtectionSummary.of(CASES.resolve("manifest-paths")).buckets())
                .extracting(BucketProtections::path, BucketProtections::logicalId)
                .containsExactly(
                        tuple("Old/Data", "Data1"),
                        tuple("New/Data/Bucket", "Data2"),
                        tuple(null, "Twice"),
                        tuple(null, "Data3"));
    }

    @Test
    void shows_no_character_that_steers_the_terminal() throws IOException {
        Path file = Files.writeString(
                directory.resolve("steering.json"),
                "{\"Resources\":{\"B\\u001b[2J\":{\"Type\":\"AWS::S3::Bucket\",\"Metadata\":{\"aws:cdk:path\":\"a/\\u202eb\","
                        + "\"SecureS3\":{\"OptOuts\":{\"allowX\":\"one\\ntwo\\u0007" + "y".repeat(500) + "\"}}}}}}");

        assertThat(ProtectionSummary.of(file).render())
                .contains("a/?b  (B?[2J)\n", "allowX: one\n                    two?yyy", "yyy...")
                .doesNotContain("\u001b", "\u202e", "\u0007");
    }

    @Test
    void says_that_a_nested_stack_outside_the_assembly_is_not_known() throws IOException {
        Path assembly = Files.createDirectory(directory.resolve("cdk.out"));
        Files.writeString(directory.resolve("outside.json"), "{\"Resources\":{\"B\":{\"Type\":\"AWS::S3::Bucket\"}}}");
        Files.writeString(
                assembly.resolve("manifest.json"),
                "{\"artifacts\":{\"A\":{\"type\":\"aws:cloudformation:stack\",\"properties\":{\"templateFile\":\"A.json\"}}}}");
        Files.writeString(
                assembly.resolve("A.json"),
                "{\"Resources\":{\"N\":{\"Type\":\"AWS::CloudFormation::Stack\",\"Metadata\":{\"aws:asset:path\":\"../outside.json\"}}}}");

        assertThat(ProtectionSummary.of(assembly).templates()).singleElement().satisfies(template -> {
            assertThat(template.buckets()).isEmpty();
            assertThat(template.notes()).singleElement().asString().contains("N, the template of this nested");
        });
    }

    @Test
    void names_the_defaults_of_parameters_that_an_estate_took_for_granted() {
        ProtectionSummary strict = ProtectionSummary.of(CASES.resolve("unknown.template.json"));
        ProtectionSummary assuming = ProtectionSummary.of(EstateReader.read(CASES.resolve("unknown.template.json")));

        assertThat(strict.templates().get(0).notes()).isEmpty();
        assertThat(assuming.templates().get(0).notes())
                .containsExactly("parameter Block is taken at its default 'true'");
    }

    /** A value that only the deployment knows must not read as a protection. */
    @Test
    void never_takes_an_unknown_value_for_a_protection() {
        for (BucketProtections bucket :
                ProtectionSummary.of(CASES.resolve("unknown.template.json")).buckets()) {
            assertThat(bucket.protections()).allSatisfy(protection -> {
                if (protection.words().contains("unknown: ")) {
                    assertThat(protection.state()).as(protection.words()).isEqualTo(Protection.State.UNKNOWN);
                }
            });
        }
    }

    private static String unix(Path path) {
        return path.toString().replace('\\', '/');
    }
}
