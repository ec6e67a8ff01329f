package io.github.secures3.analysis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The controls of rules are those that their publishers list. */
class ControlsTest {

    private static final Path LISTED = Path.of("src/test/resources/controls-about-s3.tsv");

    private final Set<Control> covered = RuleSet.standard().rules().stream()
            .flatMap(rule -> rule.controls().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    private final Set<Control> uncovered = UncoveredControl.all().stream()
            .map(UncoveredControl::control)
            .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void none_is_both() {
        assertThat(covered).doesNotContainAnyElementsOf(uncovered);
    }

    @Test
    void reasons_are_about_listed_controls_alone() throws IOException {
        assertThat(listed()).containsAll(uncovered);
    }

    @Test
    void an_id_of_a_rule_is_spelt_as_its_publisher_spells_it() throws IOException {
        Set<Framework> complete =
                Set.of(Framework.CDK_NAG, Framework.GUARD_REGISTRY, Framework.CONTROL_TOWER, Framework.PROWLER);

        assertThat(listed())
                .containsAll(covered.stream()
                        .filter(control -> complete.contains(control.framework()))
                        .toList());
    }

    private static List<Control> listed() throws IOException {
        return Files.readAllLines(LISTED).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(fields -> new Control(Framework.valueOf(fields[0]), fields[1]))
                .toList();
    }
}
