package io.github.secures3.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.testing.ValidationReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The CDK's own template validation finds nothing in any example, not even a warning.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html">Policy validation at synthesis time</a>
 */
@Tag("validated")
class ValidatedExamplesTest {

    static List<Example> examples() {
        return Example.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void validation_runs_and_finds_nothing(Example example, @TempDir Path classes, @TempDir Path output) {
        CompiledExample.Run run = example.compile(classes).run(output, true);

        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(ValidationReport.file(output)).exists();
        assertThat(ValidationReport.of(output).findings()).isEmpty();
    }

    @Test
    void an_invalid_template_ends_the_run_with_an_error(@TempDir Path classes, @TempDir Path output) {
        CompiledExample.Run run = invalid(classes).run(output, true);

        assertThat(run.exitCode()).as(run.text()).isNotZero();
        assertThat(ValidationReport.of(output).findings())
                .singleElement()
                .asString()
                .contains("Versioned");
    }

    @Test
    void without_validation_there_is_no_report(@TempDir Path classes, @TempDir Path output) {
        CompiledExample.Run run = invalid(classes).run(output, false);

        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(ValidationReport.file(output)).doesNotExist();
    }

    private static CompiledExample invalid(Path classes) {
        return new Example(Path.of("src", "test", "resources", "io", "github", "secures3", "examples", "invalid"))
                .compile(classes);
    }
}
