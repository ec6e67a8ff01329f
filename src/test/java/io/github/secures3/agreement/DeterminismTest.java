package io.github.secures3.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.Seed;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The same question has the same answer, to the byte: in one process and in others, whose hash tables are in another order. */
class DeterminismTest {

    private final Random random = Seed.of(DeterminismTest.class);

    @Test
    void the_same_question_has_the_same_answer_twice_and_in_other_processes() throws IOException, InterruptedException {
        long seed = random.nextLong();
        String here = Answers.of(seed);

        assertThat(here).contains("s3:").contains("none");
        assertThat(Answers.of(seed)).isEqualTo(here);
        assertThat(elsewhere(seed)).isEqualTo(here);
        assertThat(elsewhere(seed)).isEqualTo(here);
    }

    private static String elsewhere(long seed) throws IOException, InterruptedException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String java = String.join(File.separator, System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(List.of(java, "-cp", path, Answers.class.getName(), Long.toString(seed)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answers = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return answers;
    }
}
