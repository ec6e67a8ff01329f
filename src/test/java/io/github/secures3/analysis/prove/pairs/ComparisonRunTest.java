package io.github.secures3.analysis.prove.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.scenario.PolicyPairReader;
import io.github.secures3.analysis.evaluate.scenario.ScenarioReader;
import io.github.secures3.analysis.prove.Assumptions;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.Seed;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The shape of answers, that witnesses are requests which the evaluator reads and confirms, and that no line stops the next. */
class ComparisonRunTest {

    private static final Path PAIRS = Path.of("src/test/resources/cli/compare/pairs.jsonl");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void an_answer_has_name_verdict_witness_statements_and_reason() throws IOException {
        JsonNode answer =
                JSON.readTree(answers(Files.readAllLines(PAIRS).get(1)).get(0));

        assertThat(answer.path("name").asText()).isEqualTo("wider prefix");
        assertThat(answer.path("verdict").asText()).isEqualTo("NewAccess");
        assertThat(answer.path("witness").path("request").path("resource").asText())
                .startsWith("arn:aws:s3:::data/")
                .doesNotContain("/reports/");
        assertThat(answer.path("statements").toString()).isEqualTo("[{\"sid\":\"Read\",\"index\":0}]");
        assertThat(answer.path("reason").asText()).contains("s3:GetObject", "statement 0 (Read)");
    }

    @Test
    void the_evaluator_reads_a_witness_as_a_scenario_and_confirms_it() throws IOException {
        List<String> lines = Files.readAllLines(PAIRS);
        List<String> answers = answers(String.join("\n", lines));
        List<String> confirmed = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            JsonNode request = JSON.readTree(answers.get(at)).path("witness").path("request");
            JsonNode pair = JSON.readTree(lines.get(at));
            if (request.isObject() && pair.path("type").asText().equals("identity")) {
                assertThat(decide(request, pair.path("head")).isAllowed()).isTrue();
                assertThat(decide(request, pair.path("base")).isAllowed()).isFalse();
                confirmed.add(pair.path("name").asText());
            }
        }
        assertThat(confirmed).contains("wider prefix", "tag keys");
    }

    @Test
    void the_type_of_a_pair_counts_before_that_of_the_reader() throws IOException {
        String named = Files.readAllLines(PAIRS).get(0);
        String unnamed = named.replace("\"type\": \"identity\", ", "");

        assertThat(run(named, PolicyType.RESOURCE)).contains("NoNewAccess");
        assertThat(run(unnamed, PolicyType.RESOURCE)).contains("error", "no Principal");
        assertThat(run(unnamed, PolicyType.IDENTITY)).contains("NoNewAccess");
    }

    @Test
    void mutated_pairs_get_an_answer_or_an_error_and_never_stop_the_run() throws IOException {
        Random random = Seed.of(ComparisonRunTest.class);
        StringBuilder mutants = new StringBuilder();
        int lines = 0;
        for (String line : Files.readAllLines(PAIRS)) {
            for (int copy = 0; copy < 20; copy++, lines++) {
                mutants.append(mutated(line, random)).append('\n');
            }
        }

        assertThat(answers(mutants.toString()))
                .hasSize(lines)
                .allSatisfy(
                        answer -> assertThat(JSON.readTree(answer).isObject()).isTrue());
    }

    private static Decision decide(JsonNode request, JsonNode policy) {
        ObjectNode scenario = JSON.createObjectNode();
        ((ObjectNode) scenario.set("request", request))
                .putArray("identityPolicies")
                .add(policy);
        String account = request.path("principal").asText().split(":", -1)[4];
        ((ObjectNode) scenario.path("request")).put("resourceAccount", account);
        return new ScenarioReader().read(scenario.toString(), 1).decide();
    }

    private static String mutated(String line, Random random) {
        StringBuilder text = new StringBuilder(line);
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, "{}[]\",:*${}?0x".charAt(random.nextInt(14)));
                default -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
            }
        }
        return text.toString();
    }

    private static List<String> answers(String lines) throws IOException {
        return run(lines, null).lines().toList();
    }

    private static String run(String lines, @Nullable PolicyType type) throws IOException {
        StringBuilder out = new StringBuilder();
        ComparisonRun.answer(new StringReader(lines), out, new PolicyPairReader(type), Assumptions.DEFAULT_STEPS);
        return out.toString();
    }
}
