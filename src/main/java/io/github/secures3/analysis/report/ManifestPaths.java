package io.github.secures3.analysis.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

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
    static Map<String, String> of(JsonNode artifact, Path directory) {
        ManifestPaths found = new ManifestPaths();
        found.read(artifact.path("metadata"));
        String file = artifact.path("additionalMetadataFile").asText();
        // Only a plain name: the file lies beside the manifest.
        if (file.matches("[\\w.-]+")) {
            found.read(file(directory.resolve(file)));
        }
        found.paths.keySet().removeAll(found.ambiguous);
        return found.paths;
    }

    /** Paths are names for people; without them the summary shows logical ids. */
    private static JsonNode file(Path file) {
        try {
            return JsonFile.read(file);
        } catch (UnreadableTemplateException e) {
            return JsonFile.parse("");
        }
    }

    private void read(JsonNode metadata) {
        for (Map.Entry<String, JsonNode> construct : metadata.properties()) {
            for (JsonNode entry : construct.getValue()) {
                if (entry.path("type").asText().equals("aws:cdk:logicalId")) {
                    add(entry.path("data").asText(), construct.getKey());
                }
            }
        }
    }

    /** A stack and its nested stacks may use the same logical id for different constructs. */
    private void add(String logicalId, String path) {
        String plain = path.startsWith("/") ? path.substring(1) : path;
        String before = paths.putIfAbsent(logicalId, plain);
        if (before != null && !before.equals(plain)) {
            ambiguous.add(logicalId);
        }
    }
}
