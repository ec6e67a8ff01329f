package io.github.secures3.analysis.evaluate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.secures3.policy.Seed;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the scanner against Jackson: both take the same texts for JSON and read the same out of them. */
class LineScannerTest {

    private static final ObjectMapper JACKSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @Test
    @Tag("long")
    void takes_every_short_text_for_json_that_jackson_does() {
        for (String alphabet : List.of("{}[]\",:1 ", "\"\\u0an/\t", "-+.0eE1 ", "true{}fals", "{\"\":n}ul")) {
            compareAll(alphabet, new StringBuilder(), 5);
        }
    }

    @Test
    void reads_the_same_out_of_scenarios_that_are_broken_in_any_way() throws Exception {
        Random random = Seed.of(LineScannerTest.class);
        for (String line : Files.readAllLines(Path.of("src/test/resources/scenarios/contexts.jsonl"))) {
            compare(line);
            for (int copy = 0; copy < 300; copy++) {
                StringBuilder text = new StringBuilder(line);
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, "{}[]\",:\\u0e-. ".charAt(random.nextInt(14)));
                    default -> text.setLength(at);
                }
                compare(text.toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\u0041\\u00e9\\uD83D\\uDE00\\uabcd\\uABCD\"",
                "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
                "\"plain \\u0041 and more\"",
                "\"\\u004\"",
                "\"\\u004g\"",
                "\"\\u0041",
                "\"\\u004",
                "\"\\",
                "\"\\x\"",
                "\"a\\n\u0001\"",
                "\"a\u0001\"",
                "\"a\u001f\"",
                "\"a\u007f  \"",
                "truex",
                "true1",
                "true-",
                "true_",
                "1x",
                "1.",
                "01",
                "-0.5e+3"
            })
    void escapes_and_endings_are_those_of_json(String text) {
        compare(text);
        compare("{\"a\": [" + text + ", " + text + "]}");
    }

    @Test
    void a_broken_string_is_told_where_it_breaks() {
        broken("\"a\u0001\"", 2, "a control character stands in a string; write it as an escape such as \\n");
        broken("\"\\na\u0001\"", 5, "a control character stands in a string; write it as an escape such as \\n");
        broken("\"\\x\"", 3, "the backslash before this escapes nothing that JSON knows");
        broken("\"\\u00x0\"", 5, "\\u takes four hexadecimal digits");
        broken("\"\\u\u0661234\"", 3, "\\u takes four hexadecimal digits");
        broken("\"\\u00", 5, "the line ends early");
        broken("truex", 0, "no JSON value begins so");
    }

    private static void broken(String text, int at, String problem) {
        assertThatExceptionOfType(BrokenLineException.class)
                .isThrownBy(() -> new LineScanner(text).scalar())
                .withMessage(problem)
                .satisfies(e -> assertThat(e.at()).as(text).isEqualTo(at));
    }

    @Test
    void an_object_ends_where_its_brackets_close_whatever_its_strings_hold() {
        LineScanner scanner = new LineScanner("{\"a\": [{\"}\": \"]\\\"}\"}]}, 1");
        assertThat(scanner.object()).isEqualTo("{\"a\": [{\"}\": \"]\\\"}\"}]}");
        assertThat(scanner.peek()).isEqualTo(',');
        assertThatExceptionOfType(BrokenLineException.class)
                .isThrownBy(() -> new LineScanner("{\"a\": \"}").object())
                .withMessage("the line ends early")
                .satisfies(e -> assertThat(e.at()).isEqualTo(8));
    }

    @Test
    void text_that_is_known_is_stepped_over_and_other_text_is_not() {
        LineScanner scanner = new LineScanner("{\"a\":1},{\"b\":1}");
        assertThat(scanner.skip("{\"b\":1}")).isFalse();
        assertThat(scanner.skip("{\"a\":1}")).isTrue();
        assertThat(scanner.peek()).isEqualTo(',');
        assertThat(new LineScanner("{\"a\"").skip("{\"a\":1}")).isFalse();
        LineScanner whole = new LineScanner("{\"a\":1}");
        assertThat(whole.skip("{\"a\":1}")).isTrue();
        assertThat(whole.isAtEnd()).isTrue();
    }

    private static void compareAll(String alphabet, StringBuilder text, int left) {
        compare(text.toString());
        for (int at = 0; left > 0 && at < alphabet.length(); at++) {
            compareAll(alphabet, text.append(alphabet.charAt(at)), left - 1);
            text.setLength(text.length() - 1);
        }
    }

    private static void compare(String text) {
        assertThat(ours(text)).as(text).isEqualTo(jacksons(text));
    }

    /** The value as plain text, or null where the text is no JSON. */
    private static @Nullable String ours(String text) {
        try {
            LineScanner scanner = new LineScanner(text);
            String value = value(scanner).toString();
            return scanner.isAtEnd() ? value : null;
        } catch (BrokenLineException e) {
            assertThat(e.at()).isBetween(0, text.length());
            return null;
        }
    }

    private static Object value(LineScanner scanner) {
        char next = scanner.peek();
        if (next == '{') {
            scanner.open();
            Map<String, Object> members = new LinkedHashMap<>();
            for (String name = scanner.nextName(); name != null; name = scanner.nextName()) {
                members.put(name, value(scanner));
            }
            return members;
        }
        if (next == '[') {
            scanner.open();
            List<Object> elements = new ArrayList<>();
            while (scanner.nextElement()) {
                elements.add(value(scanner));
            }
            return elements;
        }
        String scalar = scanner.scalar();
        return next == '-' || Character.isDigit(next) ? number(new BigDecimal(scalar)) : scalar;
    }

    private static @Nullable String jacksons(String text) {
        try {
            JsonNode tree = JACKSON.readTree(text);
            return tree.isMissingNode() ? null : plain(tree).toString();
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> members = new LinkedHashMap<>();
            node.properties().forEach(field -> members.put(field.getKey(), plain(field.getValue())));
            return members;
        }
        if (node.isArray()) {
            List<Object> elements = new ArrayList<>();
            node.forEach(element -> elements.add(plain(element)));
            return elements;
        }
        return node.isNumber() ? number(node.decimalValue()) : node.asText();
    }

    private static String number(BigDecimal value) {
        return value.stripTrailingZeros().toString();
    }
}
