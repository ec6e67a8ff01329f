package io.github.secures3.cli;

import java.nio.file.Files;
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

    /**
     * Refuses what can be no directory of sources. A relative one need not be there: a job that reviews templates of somebody else has no sources, and
     * names where they lie in the repository.
     */
    void requireUsable() {
        Path given = directory;
        if (given == null) {
            return;
        }
        boolean elsewhere = !given.isAbsolute() && !Files.exists(given);
        if (given.toString().isEmpty() || !(Files.isDirectory(given) || elsewhere)) {
            throw new UsageException("--sources '" + given
                    + "' is no directory; give where the sources of the app lie, such as src/main/java");
        }
    }
}
