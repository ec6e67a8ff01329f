package io.github.secures3.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Calls of the command line as a user types them: each {@code <case>.args} holds one argument a line, {@code <case>.expected} the exit code,
 * what went to standard output and what to standard error. {@code -Dgolden.update=true} rewrites what is expected.
 */
class CommandLineTest {

    private static final Path CASES = Path.of("src/test/resources/cli");

    @ParameterizedTest
    @MethodSource("cases")
    void answers_as_expected(String name) throws IOException {
        List<String> arguments = Files.readAllLines(CASES.resolve(name + ".args"));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = SecureS3.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
        String actual = "exit " + code + "\n--- output\n" + plain(out) + "--- errors\n" + plain(err);
        Path expected = CASES.resolve(name + ".expected");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, actual, UTF_8);
        }
        assertThat(actual).isEqualTo(Files.readString(expected, UTF_8));
    }

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".args"))
                    .map(name -> name.substring(0, name.length() - ".args".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static String plain(StringWriter text) {
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
