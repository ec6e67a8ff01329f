package io.github.secures3.constructs.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.constructs.bucket.SecureBucket;
import io.github.secures3.testing.Synthesized;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;

/** One baseline serves {@code check}, {@code diff} and the synthesis, each of which judges the entries about its own rules. */
class SharedBaselineTest {

    private static final Path SHARED = Path.of("src/test/resources/cli/check-baseline-shared.yaml");

    @TempDir
    private Path directory;

    @Test
    void entries_about_comparisons_are_left_to_these_and_those_about_invariants_count() throws IOException {
        App app = Synthesis.app();
        new SecureBucket(Synthesized.stack(app, "Storage"), "Data");
        Path invariants = Files.writeString(
                directory.resolve("invariants.yaml"),
                "invariants:\n  - {id: nobody-writes, bucket: Data, never: {do: 's3:PutObject'}}\n");

        Synthesis synthesis = Synthesis.of(
                app,
                SecureS3Validation.Builder.create()
                        .baseline(SHARED)
                        .today(LocalDate.of(2026, 12, 31))
                        .invariants(invariants)
                        .build());

        assertThat(synthesis.passed()).isTrue();
        assertThat(synthesis.found()).isEmpty();
    }
}
