package io.github.secures3.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the privileged half of the review does on GitHub.
 *
 * @see <a href="https://docs.github.com/en/rest/issues/comments">REST API endpoints for issue comments</a>
 * @see <a href="https://docs.github.com/en/rest/commits/statuses">REST API endpoints for commit statuses</a>
 */
class ReviewOnGitHubTest {

    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";
    private static final String REPOSITORY = "/repos/acme/orders";
    private static final String PULLS = "GET " + REPOSITORY + "/pulls";
    private static final String COMMENTS = REPOSITORY + "/issues/7/comments";
    private static final String LABEL = "DELETE " + REPOSITORY + "/issues/7/labels/secure-s3-accepted";
    private static final String STATUS = "POST " + REPOSITORY + "/statuses/" + SHA;

    @TempDir
    private Path directory;

    private FakeForge github;

    @BeforeEach
    void start() throws IOException {
        github = new FakeForge().answering(PULLS, pull(7, SHA, "")).answering("GET " + COMMENTS, "[]");
    }

    @AfterEach
    void stop() {
        github.close();
    }

    private static String pull(int number, String sha, String labels) {
        return into("main", number, sha, labels);
    }

    private static String into(String base, int number, String sha, String labels) {
        return "[{\"number\": %d, \"head\": {\"sha\": \"%s\"}, \"base\": {\"ref\": \"%s\"}, \"labels\": [%s]}]"
                .formatted(number, sha, base, labels);
    }

    private ReviewScripts.Run run(Map<String, String> more, String... arguments) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "GITHUB_API_URL", github.address(),
                "GITHUB_REPOSITORY", "acme/orders",
                "GITHUB_TOKEN", "secret-token",
                "HEAD_SHA", SHA,
                "HEAD_OWNER", "somebody",
                "HEAD_BRANCH", "$(touch pwned)&head=acme:main",
                "SYNTHESIZED", "success",
                "COMPARED", "success",
                "RUN_URL", "https://github.com/acme/orders/actions/runs/1"));
        environment.putAll(more);
        return ReviewScripts.run(directory, environment, "github.mjs", arguments);
    }

    private void publish() {
        ReviewScripts.Run run = run(Map.of(), "publish", "results");
        assertThat(run.exitCode()).as(run.errors()).isZero();
    }

    private void labelled() {
        github.answering(PULLS, pull(7, SHA, "{\"name\": \"secure-s3-accepted\"}"));
    }

    /** The comment of an earlier run, as GitHub gives it back. */
    private void commented(String author, String text) throws IOException {
        String body = new ObjectMapper().writeValueAsString(text.replace("\n", "\r\n"));
        github.answering(
                "GET " + COMMENTS,
                "[{\"id\": 5, \"user\": {\"login\": \"%s\"}, \"body\": %s}]".formatted(author, body));
    }

    private String state() {
        return github.sent(STATUS).path("state").asText();
    }

    private String posted() {
        return github.sent("POST " + COMMENTS).path("body").asText();
    }

    @Test
    void a_weakened_change_gets_a_comment_and_a_status_that_fails() throws IOException {
        ReviewResults.weakened(directory);
        publish();

        assertThat(posted())
                .startsWith("<!-- secure-s3 diff -->\n<!-- change ")
                .contains("### secure-s3 diff: weakened", "set the label `secure-s3-accepted`");
        assertThat(state()).isEqualTo("failure");
        assertThat(github.sent(STATUS).path("description").asText()).isEqualTo("weakened by 2 changes");
        assertThat(github.sent(STATUS).path("context").asText()).isEqualTo("secure-s3");
    }

    @Test
    void a_change_that_weakens_nothing_passes() throws IOException {
        ReviewResults.strengthened(directory);
        publish();

        assertThat(posted()).contains("### secure-s3 diff: changed").doesNotContain("secure-s3-accepted");
        assertThat(state()).isEqualTo("success");
    }

    @Test
    void its_comment_is_updated_in_place() throws IOException {
        ReviewResults.strengthened(directory);
        commented("github-actions[bot]", "<!-- secure-s3 diff -->\nolder");
        publish();

        assertThat(github.order()).containsExactly("PATCH " + REPOSITORY + "/issues/comments/5", STATUS);
    }

    @Test
    void a_comment_that_somebody_else_wrote_is_left_alone() throws IOException {
        ReviewResults.strengthened(directory);
        commented("somebody", "<!-- secure-s3 diff -->\nmine");
        publish();

        assertThat(github.order()).containsExactly("POST " + COMMENTS, STATUS);
    }

    @Test
    void the_label_accepts_what_the_comment_showed_when_it_was_set() throws IOException {
        ReviewResults.weakened(directory);
        publish();
        commented("github-actions[bot]", posted());
        labelled();
        publish();

        assertThat(state()).isEqualTo("success");
        assertThat(github.sent("PATCH " + REPOSITORY + "/issues/comments/5")
                        .path("body")
                        .asText())
                .contains("Accepted by the label `secure-s3-accepted`");
        assertThat(github.order()).doesNotContain(LABEL);
    }

    @Test
    void another_change_takes_the_label_away() throws IOException {
        ReviewResults.halfAccepted(directory);
        publish();
        String before = posted();
        ReviewResults.weakened(directory);
        commented("github-actions[bot]", before);
        labelled();
        publish();

        assertThat(state()).isEqualTo("failure");
        assertThat(github.order().subList(2, 5))
                .containsExactly(LABEL, "PATCH " + REPOSITORY + "/issues/comments/5", STATUS);
    }

    @Test
    void a_label_that_was_there_before_any_comment_counts_for_nothing() throws IOException {
        ReviewResults.weakened(directory);
        labelled();
        publish();

        assertThat(state()).isEqualTo("failure");
        assertThat(github.order()).startsWith(LABEL);
    }

    @Test
    void a_label_on_what_is_no_longer_weakened_is_taken_away() throws IOException {
        ReviewResults.strengthened(directory);
        labelled();
        publish();

        assertThat(state()).isEqualTo("success");
        assertThat(github.order()).contains(LABEL);
    }

    @Test
    void what_the_baseline_accepts_is_not_counted() throws IOException {
        ReviewResults.halfAccepted(directory);
        publish();

        assertThat(github.sent(STATUS).path("description").asText()).isEqualTo("weakened by 1 change");
    }

    @Test
    void without_templates_or_comparison_the_status_is_an_error() {
        run(Map.of("SYNTHESIZED", "failure", "COMPARED", "skipped"), "publish", "results");
        assertThat(state()).isEqualTo("error");
        assertThat(github.order()).containsExactly(STATUS);

        run(Map.of("COMPARED", "failure"), "publish", "results");
        assertThat(github.sent(STATUS).path("description").asText()).isEqualTo("the templates could not be compared");
    }

    @Test
    void a_pull_request_that_moved_on_is_left_to_the_next_run() {
        github.answering(PULLS, pull(7, SHA.replace('0', 'f'), ""));
        publish();

        assertThat(github.order()).isEmpty();
    }

    @Test
    void the_branch_is_nothing_but_a_value_of_the_query() throws IOException {
        ReviewResults.strengthened(directory);
        publish();

        assertThat(github.queries().get(0))
                .isEqualTo(
                        REPOSITORY
                                + "/pulls?state=open&head=somebody%3A%24%28touch+pwned%29%26head%3Dacme%3Amain&per_page=100&page=1");
        assertThat(directory.resolve("pwned")).doesNotExist();
    }

    @Test
    void the_baseline_is_the_one_that_the_pull_request_shows() {
        assertThat(run(Map.of(), "baseline", "accepted.yaml").exitCode()).isZero();
        assertThat(directory.resolve("accepted.yaml")).hasContent("accepted: []\n");

        github.answering("GET " + REPOSITORY + "/contents/secure-s3/accepted.yaml", "accepted: [] # here\n");
        assertThat(run(Map.of(), "baseline", "accepted.yaml").exitCode()).isZero();
        assertThat(directory.resolve("accepted.yaml")).hasContent("accepted: [] # here\n");
        assertThat(github.queries()).contains(REPOSITORY + "/contents/secure-s3/accepted.yaml?ref=" + SHA);
    }

    @Test
    void an_artifact_that_is_too_large_or_missing_is_refused() {
        String artifacts = "GET " + REPOSITORY + "/actions/runs/9/artifacts";
        Map<String, String> of = Map.of("RUN_ID", "9", "ARTIFACTS", "secure-s3-head secure-s3-base");
        github.answering(artifacts, "{\"artifacts\": [{\"size_in_bytes\": 20000000}]}");
        assertThat(run(of, "admit").exitCode()).isZero();

        github.answering(artifacts, "{\"artifacts\": [{\"size_in_bytes\": 20000001}]}");
        assertThat(run(of, "admit").exitCode()).isEqualTo(2);

        github.answering(artifacts, "{\"artifacts\": []}");
        assertThat(run(of, "admit").errors())
                .isEqualTo(
                        "secure-s3: one artifact secure-s3-head of at most 20000000 bytes is expected; there are []\n");
    }

    @Test
    void each_artifact_is_asked_for_by_its_name() {
        github.answering(
                "GET " + REPOSITORY + "/actions/runs/9/artifacts", "{\"artifacts\": [{\"size_in_bytes\": 1}]}");
        run(Map.of("RUN_ID", "9", "ARTIFACTS", "secure-s3-head secure-s3-base"), "admit");

        assertThat(github.queries())
                .containsExactly(
                        REPOSITORY + "/actions/runs/9/artifacts?name=secure-s3-head",
                        REPOSITORY + "/actions/runs/9/artifacts?name=secure-s3-base");
    }

    @Test
    void a_pull_request_that_goes_to_another_branch_now_gets_an_error() throws IOException {
        ReviewResults.strengthened(directory);
        github.answering(PULLS, into("release", 7, SHA, ""));
        publish();

        assertThat(github.order()).containsExactly(STATUS);
        assertThat(state()).isEqualTo("error");
        assertThat(github.sent(STATUS).path("description").asText())
                .isEqualTo("compared with a branch that the pull request no longer goes to");
    }

    @Test
    void a_status_of_another_branch_is_taken_back_before_the_next_comparison() throws IOException {
        ReviewResults.strengthened(directory);
        publish();
        commented("github-actions[bot]", posted());
        assertThat(run(Map.of(), "hold").exitCode()).isZero();
        assertThat(state()).isEqualTo("success");

        github.answering(PULLS, into("release", 7, SHA, ""));
        assertThat(run(Map.of(), "hold").exitCode()).isZero();
        assertThat(state()).isEqualTo("pending");
    }

    @Test
    void nothing_is_taken_back_where_nothing_was_told() {
        assertThat(run(Map.of(), "hold").exitCode()).isZero();
        assertThat(github.order()).isEmpty();
    }

    @Test
    void code_scanning_gets_nothing_that_was_compared_with_another_branch() throws IOException {
        ReviewResults.weakened(directory);
        github.answering(PULLS, into("release", 7, SHA, ""));

        assertThat(run(Map.of(), "scan", "results").exitCode()).isZero();
        assertThat(github.order()).isEmpty();
    }

    @Test
    void code_scanning_gets_what_is_not_accepted() throws IOException {
        ReviewResults.halfAccepted(directory);
        assertThat(run(Map.of(), "scan", "results").exitCode()).isZero();

        JsonNode sent = github.sent("POST " + REPOSITORY + "/code-scanning/sarifs");
        assertThat(sent.path("ref").asText()).isEqualTo("refs/pull/7/head");
        assertThat(sent.path("commit_sha").asText()).isEqualTo(SHA);
        byte[] zipped = Base64.getDecoder().decode(sent.path("sarif").asText());
        JsonNode sarif = new ObjectMapper().readTree(new GZIPInputStream(new ByteArrayInputStream(zipped)));
        assertThat(sarif.at("/runs/0/results"))
                .singleElement()
                .satisfies(result -> assertThat(result.path("ruleId").asText()).isEqualTo("diff.access-logging"));
    }

    @Test
    void results_that_are_none_of_ours_are_refused() throws IOException {
        ReviewResults.weakened(directory);
        Files.writeString(directory.resolve("results/comment.md"), "@everyone");
        ReviewScripts.Run run = run(Map.of(), "publish", "results");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).isEqualTo("secure-s3: comment.md does not begin with its mark\n");
        assertThat(github.order()).isEmpty();
    }

    @Test
    void what_goes_wrong_is_one_line_without_the_token() {
        ReviewScripts.Run run = run(Map.of("GITHUB_REPOSITORY", "acme/unknown"), "publish", "results");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors())
                .isEqualTo("secure-s3: GET /repos/acme/unknown/pulls was answered 404: {\"message\": \"Not Found\"}\n")
                .doesNotContain("secret-token");
    }
}
