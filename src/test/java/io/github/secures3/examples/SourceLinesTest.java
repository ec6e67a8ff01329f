package io.github.secures3.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.SourceLine;
import io.github.secures3.analysis.template.EstateReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the assembly of a Java app says about the lines that made its resources.
 *
 * @see <a href="https://github.com/aws/jsii/releases/tag/v1.136.0">jsii 1.136.0</a>
 */
class SourceLinesTest {

    private static final String STACK = "src/main/java/com/example/quickstart/QuickstartStack.java";

    private static @Nullable SourceLine lineOfTheFirstBucket(
            Path classes, Path output, Map<String, String> environment) {
        CompiledExample.Run run =
                new Example(Path.of("examples", "quickstart")).compile(classes).run(output, false, environment);
        assertThat(run.exitCode()).as(run.text()).isZero();
        return EstateReader.read(output).all(Bucket.class).get(0).element().source();
    }

    @Test
    void with_host_stack_traces_they_are_those_of_the_app(@TempDir Path classes, @TempDir Path output) {
        SourceLine line = lineOfTheFirstBucket(classes, output, Map.of("JSII_HOST_STACK_TRACES", "1"));

        List<String> source = new Example(Path.of("examples", "quickstart"))
                .read(STACK)
                .lines()
                .toList();
        assertThat(line).isNotNull().satisfies(at -> {
            assertThat(at.file()).isEqualTo("com/example/quickstart/QuickstartStack.java");
            assertThat(source.get(at.line() - 1)).contains("new SecureBucket(this, \"Data\")");
        });
    }

    @Test
    void without_them_they_are_not_known(@TempDir Path classes, @TempDir Path output) {
        assertThat(lineOfTheFirstBucket(classes, output, Map.of("JSII_HOST_STACK_TRACES", "")))
                .isNull();
    }
}
