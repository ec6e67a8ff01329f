package io.github.secures3.analysis.template;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CDK cloud assembly: the stacks of its manifest, and those of the assemblies nested in it for stages.
 *
 * <p>Stacks that are bound to no environment share one, as CDK deploys them with the same credentials.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.cloud_assembly_schema-readme.html">Cloud assembly schema</a>
 */
final class AssemblyReader {

    private static final String MANIFEST = "manifest.json";
    private static final Pattern ENVIRONMENT = Pattern.compile("aws://([^/]*)/([^/]*)");

    private final Path top;
    private final StackLoader loader;
    private final String scope;
    private final Set<Path> seen = new HashSet<>();

    private AssemblyReader(Path top, StackLoader loader) {
        this.top = top;
        this.loader = loader;
        this.scope = loader.newScope();
    }

    static void read(Path directory, StackLoader loader) {
        if (!Files.isRegularFile(directory.resolve(MANIFEST))) {
            throw new TemplateException(
                    directory.toString(),
                    1,
                    1,
                    "the directory has no " + MANIFEST + "; give a cloud assembly such as cdk.out");
        }
        new AssemblyReader(directory.normalize(), loader).directory(directory.normalize(), 0);
    }

    private void directory(Path directory, int depth) {
        if (depth > Limits.NESTING || !seen.add(directory)) {
            throw new TemplateException(
                    directory.resolve(MANIFEST).toString(),
                    1,
                    1,
                    "the assembly contains itself, or nests deeper than " + Limits.NESTING + " levels");
        }
        Node root = TreeFile.read(directory.resolve(MANIFEST));
        Node artifacts = root instanceof Node.Mapping mapping ? mapping.get("artifacts") : null;
        if (!(root instanceof Node.Mapping) || (artifacts != null && !(artifacts instanceof Node.Mapping))) {
            throw new TemplateException(root.place(), "the manifest of a cloud assembly is an object with artifacts");
        }
        Map<String, Node> all = artifacts instanceof Node.Mapping mapping ? mapping.members() : Map.of();
        Assets assets = new Assets(top);
        all.forEach((name, artifact) -> {
            if (type(artifact).equals("cdk:asset-manifest")) {
                assets.addManifest(inside(directory, artifact, "file"));
            }
        });
        all.forEach((name, artifact) -> {
            if (type(artifact).equals("aws:cloudformation:stack")) {
                stack(directory, name, artifact, assets);
            } else if (type(artifact).equals("cdk:cloud-assembly")) {
                directory(inside(directory, artifact, "directoryName"), depth + 1);
            }
        });
    }

    private void stack(Path directory, String name, Node artifact, Assets assets) {
        Matcher bound = ENVIRONMENT.matcher(orEmpty(text(member(artifact, "environment"))));
        boolean given = bound.matches();
        Environment environment = Environment.of(
                given ? known(bound.group(1)) : null, given ? known(bound.group(2)) : null, loader.options(), scope);
        String stackName = text(member(member(artifact, "properties"), "stackName"));
        Path template = inside(directory, artifact, "templateFile");
        String displayName = text(member(artifact, "displayName"));
        loader.open(
                new StackLoader.Artifact(
                        loader.unique(name),
                        template,
                        displayName == null ? name : displayName,
                        stackName == null ? name : stackName,
                        ConstructMetadata.of(
                                artifact, directory, loader.options().acknowledged())),
                environment,
                assets);
    }

    private static @Nullable String known(String part) {
        return part.isEmpty() || part.startsWith("unknown-") ? null : part;
    }

    private Path inside(Path directory, Node artifact, String property) {
        String name = orEmpty(text(member(member(artifact, "properties"), property)));
        try {
            Path path = directory.resolve(name).normalize();
            if (!name.isEmpty() && Assets.isBelow(top, path)) {
                return path;
            }
        } catch (InvalidPathException noFileName) {
            // Reported below, as a name that leads nowhere.
        }
        throw new TemplateException(
                artifact.place(),
                "the " + property + " " + Shown.quoted(name) + " of the artifact names no file within the assembly");
    }

    private static String type(Node artifact) {
        return orEmpty(text(member(artifact, "type")));
    }

    private static @Nullable Node member(@Nullable Node node, String key) {
        return node instanceof Node.Mapping mapping ? mapping.get(key) : null;
    }

    private static @Nullable String text(@Nullable Node node) {
        return node instanceof Node.Scalar scalar && !scalar.isNull() ? scalar.text() : null;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
