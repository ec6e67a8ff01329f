package io.github.secures3.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CheckFormatsTest {

    private static String check(String format) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = SecureS3.run(
                new PrintWriter(out),
                new PrintWriter(err),
                "check",
                "src/test/resources/cli/check.yaml",
                "--format",
                format);
        assertThat(err.toString()).isEmpty();
        assertThat(code).isEqualTo(ExitCode.FOUND);
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
}
