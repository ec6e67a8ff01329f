package io.github.secures3.analysis.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.template.ReadOptions;
import io.github.secures3.analysis.template.TemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is compared with itself, or with itself under another name, has not changed. */
class NoChangeTest {

    @TempDir
    private Path directory;

    static List<Path> templates() throws IOException {
        try (Stream<Path> fixtures = Files.walk(Path.of("src/test/resources"));
                Stream<Path> examples = Files.walk(Path.of("examples"))) {
            return Stream.concat(fixtures, examples)
                    .filter(file -> file.toString().matches(".*\\.(json|ya?ml)"))
                    .filter(file -> !file.toString().matches(".*/(target|resources/diff)/.*"))
                    .filter(NoChangeTest::isTemplate)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isTemplate(Path file) {
        try {
            EstateDiff.read(List.of(file), List.of(file), ReadOptions.defaults());
            return true;
        } catch (TemplateException none) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void finds_nothing_in_a_template_compared_with_itself(Path template) {
        EstateDiff diff = EstateDiff.read(List.of(template), List.of(template), ReadOptions.defaults());
        assertThat(diff.changes()).isEmpty();
        assertThat(diff.verdict()).isEqualTo(Verdict.UNCHANGED);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void finds_nothing_in_a_template_that_moved_to_another_file(Path template) throws IOException {
        Path folder = Objects.requireNonNull(template.getParent());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted().toList()) {
                Path copy = directory.resolve("elsewhere").resolve(folder.relativize(file));
                if (!file.equals(folder)) {
                    Files.copy(file, copy);
                } else {
                    Files.createDirectory(directory.resolve("elsewhere"));
                }
            }
        }
        Path copied = directory.resolve("elsewhere").resolve(template.getFileName());
        Path moved = Files.move(copied, copied.resolveSibling("moved-" + template.getFileName()));
        EstateDiff diff = EstateDiff.read(
                List.of(template), List.of(moved), ReadOptions.defaults().withoutDefaults());
        assertThat(diff.changes()).isEmpty();
    }
}
