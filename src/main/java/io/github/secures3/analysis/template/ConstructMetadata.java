package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.Acknowledgement;
import io.github.secures3.analysis.model.SourceLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final String AMBIGUOUS = "";

    /** The resource that stands for a nested stack is a sibling of the construct whose resources are in it. */
    private static final Pattern NESTED = Pattern.compile("(.*/([^/]+))\\.NestedStack/\\2\\.NestedStackResource");

    /** The path of a resource with this logical id, in whichever of the stacks. */
    private record Named(String logicalId, String path) {}

    private final List<Named> named = new ArrayList<>();
    private final Map<String, SourceLine> sources = new HashMap<>();
    private final Map<String, List<Acknowledgement>> acknowledgements = new HashMap<>();
    private final Map<String, Map<String, String>> paths = new HashMap<>();

    private ConstructMetadata() {}

    /** That of a template which stands alone. */
    static ConstructMetadata none() {
        return new ConstructMetadata();
    }

    /**
     * That of a stack's artifact, which may keep it in a file of its own.
     *
     * @param around what was acknowledged on constructs around the stack, by path
     */
    static ConstructMetadata of(Node artifact, Path directory, Map<String, List<Acknowledgement>> around) {
        ConstructMetadata found = new ConstructMetadata();
        around.forEach((path, all) -> found.acknowledgements.put(path, new ArrayList<>(all)));
        found.read(member(artifact, "metadata"));
        String file = text(member(artifact, "additionalMetadataFile"));
        // Only a plain name: the file lies beside the manifest.
        if (file.matches("[\\w.-]+")) {
            found.read(tree(directory.resolve(file)));
        }
        found.assign();
        return found;
    }

    /**
     * The construct path of a resource, or null.
     *
     * @param nestedStack the construct path of the nested stack that it is in; empty where it is in none
     */
    @Nullable
    String path(String nestedStack, String logicalId) {
        String path = paths.getOrDefault(nestedStack, Map.of()).get(logicalId);
        return AMBIGUOUS.equals(path) ? null : path;
    }

    /** The construct path of the nested stack that the resource with this path stands for; empty where it stands for none. */
    static Optional<String> nestedStack(String path) {
        Matcher nested = NESTED.matcher(path);
        return nested.matches() ? Optional.of(nested.group(1)) : Optional.empty();
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
        all.addAll(acknowledgements.getOrDefault("", List.of()));
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
                    named.add(new Named(text(data), plain));
                    // Older versions of the CDK keep the calls beside the logical id.
                    addSource(plain, member(entry, "trace"));
                } else if (type.equals(CREATION_STACK)) {
                    addSource(plain, data);
                } else if (type.equals(ACKNOWLEDGED) && data instanceof Node.Mapping rules) {
                    rules.members()
                            .forEach((rule, reason) -> acknowledgements
                                    .computeIfAbsent(plain, each -> new ArrayList<>())
                                    .add(Acknowledgement.on(plain, rule, text(reason))));
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

    /** A stack and its nested stacks may use one logical id for different constructs, so each resource is put to its own. */
    private void assign() {
        Set<String> nested = new HashSet<>();
        named.forEach(each -> nestedStack(each.path()).ifPresent(nested::add));
        for (Named each : named) {
            paths.computeIfAbsent(innermost(nested, each.path()), stack -> new HashMap<>())
                    .merge(each.logicalId(), each.path(), (one, other) -> one.equals(other) ? one : AMBIGUOUS);
        }
    }

    private static String innermost(Set<String> nested, String path) {
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            if (nested.contains(path.substring(0, slash))) {
                return path.substring(0, slash);
            }
        }
        return "";
    }

    private static @Nullable Node member(@Nullable Node node, String key) {
        return node instanceof Node.Mapping mapping ? mapping.get(key) : null;
    }

    private static String text(@Nullable Node node) {
        return node instanceof Node.Scalar scalar && !scalar.isNull() ? scalar.text() : "";
    }
}
