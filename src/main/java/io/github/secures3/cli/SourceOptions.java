package io.github.secures3.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the sources of the app lie, for reports that point into them. */
final class SourceOptions {

    @Option(
            names = "--sources",
            paramLabel = "DIR",
            description =
                    "Where the sources of the app lie, such as src/main/java: SARIF then points to the line that makes"
                            + " a resource, where the cloud assembly names it.")
    private @Nullable Path directory;

    @Nullable
    Path directory() {
        return directory;
    }
}
