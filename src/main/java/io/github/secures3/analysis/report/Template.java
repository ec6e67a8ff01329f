package io.github.secures3.analysis.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * A CloudFormation template as it lies on disk.
 *
 * @param file where it lies
 * @param stack the name of its stack
 * @param root all of it
 * @param resources its resources by logical id, in its order
 * @param paths construct paths by logical id, for resources that do not carry their own
 */
record Template(Path file, String stack, ObjectNode root, Map<String, Resource> resources, Map<String, String> paths) {

    /**
     * Far above the 500 that CloudFormation takes.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">quotas</a>
     */
    static final int MAX_RESOURCES = 5_000;

    static Template read(Path file, String stack, Map<String, String> paths) {
        ObjectNode root = JsonFile.read(file);
        if (!(root.path("Resources") instanceof ObjectNode resources)) {
            throw new UnreadableTemplateException(
                    file,
                    "has no Resources, so it is no CloudFormation template; of a cloud assembly give the directory");
        }
        if (resources.size() > MAX_RESOURCES) {
            throw new UnreadableTemplateException(
                    file,
                    "has " + Words.count(resources.size(), "resource") + "; CloudFormation takes 500 in a template");
        }
        Map<String, Resource> byId = new LinkedHashMap<>();
        resources.properties().forEach(entry -> {
            if (entry.getKey().startsWith("Fn::")) {
                return;
            }
            if (!(entry.getValue() instanceof ObjectNode resource)) {
                throw new UnreadableTemplateException(
                        file, "resource '" + Words.printable(entry.getKey()) + "' is no JSON object");
            }
            byId.put(entry.getKey(), new Resource(entry.getKey(), resource, paths.get(entry.getKey())));
        });
        return new Template(file, stack, root, byId, paths);
    }

    List<Resource> ofType(String type) {
        return resources.values().stream()
                .filter(resource -> resource.type().equals(type))
                .toList();
    }

    /** What a macro or a loop may add or change, one sentence each. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (Value transform : Value.of("Transform", root.path("Transform")).items()) {
            String name = transform.text().orElse(transform.get("Name").text().orElse("a macro"));
            notes.add("Transform " + name + " runs at deployment and may change what is said here");
        }
        root.path("Resources").fieldNames().forEachRemaining(id -> {
            if (id.startsWith("Fn::")) {
                notes.add("resources made by " + Words.printable(id) + " are not listed");
            }
        });
        return notes;
    }

    /** The one resource that the value names; empty when it names none, several, or chooses by a condition. */
    Optional<Resource> referenced(JsonNode value) {
        Set<String> ids = new LinkedHashSet<>();
        boolean plain = collect(value, ids);
        return plain && ids.size() == 1
                ? Optional.ofNullable(resources.get(ids.iterator().next()))
                : Optional.empty();
    }

    private boolean collect(JsonNode node, Set<String> ids) {
        Optional<Intrinsic> intrinsic = Intrinsic.find(node);
        if (intrinsic.isEmpty()) {
            boolean plain = true;
            for (JsonNode child : node) {
                plain &= collect(child, ids);
            }
            return plain;
        }
        JsonNode argument = intrinsic.get().argument();
        switch (intrinsic.get().function()) {
            case "Ref" -> add(argument.asText(), ids);
            case "Fn::GetAtt" -> {
                intrinsic.get().attribute().ifPresent(id -> add(id, ids));
                return intrinsic.get().attribute().isPresent();
            }
            case "Fn::Sub" -> {
                Matcher variable =
                        Intrinsic.VARIABLE.matcher((argument.isArray() ? argument.path(0) : argument).asText());
                while (variable.find()) {
                    add(variable.group(1).replaceFirst("\\..*", ""), ids);
                }
                return collect(argument.isArray() ? argument.path(1) : MissingNode.getInstance(), ids);
            }
            case "Fn::Join" -> {
                return collect(argument, ids);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Pseudo parameters decide no identity; a parameter does, and spoils the reference. */
    private static void add(String name, Set<String> ids) {
        if (!name.startsWith("AWS::")) {
            ids.add(name);
        }
    }
}
