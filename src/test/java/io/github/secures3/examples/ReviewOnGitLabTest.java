package io.github.secures3.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the job that has the token does on GitLab.
 *
 * @see <a href="https://docs.gitlab.com/api/notes/">Notes API</a>
 * @see <a href="https://docs.gitlab.com/api/merge_requests/">Merge requests API</a>
 */
class ReviewOnGitLabTest {

    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";
    private static final String REQUEST = "/projects/3/merge_requests/7";
    private static final String NOTES = REQUEST + "/notes";

    @TempDir
    private Path directory;

    private FakeForge gitlab;

    @BeforeEach
    void start() throws IOException {
        gitlab = new FakeForge()
                .answering("GET /user", "{\"id\": 11}")
                .answering("GET " + REQUEST, request(SHA, ""))
                .answering("GET " + NOTES, "[]");
    }

    @AfterEach
    void stop() {
        gitlab.close();
    }

    private static String request(String sha, String labels) {
        return "{\"sha\": \"%s\", \"labels\": [%s]}".formatted(sha, labels);
    }

    private void noted(int author, String text) throws IOException {
        gitlab.answering(
                "GET " + NOTES,
                "[{\"id\": 5, \"author\": {\"id\": %d}, \"body\": %s}]"
                        .formatted(author, new ObjectMapper().writeValueAsString(text)));
    }

    private int publish() {
        ReviewScripts.Run run = ReviewScripts.run(
                directory,
                Map.of(
                        "CI_API_V4_URL", gitlab.address(),
                        "CI_MERGE_REQUEST_PROJECT_ID", "3",
                        "CI_MERGE_REQUEST_IID", "7",
                        "CI_COMMIT_SHA", SHA,
                        "SECURE_S3_TOKEN", "secret-token"),
                "gitlab.mjs",
                "publish",
                "results");
        assertThat(run.errors()).isEmpty();
        return run.exitCode();
    }

    private String posted() {
        return gitlab.sent("POST " + NOTES).path("body").asText();
    }

    @Test
    void a_weakened_change_gets_a_note_and_fails_the_job() throws IOException {
        ReviewResults.weakened(directory);

        assertThat(publish()).isEqualTo(1);
        assertThat(posted()).contains("### secure-s3 diff: weakened", "set the label `secure-s3-accepted`");
    }

    @Test
    void a_change_that_weakens_nothing_passes() throws IOException {
        ReviewResults.strengthened(directory);

        assertThat(publish()).isZero();
        assertThat(posted()).contains("### secure-s3 diff: changed");
    }

    @Test
    void its_note_is_updated_in_place_and_those_of_others_are_left_alone() throws IOException {
        ReviewResults.strengthened(directory);
        noted(12, "<!-- secure-s3 diff -->\nmine");
        publish();
        noted(11, "<!-- secure-s3 diff -->\nolder");
        publish();

        assertThat(gitlab.order()).containsExactly("POST " + NOTES, "PUT " + NOTES + "/5");
    }

    @Test
    void the_label_accepts_what_the_note_showed_and_another_change_takes_it_away() throws IOException {
        ReviewResults.weakened(directory);
        publish();
        noted(11, posted());
        gitlab.answering("GET " + REQUEST, request(SHA, "\"secure-s3-accepted\""));
        assertThat(publish()).isZero();

        ReviewResults.halfAccepted(directory);
        assertThat(publish()).isEqualTo(1);
        assertThat(gitlab.sent("PUT " + REQUEST).path("remove_labels").asText()).isEqualTo("secure-s3-accepted");
    }

    @Test
    void a_merge_request_that_moved_on_is_left_to_the_next_pipeline() {
        gitlab.answering("GET " + REQUEST, request(SHA.replace('0', 'f'), ""));

        assertThat(publish()).isZero();
        assertThat(gitlab.order()).isEmpty();
    }
}
