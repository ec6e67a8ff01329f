package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.Acknowledgement;
import io.github.secures3.analysis.model.SourceLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a cloud assembly says about the constructs of a stack beside the template: the construct path of each logical id, the line of the app that
 * makes a construct, and the rules that were acknowledged on a construct and hold for all in it.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.cloud_assembly_schema.MetadataEntry.html">MetadataEntry</a>
 * @see <a href="https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.Validations.html">Validations</a>
 */
final class ConstructMetadata {

    private static final String LOGICAL_ID = "aws:cdk:logicalId";
    private static final String CREATION_STACK = "aws:cdk:creationStack";
    private static final String ACKNOWLEDGED = "aws:cdk:acknowledged-rules";

    private final Map<String, String> paths = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    private final Map<String, SourceLine> sources = new HashMap<>();
    private final Map<String, List<Acknowledgement>> acknowledgements = new HashMap<>();

    private ConstructMetadata() {}

    /** That of a template which stands alone. */
    static ConstructMetadata none() {
        return new ConstructMetadata();
    }

    /** That of a stack's artifact, which may keep it in a file of its own. */
    static ConstructMetadata of(Node artifact, Path directory) {
        ConstructMetadata found = new ConstructMetadata();
        found.read(member(artifact, "metadata"));
        String file = text(member(artifact, "additionalMetadataFile"));
        // Only a plain name: the file lies beside the manifest.
        if (file.matches("[\\w.-]+")) {
            found.read(tree(directory.resolve(file)));
        }
        found.paths.keySet().removeAll(found.ambiguous);
        return found;
    }

    /** The construct path of a resource, or null. */
    @Nullable
    String path(String logicalId) {
        return paths.get(logicalId);
    }

    /** The line of the app that makes the construct with this path, or null. */
    @Nullable
    SourceLine source(@Nullable String path) {
        return path == null ? null : sources.get(path);
    }

    /** What was acknowledged on the construct with this path, or on one around it, the outermost first. */
    List<Acknowledgement> acknowledgements(@Nullable String path) {
        List<Acknowledgement> all = new ArrayList<>();
        if (path == null || acknowledgements.isEmpty()) {
            return all;
        }
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            all.addAll(acknowledgements.getOrDefault(path.substring(0, slash), List.of()));
        }
        all.addAll(acknowledgements.getOrDefault(path, List.of()));
        return all;
    }

    /** Paths are names for people, and acknowledgements make findings lighter: without them nothing passes that should not. */
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
            String plain = path.startsWith("/") ? path.substring(1) : path;
            for (Node entry : entries instanceof Node.Listing list ? list.items() : List.<Node>of()) {
                Node data = member(entry, "data");
                String type = text(member(entry, "type"));
                if (type.equals(LOGICAL_ID) && !text(data).isEmpty()) {
                    addPath(text(data), plain);
                    // Older versions of the CDK keep the calls beside the logical id.
                    addSource(plain, member(entry, "trace"));
                } else if (type.equals(CREATION_STACK)) {
                    addSource(plain, data);
                } else if (type.equals(ACKNOWLEDGED) && data instanceof Node.Mapping rules) {
                    rules.members()
                            .forEach((rule, reason) -> acknowledgements
                                    .computeIfAbsent(plain, each -> new ArrayList<>())
                                    .add(new Acknowledgement(withoutPlugin(rule), text(reason))));
                }
            }
        });
    }

    private void addSource(String path, @Nullable Node calls) {
        if (calls instanceof Node.Listing list) {
            CreationStack.line(
                            list.items().stream().map(ConstructMetadata::text).toList())
                    .ifPresent(line -> sources.putIfAbsent(path, line));
        }
    }

    /** A stack and its nested stacks may use the same logical id for different constructs. */
    private void addPath(String logicalId, String path) {
        String before = paths.putIfAbsent(logicalId, path);
        if (before != null && !before.equals(path)) {
            ambiguous.add(logicalId);
        }
    }

    /** The CDK puts {@code Annotation::} before ids that name no plugin. */
    private static String withoutPlugin(String rule) {
        int colons = rule.indexOf("::");
        boolean named = colons > 0 && rule.substring(0, colons).indexOf('[') < 0;
        return named ? rule.substring(colons + 2) : rule;
    }

    private static @Nullable Node member(@Nullable Node node, String key) {
        return node instanceof Node.Mapping mapping ? mapping.get(key) : null;
    }

    private static String text(@Nullable Node node) {
        return node instanceof Node.Scalar scalar && !scalar.isNull() ? scalar.text() : "";
    }
}
