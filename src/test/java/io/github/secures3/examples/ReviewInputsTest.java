package io.github.secures3.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the review lets in: the jar by its checksum, and what somebody else synthesized. */
class ReviewInputsTest {

    @TempDir
    private Path directory;

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private ReviewScripts.Run jar(String sum, String source) {
        return ReviewScripts.run(directory, Map.of(), "jar.sh", sum, source, "into/cli.jar");
    }

    @Test
    void a_jar_with_the_checksum_is_put_in_place() throws Exception {
        Path source = Files.writeString(directory.resolve("source.jar"), "a jar");

        assertThat(jar(sha256(source).toUpperCase(Locale.ROOT), "source.jar").exitCode())
                .isZero();
        assertThat(directory.resolve("into/cli.jar")).hasContent("a jar");
    }

    @Test
    void a_jar_with_another_checksum_is_refused_and_none_is_left() throws Exception {
        Path source = Files.writeString(directory.resolve("source.jar"), "a jar");
        String sum = sha256(source);
        jar(sum, "source.jar");
        Files.writeString(source, "another jar");

        ReviewScripts.Run run = jar(sum, "source.jar");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors())
                .startsWith("jar.sh: the SHA-256 of 'source.jar' is ")
                .contains(sum);
        assertThat(directory.resolve("into")).isEmptyDirectory();
    }

    @Test
    void an_address_without_tls_and_a_checksum_that_is_none_are_refused() {
        assertThat(jar("0".repeat(64), "http://example.com/cli.jar").errors())
                .isEqualTo("jar.sh: 'http://example.com/cli.jar' is neither an https address nor a file\n");
        assertThat(jar("", "source.jar").errors()).isEqualTo("jar.sh: '' is no SHA-256; give 64 hexadecimal digits\n");
    }

    private ReviewScripts.Run untrusted() {
        return ReviewScripts.run(directory, Map.of(), "untrusted.sh", "templates");
    }

    @Test
    void plain_files_are_admitted() throws IOException {
        Path head = Files.createDirectories(directory.resolve("templates/head"));
        Files.writeString(head.resolve("a\nname of two lines.json"), "{}");

        assertThat(untrusted().exitCode()).isZero();
    }

    @Test
    void links_are_refused() throws IOException {
        Path head = Files.createDirectories(directory.resolve("templates/head"));
        Files.createSymbolicLink(head.resolve("manifest.json"), Path.of("..", "..", "secret"));

        ReviewScripts.Run run = untrusted();
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("templates/head/manifest.json is neither a file nor a directory");
    }

    @Test
    void too_many_files_are_refused() throws IOException {
        Path head = Files.createDirectories(directory.resolve("templates/head"));
        for (int file = 0; file <= 2000; file++) {
            Files.createFile(head.resolve(file + ".json"));
        }
        assertThat(untrusted().errors()).isEqualTo("untrusted.sh: there are 2001 files; 2000 are allowed\n");
    }

    @Test
    void the_action_hands_the_verdict_to_the_workflow() throws Exception {
        Path jar = ReviewScripts.jar(directory);
        Path output = Files.createFile(directory.resolve("output"));
        Map<String, String> inputs = Map.of(
                "BASE",
                        Path.of("src/test/resources/cli/diff-base.yaml")
                                .toAbsolutePath()
                                .toString(),
                "HEAD",
                        Path.of("src/test/resources/cli/diff-head.yaml")
                                .toAbsolutePath()
                                .toString(),
                "JAR", jar.toString(),
                "JAR_SHA256", sha256(jar),
                "RUNNER_TEMP", Files.createDirectory(directory.resolve("temp")).toString(),
                "RESULTS", "results",
                "GITHUB_OUTPUT", output.toString());

        ReviewScripts.Run run = ReviewScripts.run(directory, inputs, "action.sh");
        assertThat(run.exitCode()).as(run.errors()).isEqualTo(1);
        assertThat(output).hasContent("verdict=weakened\n");
        assertThat(directory.resolve("results/comment.md")).isNotEmptyFile();
    }
}
