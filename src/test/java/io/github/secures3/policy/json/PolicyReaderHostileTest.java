package io.github.secures3.policy.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.RandomPolicies;
import io.github.secures3.policy.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReaderHostileTest {

    private static final int MUTANTS = 20_000;
    private static final String INSERTED = "\",:]}\\0e-.ntf*\ud800";

    private static void assertRefused(String text, String problem) {
        assertThatExceptionOfType(PolicySyntaxException.class)
                .isThrownBy(() -> PolicyReader.read(text, PolicyType.ANY))
                .withMessageContaining(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"Statement\":", "{\"Statement\":[", "{\"a\":[{\"b\":"})
    void refuses_deep_nesting(String opening) {
        assertRefused(opening.repeat(50_000), "nests deeper than 16 levels");
    }

    @Test
    void refuses_a_text_beyond_the_limit_before_parsing_it() {
        assertRefused(" ".repeat(PolicyReader.MAX_LENGTH + 1), "at most 1048576 are read");
    }

    @Test
    void refuses_numbers_that_are_long_or_far() {
        String policy = "{\"Statement\": {\"Effect\": \"Deny\", \"Action\": \"*\", \"Condition\": {\"NumericEquals\":"
                + " {\"k:k\": %s}}}}";
        assertRefused(policy.formatted("9".repeat(100_000)), "longer than any that a policy needs");
        assertRefused(policy.formatted("1e99999999999"), "out of range");
        assertRefused(policy.formatted("1e-99999999999"), "out of range");
    }

    @Test
    void refuses_nul_bytes_and_raw_halves_of_surrogate_pairs() {
        assertRefused("\0", "no JSON");
        assertRefused("{\"Id\": \"\0\", \"Statement\": []}", "no JSON");
        assertRefused("{\"Id\": \"\udc00\", \"Statement\": []}", "half of a surrogate pair");
        assertRefused("{\"\ud800\": \"\", \"Statement\": []}", "half of a surrogate pair");
    }

    @Test
    void keeps_messages_on_one_line_and_short() {
        assertThatThrownBy(() -> PolicyReader.read("{\"" + "x\\n".repeat(10_000) + "\": 1}", PolicyType.ANY))
                .hasMessageMatching("[^\\n]{10,300}");
    }

    @Test
    void names_the_place_where_a_file_stops_being_utf_8(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("latin.json");
        Files.write(file, "{\"Statement\": [],\n \"Id\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(PolicySyntaxException.class)
                .isThrownBy(() -> PolicyReader.read(file, PolicyType.ANY))
                .satisfies(refused -> assertThat(refused.getMessage())
                        .isEqualTo(file + ":2:9: the file is not UTF-8 from here on; save it as UTF-8"));
    }

    @Test
    void leaves_a_missing_file_to_the_caller(@TempDir Path folder) {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> PolicyReader.read(folder.resolve("none.json"), PolicyType.ANY));
    }

    @Test
    @Tag("long")
    void reads_or_refuses_whatever_a_document_is_changed_into() {
        Random random = Seed.of(getClass());
        RandomPolicies policies = new RandomPolicies(random);
        PolicyType[] types = PolicyType.values();
        int refused = 0;
        for (int round = 0; round < MUTANTS; round++) {
            String text = mutate(PolicyWriter.canonical(policies.document()), random);
            try {
                assertThat(PolicyReader.read(text, types[random.nextInt(types.length)]))
                        .isNotNull();
            } catch (PolicySyntaxException expected) {
                refused++;
                assertThat(expected.line())
                        .isBetween(
                                1, 1 + (int) text.chars().filter(c -> c == '\n').count());
                assertThat(expected.column()).isPositive();
            }
        }
        assertThat(refused).isGreaterThan(MUTANTS / 2);
    }

    private static String mutate(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int left = 1 + random.nextInt(3); left > 0 && changed.length() > 1; left--) {
            int at = random.nextInt(changed.length());
            switch (random.nextInt(6)) {
                case 0 -> changed.setCharAt(at, (char) (changed.charAt(at) ^ (1 << random.nextInt(16))));
                case 1 -> changed.setLength(at + 1);
                case 2 -> changed.insert(at, "[{".charAt(random.nextInt(2)));
                case 3 -> changed.insert(at, INSERTED.charAt(random.nextInt(INSERTED.length())));
                case 4 -> changed.deleteCharAt(at);
                default -> changed.insert(at, "{\"Effect\":".repeat(random.nextInt(40)));
            }
        }
        return changed.toString();
    }
}
