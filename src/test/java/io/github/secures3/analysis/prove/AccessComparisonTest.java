package io.github.secures3.analysis.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.prove.AccessComparison.Result;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccessComparisonTest {

    private static final Path QUICKSTART = Path.of("examples/quickstart/expected/Quickstart.template.json");
    private static final String SSE_C = "\"s3:x-amz-server-side-encryption-customer-algorithm\": false";

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("examples"))) {
            return all.filter(file -> file.toString().endsWith(".template.json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_template_opens_nothing_beyond_itself(Path template) {
        Estate estate = read(template);

        for (Bucket bucket : estate.buckets()) {
            Result result = compare(estate, estate, bucket, bucket);

            assertThat(result.opened()).as(bucket.element().id()).isEmpty();
            assertThat(result.doubts()).as(bucket.element().id()).isEmpty();
        }
    }

    @Test
    void a_deny_that_names_another_condition_opens_what_it_denied(@TempDir Path folder) throws IOException {
        Estate base = read(QUICKSTART);
        Estate head = changed(folder, SSE_C, SSE_C.replace("false", "true"));

        Result opened = compare(base, head, data(base), data(head));
        Result closed = compare(head, base, data(head), data(base));

        assertThat(opened.opened()).isNotEmpty().allSatisfy(each -> {
            assertThat(each.counterexample().request().context())
                    .containsKey("s3:x-amz-server-side-encryption-customer-algorithm");
            assertThat(each.before()).contains("DenySseC");
            assertThat(each.actions()).containsExactly("s3:PutObject");
        });
        assertThat(closed.opened())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.counterexample().request().context())
                        .doesNotContainKey("s3:x-amz-server-side-encryption-customer-algorithm"));
    }

    @Test
    void roles_that_may_reach_more_open_that_to_themselves_alone(@TempDir Path folder) throws IOException {
        Estate base = read(QUICKSTART);
        Estate head = changed(folder, "/reports/*\"", "/*\"");

        Result opened = compare(base, head, data(base), data(head));

        assertThat(opened.doubts()).isEmpty();
        assertThat(opened.opened())
                .extracting(each -> each.counterexample().caller().substring(0, 6), AccessComparison.Opened::actions)
                .containsExactlyInAnyOrder(
                        tuple("Reader", List.of("s3:GetObject")), tuple("Writer", List.of("s3:PutObject")));
    }

    private static Result compare(Estate base, Estate head, Bucket older, Bucket newer) {
        return new AccessComparison(base, head, id -> id, Assumptions.none()).compare(older, newer);
    }

    private static Estate changed(Path folder, String text, String other) throws IOException {
        String template = Files.readString(QUICKSTART);
        assertThat(template).contains(text);
        Path file = folder.resolve("Quickstart.template.json");
        Files.writeString(file, template.replace(text, other));
        return read(file);
    }

    private static Estate read(Path template) {
        return EstateReader.read(List.of(template), ReadOptions.defaults());
    }

    private static Bucket data(Estate estate) {
        return estate.buckets().stream()
                .filter(bucket -> bucket.element().logicalId().startsWith("Data"))
                .findFirst()
                .orElseThrow();
    }
}
