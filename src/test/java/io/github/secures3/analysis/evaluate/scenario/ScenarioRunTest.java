package io.github.secures3.analysis.evaluate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The shape of answers, and that nothing in a scenario file stops the next line from being answered. */
class ScenarioRunTest {

    private static final String ANONYMOUS =
            "{\"name\": \"x\", \"request\": {\"principal\": \"anonymous\", \"action\": \"s3:GetObject\", \"resource\":"
                    + " \"arn:aws:s3:::data\"}}";

    @Test
    void an_answer_has_name_decision_reason_and_layers() throws IOException {
        JsonNode answer = new ObjectMapper()
                .readTree(run(Files.readAllLines(Path.of("src/test/resources/scenarios/accounts.jsonl"))
                                .get(0))
                        .trim());
        assertThat(answer.path("name").asText()).isEqualTo("cross-account read");
        assertThat(answer.path("decision").asText()).isEqualTo("Allowed");
        assertThat(answer.path("reason").asText()).contains("AllowRead");
        JsonNode resource = answer.path("layers").get(1);
        assertThat(resource.path("layer").asText()).isEqualTo("resource");
        assertThat(resource.path("decision").asText()).isEqualTo("Allowed");
        assertThat(resource.path("statements").toString()).isEqualTo("[{\"sid\":\"AllowRead\",\"index\":0}]");
    }

    @Test
    void lines_may_end_in_any_way_and_the_last_one_need_not_end() throws IOException {
        assertThat(run(ANONYMOUS + "\r\n" + ANONYMOUS).lines().toList())
                .hasSize(2)
                .allMatch(line -> line.contains("ImplicitlyDenied"));
        assertThat(run("")).isEmpty();
    }

    @Test
    void null_leaves_a_field_out() throws IOException {
        String nulls = ANONYMOUS.replace(
                "}}",
                ", \"resourceAccount\": null, \"context\": null}, \"identityPolicies\": null, \"resourcePolicy\": null,"
                        + " \"serviceControlPolicies\": null, \"abacEnabled\": null, \"organization\": null}");
        assertThat(run(nulls)).isEqualTo(run(ANONYMOUS));
        assertThat(run(ANONYMOUS.replace("}}", "}, \"bucketPolicy\": null}"))).contains("bucketPolicy: no such field");
        assertThat(run("{\"request\": null}")).contains("request: the field is missing");
    }

    @Test
    void policies_are_told_apart_however_alike_they_are() throws IOException {
        String allow =
                "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:*\", \"Resource\":"
                        + " \"*\"}}";
        StringBuilder lines = new StringBuilder();
        for (int round = 0; round < 3; round++) {
            for (String effect : List.of("Allow", "Deny", "Allow")) {
                for (int spaces = 0; spaces < 6; spaces++) {
                    lines.append(ANONYMOUS.replace(
                                    "}}",
                                    "}, \"resourcePolicy\": " + allow.replace("Allow", effect) + " ".repeat(spaces)
                                            + "}"))
                            .append('\n');
                    lines.append(ANONYMOUS.replace(
                                    "}}",
                                    "}, \"resourcePolicy\": "
                                            + allow.replace("Allow", effect).replace("s3:*", "s3:Put" + spaces)
                                            + "}"))
                            .append('\n');
                }
            }
        }
        List<String> answers = run(lines.toString()).lines().toList();
        assertThat(answers).hasSize(108);
        for (int line = 0; line < answers.size(); line++) {
            boolean denies = line / 12 % 3 == 1;
            String expected = line % 2 == 1 ? "ImplicitlyDenied" : denies ? "ExplicitlyDenied" : "Allowed";
            assertThat(answers.get(line)).contains("\"decision\":\"" + expected + "\",\"reason\"");
        }
    }

    @Test
    void hostile_lines_are_answered_with_an_error() throws IOException {
        List<String> hostile = List.of(
                "x".repeat(JsonLines.MAX_LENGTH + 10),
                "[".repeat(100_000),
                "{\"request\":".repeat(10_000),
                "{\"identityPolicies\": " + "[".repeat(10_000) + "]}",
                "{\"name\": \"\ud800\"}",
                "{\"request\": 1e999999999}");
        for (String line : hostile) {
            String answer = run(line + "\n" + ANONYMOUS);
            assertThat(answer.lines().toList()).hasSize(2);
            assertThat(answer.lines().findFirst().orElseThrow()).contains("\"error\":\"line 1: ");
            assertThat(answer).endsWith("\"layers\":[]}\n");
        }
    }

    @Test
    void mutated_scenarios_get_an_answer_or_an_error_and_never_stop_the_run() throws IOException {
        String given = System.getProperty("seed", "");
        long seed = given.isEmpty() ? new Random().nextLong() : Long.parseLong(given);
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        StringBuilder mutants = new StringBuilder();
        int lines = 0;
        for (String topic : List.of("accounts", "guardrails", "keys", "access-points", "contexts")) {
            for (String line : Files.readAllLines(Path.of("src/test/resources/scenarios", topic + ".jsonl"))) {
                for (int copy = 0; copy < 60; copy++) {
                    mutants.append(mutated(line, random)).append('\n');
                    lines++;
                }
            }
        }
        ObjectMapper json = new ObjectMapper();
        List<String> answers = run(mutants.toString()).lines().toList();
        assertThat(answers).as("seed %d", seed).hasSize(lines);
        for (String answer : answers) {
            assertThat(json.readTree(answer).isObject()).isTrue();
        }
    }

    @Test
    void errors_name_line_and_field() {
        ScenarioReader reader = new ScenarioReader();
        String line = ANONYMOUS.replace("}}", "}, \"keyPolicy\": 7}");
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> reader.read(line, 12))
                .satisfies(e -> {
                    assertThat(e.line()).isEqualTo(12);
                    assertThat(e.field()).isEqualTo("keyPolicy");
                    assertThat(e.name()).isEqualTo("x");
                })
                .withMessage("line 12: keyPolicy: takes a policy document, not a number");
    }

    private static String mutated(String line, Random random) {
        StringBuilder text = new StringBuilder(line);
        for (int edits = 1 + random.nextInt(3); edits > 0 && text.length() > 1; edits--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, "{}[]\",:*${}?0x".charAt(random.nextInt(14)));
                case 2 -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
                default -> text.replace(at, Math.min(text.length(), at + random.nextInt(20)), "");
            }
        }
        return text.toString();
    }

    private static String run(String lines) throws IOException {
        StringBuilder out = new StringBuilder();
        ScenarioRun.answer(new StringReader(lines), out);
        return out.toString();
    }
}
