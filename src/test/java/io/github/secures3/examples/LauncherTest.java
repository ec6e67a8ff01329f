package io.github.secures3.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that runs the command line by its name. */
class LauncherTest {

    private static final Path LAUNCHER = Path.of("bin", "secure-s3");
    private static final String TEMPLATE =
            Path.of("src/test/resources/cli/diff-base.yaml").toAbsolutePath().toString();

    @TempDir
    private Path directory;

    private ReviewScripts.Run run(Map<String, String> environment, Path script, String... arguments) {
        return ReviewScripts.run(directory, environment, script, arguments);
    }

    private Map<String, String> withJar() {
        return Map.of("SECURE_S3_JAR", ReviewScripts.jar(directory).toString());
    }

    @Test
    void runs_the_jar_and_ends_with_its_exit_code() {
        ReviewScripts.Run clean = run(withJar(), LAUNCHER, "check", TEMPLATE, "--fail-on", "never");
        assertThat(clean.exitCode()).as(clean.errors()).isZero();
        assertThat(clean.output()).startsWith("found: ");

        ReviewScripts.Run unusable = run(withJar(), LAUNCHER, "check", "no such file");
        assertThat(unusable.exitCode()).isEqualTo(2);
        assertThat(unusable.errors()).startsWith("secure-s3: ").contains("no such file");
    }

    @Test
    void takes_the_jar_that_maven_built_beside_it_wherever_it_is_called_from() throws IOException {
        Path home = Files.createDirectories(directory.resolve("a home"));
        Path launcher = Files.copy(
                LAUNCHER, Files.createDirectories(home.resolve("bin")).resolve("secure-s3"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), launcher);
        Path jar = Files.createDirectories(home.resolve("target")).resolve("secure-s3-constructs-1-cli.jar");

        ReviewScripts.Run without = run(Map.of(), link, "--version");
        assertThat(without.exitCode()).isEqualTo(2);
        assertThat(without.errors()).contains("there are 0 jars").contains("run mvn package, or set SECURE_S3_JAR");

        Files.copy(ReviewScripts.jar(directory), jar);
        ReviewScripts.Run built = run(Map.of(), link, "--version");
        assertThat(built.exitCode()).as(built.errors()).isZero();
        assertThat(built.output()).startsWith("secure-s3 ");
    }

    @Test
    void says_what_to_set_where_the_jar_or_java_is_not_there() {
        ReviewScripts.Run withoutJar = run(Map.of("SECURE_S3_JAR", "nowhere.jar"), LAUNCHER, "--version");
        assertThat(withoutJar.exitCode()).isEqualTo(2);
        assertThat(withoutJar.errors())
                .isEqualTo("secure-s3: SECURE_S3_JAR is 'nowhere.jar', which is no file;"
                        + " set it to the jar of the command line\n");

        Map<String, String> elsewhere =
                Map.of("SECURE_S3_JAR", ReviewScripts.jar(directory).toString(), "JAVA_HOME", directory.toString());
        ReviewScripts.Run withoutJava = run(elsewhere, LAUNCHER, "--version");
        assertThat(withoutJava.exitCode()).isEqualTo(2);
        assertThat(withoutJava.errors()).contains("cannot be run; install Java 17 or newer, or set JAVA_HOME");
    }
}
