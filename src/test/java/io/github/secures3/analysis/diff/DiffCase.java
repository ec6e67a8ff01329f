package io.github.secures3.analysis.diff;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.template.ReadOptions;
import io.github.secures3.policy.UnresolvedToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A change as a folder: what was before, what comes after, and what a comparison finds. A version is a template {@code base.template.yaml}, or a
 * folder {@code base} that is a cloud assembly or holds several templates.
 *
 * @param directory the folder
 */
public record DiffCase(Path directory) {

    private static final Path ROOT = Path.of("src/test/resources/diff");

    /** All of them, in the order of their folders. */
    public static List<DiffCase> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.getFileName().toString().equals("findings.txt"))
                    .map(file -> new DiffCase(Objects.requireNonNull(file.getParent())))
                    .sorted((one, other) -> one.directory().compareTo(other.directory()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What the change does. */
    public EstateDiff forward() {
        return EstateDiff.read(version("base"), version("head"), ReadOptions.defaults());
    }

    /** What taking it back does. */
    public EstateDiff reversed() {
        return EstateDiff.read(version("head"), version("base"), ReadOptions.defaults());
    }

    private List<Path> version(String name) {
        Path folder = directory.resolve(name);
        if (Files.isRegularFile(folder.resolve("manifest.json"))) {
            return List.of(folder);
        }
        try (Stream<Path> files = Files.list(Files.isDirectory(folder) ? folder : directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Files.isDirectory(folder)
                            || file.getFileName().toString().startsWith(name + "."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One line for each change, with the verdict before them. */
    String text(EstateDiff diff) {
        StringBuilder text = new StringBuilder(diff.verdict().text()).append('\n');
        for (Change change : diff.changes()) {
            Finding finding = change.finding();
            text.append('[').append(change.direction()).append("] ");
            text.append(change.kind().text()).append(" | ").append(finding.rule());
            text.append(' ').append(finding.severity().text());
            text.append(" | ").append(finding.resource()).append(" at ").append(place(finding.at()));
            text.append(", before ").append(place(finding.base())).append('\n');
            text.append("    ").append(UnresolvedToken.shown(finding.message())).append('\n');
            if (!finding.fix().isEmpty()) {
                text.append("    fix: ").append(finding.fix()).append('\n');
            }
        }
        return text.toString();
    }

    private String place(@Nullable Location location) {
        return location == null ? "-" : directory.relativize(Path.of(location.file())) + ":" + location.line();
    }

    @Override
    public String toString() {
        return ROOT.relativize(directory).toString();
    }
}
