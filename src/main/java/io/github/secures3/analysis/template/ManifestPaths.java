package io.github.secures3.analysis.template;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Construct paths by logical id, as a cloud assembly's manifest tells them when the template does not.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.cloud_assembly_schema.MetadataEntry.html">MetadataEntry</a>
 */
final class ManifestPaths {

    private final Map<String, String> paths = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    private ManifestPaths() {}

    /** The paths of a stack's artifact, which may keep them in a file of its own. */
    static Map<String, String> of(Node artifact, Path directory) {
        ManifestPaths found = new ManifestPaths();
        found.read(member(artifact, "metadata"));
        String file = text(member(artifact, "additionalMetadataFile"));
        // Only a plain name: the file lies beside the manifest.
        if (file.matches("[\\w.-]+")) {
            found.read(tree(directory.resolve(file)));
        }
        found.paths.keySet().removeAll(found.ambiguous);
        return Map.copyOf(found.paths);
    }

    /** Paths are names for people; without them logical ids have to do. */
    private static @Nullable Node tree(Path file) {
        try {
            return TreeFile.read(file);
        } catch (TemplateException unreadable) {
            return null;
        }
    }

    private void read(@Nullable Node metadata) {
        if (!(metadata instanceof Node.Mapping constructs)) {
            return;
        }
        constructs.members().forEach((path, entries) -> {
            for (Node entry : entries instanceof Node.Listing list ? list.items() : List.<Node>of()) {
                String logicalId = text(member(entry, "data"));
                if (text(member(entry, "type")).equals("aws:cdk:logicalId") && !logicalId.isEmpty()) {
                    add(logicalId, path);
                }
            }
        });
    }

    /** A stack and its nested stacks may use the same logical id for different constructs. */
    private void add(String logicalId, String path) {
        String plain = path.startsWith("/") ? path.substring(1) : path;
        String before = paths.putIfAbsent(logicalId, plain);
        if (before != null && !before.equals(plain)) {
            ambiguous.add(logicalId);
        }
    }

    private static @Nullable Node member(@Nullable Node node, String key) {
        return node instanceof Node.Mapping mapping ? mapping.get(key) : null;
    }

    private static String text(@Nullable Node node) {
        return node instanceof Node.Scalar scalar && !scalar.isNull() ? scalar.text() : "";
    }
}
