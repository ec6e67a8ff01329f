package io.github.secures3.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.testing.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Everything the project's own Markdown files promise. */
class DocumentationTest {

    /** A part that does not stand alone proves little, so there may be few. */
    private static final int MOST_FRAGMENTS = 3;

    /** Commands that {@code .ci/run} does not run, each with what proves it instead. */
    private static final Map<String, String> PROVEN_ELSEWHERE = Map.ofEntries(
            Map.entry(
                    "git clone https://github.com/secures3/secure-s3-constructs.git",
                    "how the sources reach the machine"),
            Map.entry("cd secure-s3-constructs", "follows from the clone"),
            Map.entry(".ci/run", "is that script"),
            Map.entry("mvn spotless:apply", "its check runs within mvn verify"),
            Map.entry("mvn verify -Dgolden.update=true", "rewrites what mvn verify compares, so never runs unattended"),
            Map.entry("mvn verify -Dseed=42", "mvn verify with one of its random seeds"),
            Map.entry("mvn test -Dtest=ArchitectureTest", "a part of mvn verify"),
            Map.entry(
                    "java -jar target/secure-s3-constructs-0.1.0-SNAPSHOT-cli.jar report"
                            + " src/test/resources/io/github/secures3/analysis/report/html/showcase.yaml"
                            + " --account 111122223333 --region eu-west-1 -o target/showcase",
                    "the page of HtmlReportTest, written to a file"),
            Map.entry(
                    "java -jar target/secure-s3-constructs-0.1.0-SNAPSHOT-cli.jar check"
                            + " src/test/resources/rules/bucket.tls/fails-without-a-policy.template.yaml",
                    "ends with 1, as it shows a finding; CommandLinePageTest compares what it prints"),
            Map.entry(
                    "java -jar target/secure-s3-constructs-0.1.0-SNAPSHOT-cli.jar prove"
                            + " src/test/resources/cli/estate.yaml --invariant no-tls-below:1.2",
                    "ends with 1, as it shows a finding; CommandLinePageTest compares what it prints"),
            Map.entry(
                    "java -jar target/secure-s3-constructs-0.1.0-SNAPSHOT-cli.jar compare --type identity"
                            + " src/test/resources/cli/compare/base.json src/test/resources/cli/compare/head.json",
                    "ends with 1, as it shows a finding; CommandLinePageTest compares what it prints"),
            Map.entry(
                    "java -jar target/secure-s3-constructs-0.1.0-SNAPSHOT-cli.jar diff"
                            + " src/test/resources/io/github/secures3/analysis/report/html/showcase.yaml"
                            + " src/test/resources/io/github/secures3/analysis/report/html/showcase-changed.yaml"
                            + " --account 111122223333 --region eu-west-1 --fail-on never --format html"
                            + " -o target/showcase/change.html",
                    "a page of HtmlDiffReportTest, written to a file"),
            Map.entry("npm ci --prefix src/test/browser", "needs no proof without the next"),
            Map.entry(
                    "node src/test/browser/check.mjs --screenshots docs/images target/showcase/index.html"
                            + " target/showcase/change.html",
                    "needs Chromium, which a bare machine has not"),
            Map.entry("mvn -Papi verify", "before a release; compares with the last one"),
            Map.entry("mvn -Pcoverage verify", "a report for people"),
            Map.entry("mvn -Pmutation test-compile pitest:mutationCoverage", "a report for people, minutes long"),
            Map.entry("mvn -Pbench test-compile exec:exec@bench", "a report for people, minutes long"));

    private final SourceTree tree = SourceTree.ofThisBuild();

    @Test
    void links_lead_somewhere() {
        Links links = new Links(tree);

        assertThat(pages().flatMap(page -> links.broken(page).stream())).isEmpty();
    }

    @Test
    void commands_are_proven_by_the_script_that_runs_on_every_change() {
        Commands commands = new Commands(tree.read(Path.of(".ci", "run")), PROVEN_ELSEWHERE);

        assertThat(pages().flatMap(page -> commands.unproven(page).stream())).isEmpty();
    }

    @Test
    void dependencies_are_those_of_the_pom() {
        Coordinates coordinates = new Coordinates(tree.read(Path.of("pom.xml")));

        assertThat(pages().flatMap(page -> coordinates.wrong(page).stream())).isEmpty();
    }

    @Test
    void fragments_are_few() {
        assertThat(pages().flatMap(Snippet::of).filter(Snippet::isFragment).map(Snippet::place))
                .hasSizeLessThanOrEqualTo(MOST_FRAGMENTS);
    }

    @Test
    void the_pages_are_found() {
        assertThat(pages().map(Page::file))
                .contains(Path.of("CONTRIBUTING.md"), Path.of("docs", "decisions", "README.md"));
    }

    @TestFactory
    Stream<DynamicTest> java_compiles_and_synthesizes(@TempDir Path directory) {
        List<Snippet> snippets = pages().flatMap(Snippet::of).toList();
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest(
                        "every block marked as Java is read",
                        () -> assertThat(snippets)
                                .hasSameSizeAs(pages().flatMap(page -> page.blocks().stream())
                                        .filter(block -> block.language().startsWith("java")
                                                && !block.language().startsWith("javascript"))
                                        .toList()))),
                snippets.stream()
                        .map(snippet -> DynamicTest.dynamicTest(
                                snippet.place(),
                                () -> assertThat(snippet.problems(subdirectory(directory, snippet)))
                                        .isEmpty())));
    }

    private static Path subdirectory(Path directory, Snippet snippet) {
        Path own = directory.resolve(snippet.place().replaceAll("\\W", "_"));
        assertThat(own.toFile().mkdir()).isTrue();
        return own;
    }

    private Stream<Page> pages() {
        return tree.files(".md").stream()
                .filter(file -> !file.startsWith("src"))
                .map(file -> Page.parse(file, tree.read(file)));
    }
}
