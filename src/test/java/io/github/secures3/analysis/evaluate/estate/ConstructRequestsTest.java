package io.github.secures3.analysis.evaluate.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.model.Estate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that the templates of every construct must let pass, and requests that they must stop, written down by hand. */
class ConstructRequestsTest {

    private static final Path REQUESTS = Path.of("src/test/resources/requests");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    /** Nested stacks that only an assembly with its assets joins, and a boundary that stands on nobody in its template. */
    private static final List<String> ASKED_ELSEWHERE = List.of("accesspoint/nested-stacks/", "accesspoint/guard/");

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(REQUESTS)) {
            return all.filter(file -> file.toString().endsWith(".requests"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void each_request_gets_the_answer_that_it_must(Path path, @TempDir Path assembly) throws IOException {
        RequestFile file = RequestFile.read(path);
        Estate estate = file.estate(assembly);
        SoftAssertions all = new SoftAssertions();
        for (RequestFile.Line line : file.requests()) {
            Decision decision = EstateSituation.of(estate, line.request()).decide();
            all.assertThat(decision.outcome())
                    .as("%s%n%s", line.text(), decision)
                    .isEqualTo(line.outcome());
            all.assertThat(decision.reason()).as(line.text()).contains(line.why());
        }
        all.assertAll();
        assertThat(file.requests())
                .extracting(RequestFile.Line::outcome)
                .as("requests that pass, or may, and requests that are stopped")
                .containsAnyOf(Outcome.ALLOWED, Outcome.UNDECIDED)
                .containsAnyOf(Outcome.EXPLICITLY_DENIED, Outcome.IMPLICITLY_DENIED);
    }

    @Test
    void every_golden_template_has_its_requests() throws IOException {
        List<String> tried = new ArrayList<>();
        for (Path file : files()) {
            tried.addAll(RequestFile.read(file).templates());
        }
        try (Stream<Path> all = Files.walk(GOLDEN)) {
            List<String> golden = all.filter(file -> file.toString().endsWith(".template.json"))
                    .map(file -> GOLDEN.relativize(file).toString())
                    .filter(name -> ASKED_ELSEWHERE.stream().noneMatch(name::startsWith))
                    .toList();
            assertThat(new TreeSet<>(tried)).containsAll(golden);
        }
    }
}
