package io.github.secures3.analysis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.finding.Baseline;
import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates that this library writes satisfy its own rules; what they do not is explained in them or in a baseline. */
class OwnTemplatesTest {

    private static final Path BASELINE = Path.of("src/test/resources/own-templates.baseline.yaml");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    @ParameterizedTest
    @MethodSource("estates")
    void have_explained_findings_only(Estate estate) {
        Baseline.Outcome outcome = outcome(findings(estate));

        assertThat(outcome.open()).filteredOn(OwnTemplatesTest::isUnexplained).isEmpty();
    }

    @Test
    void the_baseline_holds_nothing_that_is_not_found() {
        List<Finding> all =
                estates().flatMap(estate -> findings(estate).stream()).toList();

        assertThat(outcome(all).open())
                .noneMatch(finding -> finding.rule().text().startsWith("baseline."));
    }

    private static boolean isUnexplained(Finding finding) {
        boolean explained = finding.evidence().stream().anyMatch(each -> each.kind() == Evidence.Kind.REASON);
        return !finding.rule().text().startsWith("baseline.") && (finding.severity() != Severity.NOTE || !explained);
    }

    private static Baseline.Outcome outcome(List<Finding> findings) {
        return BaselineReader.read(BASELINE)
                .apply(
                        findings,
                        RuleSet.standard().rules().stream().map(Rule::id).toList(),
                        TODAY);
    }

    private static List<Finding> findings(Estate estate) {
        return RuleSet.standard().check(EstateReader.read(estate.templates(), ReadOptions.defaults()));
    }

    /** Templates that are deployed together. */
    record Estate(Path home, List<Path> templates) {

        @Override
        public String toString() {
            return home.toString();
        }
    }

    static Stream<Estate> estates() {
        Stream<Estate> examples = list(Path.of("examples"))
                .filter(example -> Files.isDirectory(example.resolve("expected")))
                .map(example -> new Estate(example, templates(example.resolve("expected"))));
        Stream<Estate> golden = templates(Path.of("src/test/resources/golden")).stream()
                .map(template -> new Estate(template, List.of(template)));
        return Stream.concat(examples, golden);
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> templates(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".template.json"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
