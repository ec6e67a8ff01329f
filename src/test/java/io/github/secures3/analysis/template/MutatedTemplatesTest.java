package io.github.secures3.analysis.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates with bytes, lines and words changed at random: they are read, or refused with a place, and nothing else. */
class MutatedTemplatesTest {

    private static final int ROUNDS = 300;
    private static final List<String> FIXTURES = List.of(
            "intrinsics.yaml",
            "intrinsics.json",
            "families.yaml",
            "families.json",
            "foreign/serverless.yml",
            "nested/parent.yaml");
    private static final List<String> WORDS = List.of(
            "!Ref ", "!If ", "null", "[", "]", "{", "}", "*a", "&a ", "Fn::If", "Ref", "\"", "'", ":", "-", "${", "}}",
            "true", "\t");

    @Test
    void are_read_or_refused_with_a_place(@TempDir Path directory) throws IOException {
        Random random = Seed.of(MutatedTemplatesTest.class);
        int read = 0;
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String fixture = FIXTURES.get(random.nextInt(FIXTURES.size()));
            String text = Files.readString(Templates.path(fixture), StandardCharsets.UTF_8);
            for (int change = random.nextInt(4); change >= 0; change--) {
                text = mutate(text, random);
            }
            Path file = Templates.write(directory, "mutated" + fixture.substring(fixture.lastIndexOf('.')), text);
            try {
                assertThat(EstateReader.read(file).stacks()).isNotEmpty();
                read++;
            } catch (TemplateException refusal) {
                assertThat(refusal.getMessage())
                        .startsWith(refusal.file() + ":" + refusal.line() + ":" + refusal.column() + ": ");
                assertThat(refusal.line()).isPositive();
                assertThat(refusal.problem()).isNotBlank();
                refused++;
            }
        }
        assertThat(read).isPositive();
        assertThat(refused).isPositive();
    }

    private static String mutate(String text, Random random) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + 1 + random.nextInt(12));
        String[] lines = text.split("\n", -1);
        int line = random.nextInt(lines.length);
        return switch (random.nextInt(5)) {
            case 0 -> text.substring(0, at) + text.substring(end);
            case 1 -> text.substring(0, at) + WORDS.get(random.nextInt(WORDS.size())) + text.substring(at);
            case 2 -> text.substring(0, at) + WORDS.get(random.nextInt(WORDS.size())) + text.substring(end);
            case 3 -> {
                String moved = lines[line];
                lines[line] = lines[random.nextInt(lines.length)];
                yield String.join("\n", lines) + moved;
            }
            default -> {
                // One word for another, so that references and functions get arguments that are not theirs.
                String[] words = text.split("(?<=\\W)|(?=\\W)", -1);
                words[random.nextInt(words.length)] = words[random.nextInt(words.length)];
                yield String.join("", words);
            }
        };
    }
}
