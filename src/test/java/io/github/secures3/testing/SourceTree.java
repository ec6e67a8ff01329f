package io.github.secures3.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of the project as a clone has them: nothing that a build, an editor or git left there. */
public record SourceTree(Path root) {

    private static final Set<String> NOT_OURS = Set.of("target", "cdk.out", "node_modules", ".git", ".idea", ".vscode");

    /** The tree that the build runs in. */
    public static SourceTree ofThisBuild() {
        return new SourceTree(Path.of("").toAbsolutePath());
    }

    /** All files, by their path from the root, sorted. */
    public List<Path> files() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return isOurs(directory) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isOurs(file)) {
                        files.add(root.relativize(file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream().sorted().toList();
    }

    /** The files whose name ends as given, by their path from the root, sorted. */
    public List<Path> files(String ending) {
        return files().stream().filter(file -> file.toString().endsWith(ending)).toList();
    }

    /** The names of what lies directly in the root. */
    public List<String> topLevel() {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(SourceTree::isOurs)
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a file, given by its path from the root. */
    public String read(Path file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path path) {
        String name = path.getFileName().toString();
        return !NOT_OURS.contains(name) && !name.endsWith(".iml");
    }
}
