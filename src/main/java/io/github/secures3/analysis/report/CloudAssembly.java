package io.github.secures3.analysis.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the templates of a CDK cloud assembly: those of its stacks, of stages, and of nested stacks, each once, in the manifest's order.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.cloud_assembly_schema-readme.html">cloud assembly schema</a>
 */
final class CloudAssembly {
    private static final String MANIFEST = "manifest.json";

    private final Path top;
    private final Set<Path> seen = new HashSet<>();
    private final List<Entry> entries = new ArrayList<>();
    private final NestedTemplates nestedTemplates;

    /**
     * A template of the assembly.
     *
     * @param notes what could not be read of it
     */
    record Entry(Template template, List<String> notes) {}

    private CloudAssembly(Path top) {
        this.top = top.toAbsolutePath().normalize();
        this.nestedTemplates = new NestedTemplates(this.top);
    }

    /** The templates below the directory, each with notes about nested stacks that could not be read. */
    static List<Entry> read(Path directory) {
        CloudAssembly assembly = new CloudAssembly(directory);
        if (!Files.exists(assembly.top.resolve(MANIFEST))) {
            throw new UnreadableTemplateException(
                    directory, "has no " + MANIFEST + "; give a cloud assembly, such as cdk.out after a synth");
        }
        assembly.directory(assembly.top);
        return assembly.entries;
    }

    /** One template by itself, with the nested stacks whose templates lie beside it. */
    static List<Entry> single(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path directory = absolute.getParent();
        CloudAssembly assembly = new CloudAssembly(directory == null ? absolute : directory);
        String name = String.valueOf(absolute.getFileName()).replaceFirst("(\\.template)?\\.json$", "");
        assembly.template(absolute, name, Map.of());
        return assembly.entries;
    }

    private void directory(Path start) {
        List<Path> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            Path directory = open.remove(0);
            if (seen.add(directory)) {
                open.addAll(0, artifacts(directory));
            }
        }
    }

    /** Reads the stacks of one directory and returns the directories of its stages. */
    private List<Path> artifacts(Path directory) {
        Path manifest = directory.resolve(MANIFEST);
        JsonNode artifacts = JsonFile.read(manifest).path("artifacts");
        if (!artifacts.isMissingNode() && !(artifacts instanceof ObjectNode)) {
            throw new UnreadableTemplateException(manifest, "has artifacts that are no JSON object");
        }
        for (JsonNode artifact : artifacts) {
            if (artifact.path("type").asText().equals("cdk:asset-manifest")) {
                nestedTemplates.add(
                        inside(directory, manifest, artifact.path("properties").path("file"), "file"));
            }
        }
        List<Path> stages = new ArrayList<>();
        for (Map.Entry<String, JsonNode> artifact : artifacts.properties()) {
            JsonNode body = artifact.getValue();
            JsonNode properties = body.path("properties");
            String type = body.path("type").asText();
            if (type.equals("aws:cloudformation:stack")) {
                Path file = inside(directory, manifest, properties.path("templateFile"), "templateFile");
                template(file, body.path("displayName").asText(artifact.getKey()), ManifestPaths.of(body, directory));
            } else if (type.equals("cdk:cloud-assembly")) {
                stages.add(inside(directory, manifest, properties.path("directoryName"), "directoryName"));
            }
        }
        return stages;
    }

    private void template(Path file, String stack, Map<String, String> paths) {
        List<Template> open = new ArrayList<>();
        open(file, stack, paths, open);
        while (!open.isEmpty()) {
            Template template = open.remove(0);
            List<String> notes = new ArrayList<>(template.notes());
            entries.add(new Entry(template, notes));
            List<Template> nested = new ArrayList<>();
            for (Resource resource : template.ofType("AWS::CloudFormation::Stack")) {
                nested(template, resource, nested, notes);
            }
            open.addAll(0, nested);
        }
    }

    private void open(Path file, String stack, Map<String, String> paths, List<Template> open) {
        if (seen.add(file)) {
            open.add(Template.read(file, stack, paths));
        }
    }

    private void nested(Template parent, Resource stack, List<Template> open, List<String> notes) {
        String name = Words.printable(stack.id());
        Optional<Path> file = nestedTemplates.find(parent, stack);
        if (file.isPresent()) {
            String path = stack.path().map(ConstructPath::nestedStack).orElse(parent.stack() + "/" + name);
            open(file.get(), path, parent.paths(), open);
        } else {
            notes.add("nested stack " + name + " has its template elsewhere; its buckets are not listed");
        }
    }

    private Path inside(Path directory, Path manifest, JsonNode name, String property) {
        String shown = "'" + Words.printable(name.asText()) + "'";
        if (!name.isTextual() || name.asText().isEmpty()) {
            throw new UnreadableTemplateException(manifest, "has an artifact without " + property);
        }
        try {
            Path path = directory.resolve(name.asText()).normalize();
            if (path.startsWith(top)) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new UnreadableTemplateException(manifest, property + " " + shown + " is no file name");
        }
        throw new UnreadableTemplateException(manifest, property + " " + shown + " leads out of the cloud assembly");
    }
}
