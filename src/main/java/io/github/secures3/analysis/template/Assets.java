package io.github.secures3.analysis.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the templates of nested stacks among the files below one directory.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.cloud_assembly_schema-readme.html">Cloud assembly schema</a>
 */
final class Assets {

    private static final String METADATA = "aws:asset:path";

    private final Path root;
    private final Map<String, Path> byObjectKey = new HashMap<>();

    Assets(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** Takes in the files that an asset manifest uploads under keys of its own. */
    void addManifest(Path manifest) {
        Path directory = manifest.resolveSibling(".").normalize();
        if (TreeFile.read(manifest) instanceof Node.Mapping all && all.get("files") instanceof Node.Mapping files) {
            files.members().values().forEach(file -> addFile(file, directory));
        }
    }

    private void addFile(Node file, Path directory) {
        String source = text(member(member(file, "source"), "path"));
        Optional<Path> path = source == null ? Optional.empty() : inside(directory, source);
        if (path.isPresent() && member(file, "destinations") instanceof Node.Mapping destinations) {
            destinations.members().values().forEach(destination -> {
                String key = text(member(destination, "objectKey"));
                if (key != null) {
                    byObjectKey.put(lastSegment(key), path.get());
                }
            });
        }
    }

    /** The template of a nested stack: named by CDK's metadata, by a relative path, or by the key that an asset is uploaded under. */
    Optional<Path> template(StackScope parent, Node.Mapping resource) {
        Path directory = parent.template().path().resolveSibling(".").normalize();
        String asset = text(member(resource.get("Metadata"), METADATA));
        if (asset != null) {
            Optional<Path> beside = inside(directory, asset);
            if (beside.isPresent()) {
                return beside;
            }
        }
        Node url = member(resource.get("Properties"), "TemplateURL");
        if (url == null) {
            return Optional.empty();
        }
        String location = parent.resolver().text(parent.resolver().resolve(url));
        if (!location.contains("://")) {
            return inside(directory, location);
        }
        return Optional.ofNullable(byObjectKey.get(lastSegment(location)));
    }

    private static String lastSegment(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The file of this name, where it exists below the root. */
    private Optional<Path> inside(Path directory, String name) {
        try {
            Path path = directory.resolve(name).normalize();
            return isBelow(root, path) && Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException noFileName) {
            return Optional.empty();
        }
    }

    /** Whether the path lies below the directory, by its name and where symbolic links lead; one that leads nowhere lies where its name says. */
    static boolean isBelow(Path directory, Path path) {
        Path name = path.toAbsolutePath().normalize();
        if (!name.startsWith(directory.toAbsolutePath().normalize())) {
            return false;
        }
        try {
            return path.toRealPath().startsWith(directory.toRealPath());
        } catch (IOException leadsNowhere) {
            return true;
        }
    }

    private static @Nullable Node member(@Nullable Node node, String key) {
        return node instanceof Node.Mapping mapping ? mapping.get(key) : null;
    }

    private static @Nullable String text(@Nullable Node node) {
        return node instanceof Node.Scalar scalar && !scalar.isNull() ? scalar.text() : null;
    }
}
