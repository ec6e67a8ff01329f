package io.github.secures3.analysis.evaluate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Scenario files and the answers to them; {@code -Dgolden.update=true} rewrites the answers.
 *
 * <p>The rules behind the answers stand, with their AWS pages, in the tests of the package above.
 */
class ScenarioGoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/scenarios");

    @ParameterizedTest
    @ValueSource(strings = {"accounts", "guardrails", "keys", "access-points", "contexts", "broken"})
    void each_scenario_is_answered_in_its_line(String topic) throws IOException {
        String scenarios = Files.readString(FOLDER.resolve(topic + ".jsonl"));
        Path answers = FOLDER.resolve(topic + ".answers.jsonl");
        StringBuilder out = new StringBuilder();
        ScenarioRun.Summary summary = ScenarioRun.answer(new StringReader(scenarios), out);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(answers, out);
        }
        assertThat(out.toString()).isEqualTo(Files.readString(answers));
        assertThat(summary.scenarios()).isEqualTo((int) scenarios.lines().count());
    }
}
