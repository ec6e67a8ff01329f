package io.github.secures3.analysis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every protective statement and property that a secure bucket has by default: taken away or weakened, a rule notices. */
class MutantsTest {

    private static final Path TEMPLATES = Path.of("src/test/resources/golden");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"bucket/default"})
    void a_rule_notices_each(String name) throws IOException {
        String template = Files.readString(TEMPLATES.resolve(name + ".template.json"));
        Set<String> before = found(template).stream().map(MutantsTest::text).collect(Collectors.toSet());

        StringBuilder noticed = new StringBuilder();
        Set<String> unnoticed = new TreeSet<>();
        for (Mutants.Mutant mutant : Mutants.of(template)) {
            Set<String> by = found(mutant.template()).stream()
                    .filter(finding -> !before.contains(text(finding)))
                    .map(finding -> finding.rule().text())
                    .collect(Collectors.toCollection(TreeSet::new));
            noticed.append(mutant.change())
                    .append("\n    ")
                    .append(String.join(", ", by))
                    .append('\n');
            if (by.isEmpty()) {
                unnoticed.add(mutant.change());
            }
        }
        assertThat(unnoticed).isEmpty();
        Golden.check("mutants/" + name.replace('/', '-') + ".txt", noticed.toString());
    }

    private List<Finding> found(String template) throws IOException {
        return RuleSet.standard()
                .check(EstateReader.read(Files.writeString(directory.resolve("mutant.template.json"), template)));
    }

    /** What a finding says, wherever it stands. */
    private static String text(Finding finding) {
        return finding.rule() + " " + finding.resource() + " " + finding.message();
    }
}
