package io.github.secures3.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.testing.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says that its first command prints is what it prints. */
class FirstCommandTest {

    private static final Pattern BLOCK =
            Pattern.compile("<!-- output of mvn -q compile exec:java[^>]*-->\n```text\n(.*?)```", Pattern.DOTALL);

    @Test
    void the_readme_shows_what_the_first_command_prints(@TempDir Path classes, @TempDir Path output) {
        Matcher block = BLOCK.matcher(SourceTree.ofThisBuild().read(Path.of("README.md")));
        assertThat(block.find()).isTrue();
        List<String> parts = List.of(block.group(1).split("\\.\\.\\.\n"));

        CompiledExample.Run run =
                new Example(Path.of("examples", "quickstart")).compile(classes).run(output, false);

        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(run.text()).containsSubsequence(parts).endsWith(parts.get(parts.size() - 1));
    }
}
