package io.github.secures3.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckFormatsTest {

    private static String check(String format) {
        return check(ExitCode.FOUND, "src/test/resources/cli/check.yaml", "--format", format);
    }

    private static String check(int expected, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of("check"));
        all.addAll(List.of(arguments));
        int code = SecureS3.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        assertThat(err.toString()).isEmpty();
        assertThat(code).isEqualTo(expected);
        return out.toString();
    }

    @Test
    void writes_a_comment_for_a_pull_request() {
        assertThat(check("markdown"))
                .startsWith("<!-- secure-s3 check -->\n### secure-s3 check: 1 error, ")
                .contains(
                        "| **error** | BlockPublicPolicy and RestrictPublicBuckets are off | `Site/Public/Resource` |");
    }

    @Test
    void writes_json() throws IOException {
        JsonNode json = new ObjectMapper().readTree(check("json"));

        assertThat(json.path("verdict").asText()).isEqualTo("found");
        assertThat(json.at("/counts/error").asInt()).isEqualTo(1);
        assertThat(json.at("/findings/0/rule").asText()).isEqualTo("bucket.block-public-access");
    }

    @Test
    void writes_sarif() throws IOException {
        JsonNode run = new ObjectMapper().readTree(check("sarif")).at("/runs/0");

        assertThat(run.at("/results/0/ruleId").asText()).isEqualTo("bucket.block-public-access");
        assertThat(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("src/test/resources/cli/check.yaml");
    }

    @Test
    void suppresses_in_sarif_what_the_baseline_accepts() throws IOException {
        String sarif = check(
                ExitCode.CLEAN,
                "src/test/resources/cli/check.yaml",
                "--baseline",
                "src/test/resources/cli/check-baseline.yaml",
                "--today",
                "2026-06-30",
                "--format",
                "sarif");

        List<String> suppressed = new ArrayList<>();
        for (JsonNode result : new ObjectMapper().readTree(sarif).at("/runs/0/results")) {
            if (result.has("suppressions")) {
                suppressed.add(result.path("ruleId").asText() + ": "
                        + result.at("/suppressions/0/justification").asText());
            }
        }
        assertThat(suppressed)
                .containsExactlyInAnyOrder(
                        "bucket.block-public-access: the old site, until it moves behind CloudFront",
                        "bucket.versioning: logs are written once");
    }

    @Test
    void points_in_sarif_to_the_line_of_the_app_and_beside_it_to_the_template() throws IOException {
        String sarif = check(
                ExitCode.FOUND,
                "src/test/resources/cli/sources",
                "--format",
                "sarif",
                "--sources",
                "app/src/main/java");

        JsonNode result = new ObjectMapper().readTree(sarif).at("/runs/0/results/0");
        JsonNode place = result.at("/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asText())
                .isEqualTo("app/src/main/java/com/example/orders/OrdersStack.java");
        assertThat(place.at("/region/startLine").asInt()).isEqualTo(14);
        assertThat(result.at("/relatedLocations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("src/test/resources/cli/sources/Orders.template.json");
    }
}
