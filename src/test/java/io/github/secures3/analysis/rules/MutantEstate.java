package io.github.secures3.analysis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.evaluate.estate.EstateNames;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.prove.Assumptions;
import io.github.secures3.analysis.prove.InvariantReader;
import io.github.secures3.analysis.prove.StatedInvariant;
import io.github.secures3.analysis.template.EstateReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Templates that are deployed together, whose mutants are to be noticed: a folder with {@code estate.json}, which names the templates by their stacks
 * and the accounts and Regions that they are bound to, and with what is claimed of them in {@code invariants.yaml} and, for an account that has no
 * identities but those in the templates, in {@code invariants.closed.yaml}.
 */
final class MutantEstate {

    private static final Path ROOT = Path.of("src/test/resources/mutants");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final JsonNode description;
    private final Map<String, ObjectNode> templates = new LinkedHashMap<>();

    private MutantEstate(String name) throws IOException {
        this.name = name;
        this.description = read(ROOT.resolve(name).resolve("estate.json"));
        for (Map.Entry<String, JsonNode> stack : description.path("stacks").properties()) {
            templates.put(stack.getKey(), (ObjectNode)
                    read(Path.of(stack.getValue().path("template").asText())));
        }
    }

    /** All, the smallest first: what several have in common is tried there. */
    static List<MutantEstate> all() {
        try (Stream<Path> folders = Files.list(ROOT)) {
            List<MutantEstate> estates = new ArrayList<>();
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                estates.add(new MutantEstate(folder.getFileName().toString()));
            }
            estates.sort(Comparator.comparingInt(MutantEstate::size).thenComparing(MutantEstate::name));
            return estates;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private int size() {
        return templates.values().stream()
                .mapToInt(template -> template.path("Resources").size())
                .sum();
    }

    String name() {
        return name;
    }

    /**
     * What mutants are tried in: one stack of the estate among the others, or the resources of it that have nothing to do with the rest.
     *
     * @param estate the estate
     * @param stack the stack that is mutated
     * @param template its template
     */
    record Part(MutantEstate estate, String stack, ObjectNode template) {

        List<Mutants.Mutant> mutants() {
            return Mutants.of(template);
        }

        void write(Path directory) throws IOException {
            estate.write(directory);
            write(directory, template);
        }

        void write(Path directory, ObjectNode changed) throws IOException {
            MutantEstate.write(directory, stack, changed);
        }

        /** How the id of the changed resource ends in the estate; nested stacks are called after the resource that stands for them. */
        String id(Mutants.Mutant mutant) {
            boolean nested = estate.description.path("stacks").path(stack).has("asset");
            return (nested ? "" : stack) + "/" + mutant.resource();
        }

        /** The buckets that a resource has nothing to do with: it names none of them, nor they it. */
        Set<String> bucketsApartFrom(Estate whole, String resource) {
            String text = template.path("Resources").path(resource).toString();
            Set<String> apart = new TreeSet<>();
            for (Bucket bucket : whole.buckets()) {
                String id = bucket.element().logicalId();
                String name = bucket.name().known().orElse(id);
                boolean related = id.equals(resource)
                        || text.contains(id)
                        || text.contains(name)
                        || estate.template(bucket.element().stack())
                                .path("Resources")
                                .path(id)
                                .toString()
                                .contains(resource);
                if (!related) {
                    apart.add(bucket.element().id());
                }
            }
            return apart.size() == whole.buckets().size() ? Set.of() : apart;
        }

        Checked check(Path directory) {
            return new Checked(EstateReader.read(directory), estate);
        }
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        templates.forEach((stack, template) -> {
            JsonNode described = description.path("stacks").path(stack);
            if (described.has("parts")) {
                described.path("parts").forEach(each -> parts.add(new Part(this, stack, only(template, texts(each)))));
            } else if (!described.path("companion").asBoolean()) {
                parts.add(new Part(this, stack, template));
            }
        });
        return parts;
    }

    /** The resources whose logical ids begin so. */
    private static ObjectNode only(ObjectNode template, List<String> beginnings) {
        ObjectNode copy = template.deepCopy();
        template.path("Resources").fieldNames().forEachRemaining(id -> {
            if (beginnings.stream().noneMatch(id::startsWith)) {
                ((ObjectNode) copy.path("Resources")).remove(id);
            }
        });
        return copy;
    }

    /** The file of a stack. */
    String file(String stack) {
        return description.path("stacks").path(stack).path("template").asText();
    }

    /** The logical ids of a template. */
    static Stream<String> resources(Path file) {
        try {
            List<String> ids = new ArrayList<>();
            read(file).path("Resources").fieldNames().forEachRemaining(ids::add);
            return ids.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    ObjectNode template(String stack) {
        return templates.getOrDefault(stack, JSON.createObjectNode());
    }

    /** Writes the estate as an assembly into a directory. */
    void write(Path directory) throws IOException {
        ObjectNode manifest = JSON.createObjectNode();
        ObjectNode artifacts = manifest.putObject("artifacts");
        ObjectNode files = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> stack : description.path("stacks").properties()) {
            String file = stack.getKey() + ".template.json";
            write(directory, stack.getKey(), template(stack.getKey()));
            String asset = stack.getValue().path("asset").asText();
            if (asset.isEmpty()) {
                ObjectNode artifact = artifacts.putObject(stack.getKey()).put("type", "aws:cloudformation:stack");
                artifact.put("environment", stack.getValue().path("environment").asText());
                artifact.putObject("properties").put("templateFile", file);
            } else {
                ObjectNode entry = files.putObject(asset);
                entry.putObject("source").put("path", file).put("packaging", "file");
                entry.putObject("destinations").putObject("here").put("objectKey", asset + ".json");
            }
        }
        artifacts
                .putObject("Assets")
                .put("type", "cdk:asset-manifest")
                .putObject("properties")
                .put("file", "assets.json");
        JSON.writeValue(directory.resolve("manifest.json").toFile(), manifest);
        JSON.writeValue(
                directory.resolve("assets.json").toFile(),
                JSON.createObjectNode().set("files", files));
    }

    static void write(Path directory, String stack, JsonNode template) throws IOException {
        JSON.writeValue(directory.resolve(stack + ".template.json").toFile(), template);
    }

    List<StatedInvariant> invariants(String file, Estate estate) {
        Path path = ROOT.resolve(name).resolve(file);
        return Files.exists(path) ? InvariantReader.read(path, EstateNames.of(estate)) : List.of();
    }

    /** What policies are to deny whatever others allow, in {@code limits.json}. */
    List<PolicyLimit> limits() throws IOException {
        Path path = ROOT.resolve(name).resolve("limits.json");
        return Files.exists(path) ? PolicyLimit.all(read(path).path("limits")) : List.of();
    }

    Assumptions assumptions() {
        JsonNode organization = description.path("organization");
        if (organization.isMissingNode()) {
            return Assumptions.none();
        }
        return Assumptions.none()
                .withOrganization(
                        new Organization(
                                organization.path("id").asText(),
                                organization.path("management").asText(),
                                texts(organization.path("members")),
                                new HashMap<>()),
                        texts(organization.path("within")));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static JsonNode read(Path file) throws IOException {
        return JSON.readTree(Files.readString(file));
    }

    @Override
    public String toString() {
        return name;
    }
}
