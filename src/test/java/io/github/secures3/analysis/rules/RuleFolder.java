package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The templates that show what a rule finds: {@code <verdict>-<sentence>.template.(json|yaml)}, with what is found beside them, and folders of the
 * same form that hold several templates of one estate.
 */
record RuleFolder(String rule) {

    static final Path ROOT = Path.of("src/test/resources/rules");

    /** What the name of a case promises. */
    enum Verdict {
        PASSES,
        FAILS,
        UNDECIDED
    }

    /** One template, or a folder of templates that make one estate. */
    record Case(String rule, Path path) {

        Verdict verdict() {
            String name = path.getFileName().toString();
            return Verdict.valueOf(name.substring(0, name.indexOf('-')).toUpperCase(Locale.ROOT));
        }

        Path expected() {
            String name = path.getFileName().toString().replaceFirst("\\.template\\.(json|yaml)$", "");
            return path.resolveSibling(name + ".findings.txt");
        }

        List<Finding> findings() {
            Rule checked = RuleSet.standard().rules().stream()
                    .filter(each -> each.id().text().equals(rule))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no rule " + rule));
            return RuleSet.of(List.of(checked)).check(EstateReader.read(templates(), ReadOptions.defaults()));
        }

        private List<Path> templates() {
            return Files.isDirectory(path) && !Files.exists(path.resolve("manifest.json"))
                    ? list(path)
                            .filter(file -> file.toString().contains(".template."))
                            .toList()
                    : List.of(path);
        }

        String text() {
            return findings().stream().map(Case::text).collect(Collectors.joining());
        }

        private static String text(Finding finding) {
            StringBuilder text = new StringBuilder("[" + finding.severity().text() + "] " + finding.resource()
                    + " at " + Path.of(finding.at().file()).getFileName() + ":"
                    + finding.at().line() + "\n    "
                    + finding.message() + "\n");
            for (Evidence evidence : finding.evidence()) {
                text.append("    ")
                        .append(evidence.kind().text())
                        .append(": ")
                        .append(evidence.text())
                        .append('\n');
            }
            return text.append("    fix: ").append(finding.fix()).append('\n').toString();
        }

        @Override
        public String toString() {
            return rule + "/" + path.getFileName();
        }
    }

    List<Case> cases() {
        Path folder = ROOT.resolve(rule);
        return Files.isDirectory(folder)
                ? list(folder)
                        .filter(file -> !file.toString().endsWith(".txt"))
                        .map(file -> new Case(rule, file))
                        .toList()
                : List.of();
    }

    static Stream<String> folders() {
        return list(ROOT).map(folder -> folder.getFileName().toString());
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
