package io.github.secures3.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Files under {@code src/test/resources/policy}; {@code -Dgolden.update=true} rewrites what is expected. */
public final class Fixtures {

    private static final Path ROOT = Path.of("src/test/resources/policy");

    private Fixtures() {}

    /** The documents of a folder, in the order of their names. */
    public static List<Path> in(String folder) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        } catch (IOException unreadable) {
            throw new AssertionError("no fixtures in " + folder, unreadable);
        }
    }

    /** The policy type that the folder of a document names. */
    public static PolicyType typeOf(Path document) {
        String folder = document.getName(document.getNameCount() - 2).toString();
        return PolicyType.valueOf(folder.toUpperCase(Locale.ROOT));
    }

    /** The text of a file. */
    public static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /** Compares with the file that stands beside a document under another ending. */
    public static void assertGolden(Path document, String ending, String actual) throws IOException {
        String name = document.getFileName().toString().replaceFirst("\\.json$", ending);
        Path golden = document.resolveSibling(name);
        if ("true".equals(System.getProperty("golden.update"))) {
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(text(golden));
    }
}
