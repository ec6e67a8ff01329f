package io.github.secures3.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected outputs of renderers; {@code -Dgolden.update=true} rewrites them. */
final class Golden {

    static final Path ROOT = Path.of("src/test/resources/io/github/secures3/analysis/report");

    private Golden() {}

    static void assertSame(String name, String actual) throws IOException {
        Path file = ROOT.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(file));
    }
}
