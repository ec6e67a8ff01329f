package io.github.secures3.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The workflows of the review: what runs the pull request's code can write nothing, and what can write runs none of it.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#workflow_run">workflow_run</a>
 * @see <a href="https://docs.github.com/en/actions/reference/security/secure-use">Secure use of GitHub Actions</a>
 */
class ReviewWorkflowsTest {

    private static final Path GITHUB = ReviewScripts.EXAMPLE.resolve("github");
    private static final Path SYNTHESIZE = GITHUB.resolve("secure-s3-synthesize.yml");
    private static final Path REVIEW = GITHUB.resolve("secure-s3-review.yml");
    private static final Path ACTION = Path.of("action.yml");
    private static final Path GITLAB = ReviewScripts.EXAMPLE.resolve("gitlab").resolve(".gitlab-ci.yml");

    static List<Path> workflows() {
        return List.of(SYNTHESIZE, REVIEW);
    }

    static List<Path> files() {
        return List.of(SYNTHESIZE, REVIEW, ACTION);
    }

    private static Map<String, Object> yaml(Path file) throws IOException {
        return map(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    private static Object member(Map<String, Object> map, String name) {
        return Objects.requireNonNull(map.get(name), name);
    }

    private static Map<String, Object> jobs(Path workflow) throws IOException {
        return map(member(yaml(workflow), "jobs"));
    }

    private static Object permissions(Path workflow, String job) throws IOException {
        return member(map(member(jobs(workflow), job)), "permissions");
    }

    /** The steps of a workflow or of a composite action. */
    private static List<Map<String, Object>> steps(Path file) throws IOException {
        Map<String, Object> root = yaml(file);
        Stream<Object> holders = root.containsKey("runs")
                ? Stream.of(member(root, "runs"))
                : map(member(root, "jobs")).values().stream();
        return holders.flatMap(holder -> ((List<?>) member(map(holder), "steps")).stream())
                .map(ReviewWorkflowsTest::map)
                .toList();
    }

    private static Stream<String> texts(Path file, String member) throws IOException {
        return steps(file).stream()
                .flatMap(step -> Optional.ofNullable(step.get(member)).stream())
                .map(Object::toString);
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void no_token_has_a_permission_that_its_job_does_not_name(Path workflow) throws IOException {
        assertThat(yaml(workflow)).containsEntry("permissions", Map.of());
        assertThat(jobs(workflow).values())
                .isNotEmpty()
                .allSatisfy(job -> assertThat(map(job)).containsKeys("permissions", "timeout-minutes"));
    }

    @Test
    void what_runs_code_of_the_pull_request_can_only_read_and_gets_no_secret() throws IOException {
        assertThat(map(member(yaml(SYNTHESIZE), "on"))).containsOnlyKeys("pull_request");
        assertThat(jobs(SYNTHESIZE)).containsOnlyKeys("head", "base");
        for (String job : jobs(SYNTHESIZE).keySet()) {
            assertThat(permissions(SYNTHESIZE, job)).isEqualTo(Map.of("contents", "read"));
        }
        assertThat(Files.readString(SYNTHESIZE)).doesNotContain("secrets.", "github.token");
    }

    /** On the machine of the base nothing of the head runs, nor at the same time elsewhere. */
    @Test
    void the_base_is_synthesized_apart_from_the_head_and_last() throws IOException {
        Map<String, Object> base = map(member(jobs(SYNTHESIZE), "base"));
        assertThat(base).containsEntry("needs", "head");
        List<Map<String, Object>> steps = ((List<?>) member(base, "steps"))
                .stream().map(ReviewWorkflowsTest::map).toList();
        List<String> runs = steps.stream()
                .filter(step -> step.containsKey("run"))
                .map(step -> step.get("run").toString())
                .toList();
        assertThat(runs.get(0)).isEqualTo("git checkout --quiet --detach HEAD^1");
        assertThat(runs.get(1)).contains("mvn");
        Map<String, Object> upload = map(member(steps.get(steps.size() - 1), "with"));
        assertThat(upload).containsEntry("name", "secure-s3-base").containsEntry("overwrite", true);
        assertThat(member(upload, "path").toString()).contains("templates/base/base-ref.txt");
    }

    @Test
    void a_pull_request_that_goes_to_another_branch_is_compared_again() throws IOException {
        Object types = member(map(member(map(member(yaml(SYNTHESIZE), "on")), "pull_request")), "types");
        assertThat((List<?>) types)
                .isEqualTo(List.of("opened", "synchronize", "reopened", "edited", "labeled", "unlabeled"));
        assertThat(member(map(member(jobs(SYNTHESIZE), "head")), "if").toString())
                .contains("github.event.action != 'edited' || github.event.changes.base != null");
    }

    /** The concurrency of a workflow counts before the conditions of its jobs do. */
    @Test
    void what_another_label_or_edit_starts_ends_no_other_run() throws IOException {
        Map<String, Object> concurrency = map(member(yaml(SYNTHESIZE), "concurrency"));
        assertThat(member(concurrency, "group").toString())
                .contains(
                        "github.event.label != null && github.event.label.name != 'secure-s3-accepted'",
                        "github.event.action == 'edited' && github.event.changes.base == null",
                        "&& github.run_id || 'templates'");
    }

    /** Of the runs that wait in a group only the last stays. */
    @Test
    void what_has_nothing_to_tell_does_not_push_out_what_has() throws IOException {
        assertThat(member(map(member(yaml(REVIEW), "concurrency")), "group").toString())
                .contains(
                        "github.event.action == 'requested' || github.event.workflow_run.conclusion == 'skipped'",
                        "&& github.run_id || 'results'");
    }

    @Test
    void results_are_published_when_the_first_workflow_has_ended() throws IOException {
        for (String job : List.of("compare", "publish")) {
            assertThat(member(map(member(jobs(REVIEW), job)), "if").toString())
                    .contains("github.event.action == 'completed'");
        }
        assertThat(member(map(member(jobs(REVIEW), "scan")), "needs")).isEqualTo("compare");
        assertThat(member(map(member(jobs(REVIEW), "hold")), "if").toString())
                .contains("github.event.action == 'requested'");
    }

    @Test
    void what_the_head_says_is_kept_apart_from_what_the_base_says() throws IOException {
        assertThat(steps(REVIEW))
                .filteredOn(step -> step.getOrDefault("uses", "").toString().startsWith("actions/download-artifact@"))
                .extracting(step -> map(member(step, "with")))
                .filteredOn(with -> with.containsKey("run-id"))
                .extracting(with -> with.get("name") + " " + with.get("path"))
                .containsExactly("secure-s3-head templates/head", "secure-s3-base templates/base");
    }

    @Test
    void each_job_that_can_write_has_what_it_needs_and_nothing_else() throws IOException {
        assertThat(map(member(yaml(REVIEW), "on"))).containsOnlyKeys("workflow_run");
        assertThat(permissions(REVIEW, "compare")).isEqualTo(Map.of("actions", "read", "contents", "read"));
        assertThat(permissions(REVIEW, "hold"))
                .isEqualTo(Map.of("contents", "read", "pull-requests", "read", "statuses", "write"));
        assertThat(permissions(REVIEW, "publish"))
                .isEqualTo(Map.of("contents", "read", "pull-requests", "write", "statuses", "write"));
        assertThat(permissions(REVIEW, "scan"))
                .isEqualTo(Map.of("contents", "read", "pull-requests", "read", "security-events", "write"));
    }

    @Test
    void what_can_write_checks_out_the_default_branch_alone_and_builds_nothing() throws IOException {
        assertThat(steps(REVIEW))
                .filteredOn(step -> step.getOrDefault("uses", "").toString().startsWith("actions/checkout@"))
                .hasSize(4)
                .allSatisfy(step -> assertThat(map(member(step, "with")))
                        .doesNotContainKeys("ref", "repository")
                        .containsEntry("persist-credentials", false));
        assertThat(texts(REVIEW, "run"))
                .allSatisfy(run -> assertThat(run).doesNotContainPattern("\\b(mvn|npm|npx|gradle|cdk|git)\\b"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void pull_request_target_is_not_used(Path file) throws IOException {
        assertThat(Files.readString(file)).doesNotContain("pull_request_target");
    }

    @ParameterizedTest
    @MethodSource("files")
    void actions_of_others_are_pinned_by_commit(Path file) throws IOException {
        assertThat(texts(file, "uses")).allSatisfy(uses -> assertThat(uses).matches("actions/[a-z-]+@[0-9a-f]{40}"));
        assertThat(Files.readString(file).lines().filter(line -> line.contains(" uses:")))
                .allSatisfy(line -> assertThat(line).matches(".* # v\\d+\\.\\d+\\.\\d+"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void no_text_of_an_event_becomes_part_of_a_script(Path file) throws IOException {
        assertThat(texts(file, "run"))
                .isNotEmpty()
                .allSatisfy(run -> assertThat(run).doesNotContain("${{"));
    }

    @Test
    void the_second_workflow_follows_the_first() throws IOException {
        assertThat(member(map(member(map(member(yaml(REVIEW), "on")), "workflow_run")), "workflows"))
                .isEqualTo(List.of(yaml(SYNTHESIZE).get("name")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void scripts_that_are_called_are_there_and_can_be_run(Path file) throws IOException {
        List<String> called = texts(file, "run")
                .flatMap(run -> Stream.of(run.split("[\\s\"']+")))
                .filter(word -> word.matches(".*\\bsecure-s3/[\\w-]+\\.(sh|mjs)"))
                .map(word -> word.substring(word.lastIndexOf('/') + 1))
                .toList();
        for (String script : called) {
            Path path = ReviewScripts.EXAMPLE.resolve("secure-s3").resolve(script);
            assertThat(path).isRegularFile();
            assertThat(script.endsWith(".mjs") || Files.isExecutable(path)).isTrue();
        }
        assertThat(called.isEmpty()).isEqualTo(file.equals(SYNTHESIZE));
    }

    @Test
    void on_gitlab_only_the_last_job_has_the_environment_of_the_token_and_it_checks_out_nothing() throws IOException {
        Map<String, Object> pipeline = yaml(GITLAB);
        assertThat(pipeline.keySet()).contains("synthesize", "synthesize base", "compare", "publish");
        assertThat(member(map(member(map(member(pipeline, "synthesize")), "artifacts")), "paths"))
                .isEqualTo(List.of("templates/head/"));
        assertThat(member(map(member(map(member(pipeline, "synthesize base")), "artifacts")), "paths"))
                .isEqualTo(List.of("templates/base/"));
        assertThat(pipeline.entrySet())
                .filteredOn(entry -> entry.getValue() instanceof Map<?, ?> job && job.containsKey("environment"))
                .extracting(Map.Entry::getKey)
                .containsExactly("publish");
        for (String job : List.of("compare", "publish")) {
            assertThat(map(member(map(member(pipeline, job)), "variables"))).containsEntry("GIT_STRATEGY", "empty");
            assertThat(member(map(member(pipeline, job)), "script").toString())
                    .doesNotContainPattern("\\b(mvn|npm|npx)\\b");
        }
        assertThat(Files.readString(GITLAB)).doesNotContain("SECURE_S3_TOKEN");
    }
}
