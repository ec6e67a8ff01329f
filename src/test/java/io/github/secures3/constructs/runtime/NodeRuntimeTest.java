package io.github.secures3.constructs.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which executable jsii takes: https://aws.github.io/jsii/user-guides/lib-user/configuration/. That aws-cdk-lib needs Node.js 20: the
 * {@code engines} field of its package.
 */
class NodeRuntimeTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    @Test
    void the_node_of_this_build_has_no_problem() {
        assertThat(NodeRuntime.problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v20.0.0", "v20.20.2", "v22.11.0", "v24.1.0", "v25.0.0-nightly20260101", "v100.0.0"})
    void a_version_from_twenty_on_has_no_problem(String version) throws IOException {
        assertThat(problemOf("echo " + version)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v0.12.18", "v16.0.0", "v18.20.4", "v19.9.0"})
    void an_older_version_is_named_with_the_one_needed(String version) throws IOException {
        assertThat(problemOf("echo " + version))
                .hasValueSatisfying(problem -> assertThat(problem)
                        .isEqualTo("'" + directory.resolve("node") + "' (from JSII_NODE) is Node.js " + version
                                + ", but the CDK needs 20 or later; install Node.js 22 or 24 from https://nodejs.org, or set"
                                + " JSII_NODE to the path of its executable"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo hello",
                "echo 3.11.2",
                "echo Python 3.11.2",
                "exit 0",
                "echo v99999999999.0.0",
                "echo; echo v",
                "printf '\\033[31mv\\007'"
            })
    void an_answer_that_is_no_version_is_quoted(String script) throws IOException {
        assertThat(problemOf(script))
                .hasValueSatisfying(problem -> assertThat(problem)
                        .contains("does not look like Node.js", "v22.11.0")
                        .doesNotContainPattern("\\p{Cntrl}"));
    }

    @Test
    void an_answer_without_end_is_cut_off() throws IOException {
        assertThat(problemOf("exec yes 'v22.11.0 and more'"))
                .hasValueSatisfying(problem -> assertThat(problem)
                        .contains("does not look like Node.js")
                        .hasSizeLessThan(500)
                        .hasLineCount(1));
    }

    @Test
    void a_failing_executable_is_reported_with_its_exit_code_and_first_line() throws IOException {
        assertThat(problemOf("echo 'node: --bad is not allowed in NODE_OPTIONS' >&2; echo second line; exit 9"))
                .hasValueSatisfying(problem -> assertThat(problem)
                        .contains("exit code 9", "'node: --bad is not allowed in NODE_OPTIONS'")
                        .doesNotContain("second line")
                        .hasLineCount(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sleep 600", "sleep 600 & wait", "echo v22.11.0; sleep 600", "exec >&- 2>&-; sleep 600"})
    void an_executable_that_hangs_is_given_up(String script) throws IOException {
        Path node = script(script);

        assertThat(new NodeRuntime(Map.of("JSII_NODE", node.toString()), "node", Duration.ofMillis(200)).find())
                .hasValueSatisfying(problem -> assertThat(problem).contains("did not tell its version within 200 ms"));
    }

    @Test
    void an_executable_missing_from_the_path_is_reported_with_the_path() {
        NodeRuntime runtime = new NodeRuntime(Map.of("PATH", "/usr/local/bin:/usr/bin"), "no-such-node", LONG);

        assertThat(runtime.find())
                .contains(
                        "cannot start 'no-such-node': not found on the PATH (/usr/local/bin:/usr/bin); the CDK needs Node.js 20 or"
                                + " later: install Node.js 22 or 24 from https://nodejs.org, or set JSII_NODE to the path of its executable");
    }

    @Test
    void an_executable_missing_where_the_environment_says_is_reported_with_that_place() {
        String absent = directory.resolve("absent").toString();

        assertThat(new NodeRuntime(Map.of("JSII_NODE", absent), "node", LONG).find())
                .hasValueSatisfying(problem -> assertThat(problem)
                        .startsWith("cannot start '" + absent + "' (from JSII_NODE): there is no such executable;"));
    }

    @Test
    void a_file_that_cannot_be_executed_is_not_called_missing() throws IOException {
        Path text = Files.writeString(directory.resolve("node"), "no program");

        assertThat(new NodeRuntime(Map.of("JSII_NODE", text.toString()), "node", LONG).find())
                .hasValueSatisfying(problem -> assertThat(problem).contains("it is a file, but no executable"));
    }

    @Test
    void a_command_with_a_space_is_run_by_the_shell_as_jsii_does() throws IOException {
        Path node = script("test \"$1\" = --old && echo v16.0.0");

        assertThat(new NodeRuntime(Map.of("JSII_NODE", node + " --old"), "node", LONG).find())
                .hasValueSatisfying(problem -> assertThat(problem).contains("is Node.js v16.0.0"));
    }

    @Test
    void another_jsii_runtime_makes_the_check_pointless() {
        assertThat(new NodeRuntime(Map.of("JSII_RUNTIME", "my-runtime", "JSII_NODE", "absent"), "node", LONG).find())
                .isEmpty();
    }

    private Optional<String> problemOf(String script) throws IOException {
        return new NodeRuntime(Map.of("JSII_NODE", script(script).toString()), "node", LONG).find();
    }

    private Path script(String body) throws IOException {
        Path node = Files.writeString(directory.resolve("node"), "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(node, PosixFilePermissions.fromString("rwx------"));
    }
}
