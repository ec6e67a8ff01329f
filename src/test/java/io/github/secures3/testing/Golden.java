package io.github.secures3.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what a test is to produce; {@code -Dgolden.update=true} writes them anew. */
public final class Golden {

    private static final Path DIRECTORY = Path.of("src/test/resources/golden");

    private Golden() {}

    /** Compares a text with the file of this name, or writes it there. */
    public static void check(String name, String text) {
        check(DIRECTORY.resolve(name), text);
    }

    /** Compares a text with this file, or writes it there. */
    public static void check(Path file, String text) {
        String wanted = text.endsWith("\n") ? text : text + "\n";
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, wanted);
            }
            assertThat(wanted)
                    .as(
                            "%s; if the difference is meant, update it with -Dgolden.update=true and review the change",
                            file)
                    .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
