package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.Gap;
import io.github.secures3.policy.UnresolvedToken;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens templates and the nested stacks in them, each parent before its children.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html">
 *     AWS::CloudFormation::Stack</a>
 */
final class StackLoader {

    private final EstateScope estate;
    private final Map<Path, Template> templates = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private int scopes;

    StackLoader(EstateScope estate) {
        this.estate = estate;
    }

    ReadOptions options() {
        return estate.options();
    }

    /** Opens the text of a template, which stands by itself and lies beside no other. */
    void text(Path name, String text) {
        templates.put(name, Template.parse(name, text));
        alone(name, name.toAbsolutePath());
    }

    /** Opens a template that stands by itself. */
    void template(Path path) {
        Path directory = path.toAbsolutePath().normalize().getParent();
        alone(path, directory == null ? path : directory);
    }

    private void alone(Path path, Path assets) {
        String id = unique(idOf(path));
        Environment environment =
                Environment.of(null, null, estate.options(), estate.names().stack(id));
        load(path).requireResources();
        open(new Artifact(id, path, id, null, ConstructMetadata.none()), environment, new Assets(assets));
    }

    /** A name for an environment that several stacks share, which is no stack's id. */
    String newScope() {
        scopes++;
        return "@assembly" + scopes;
    }

    /** An id that no stack has yet. */
    String unique(String wanted) {
        String plain = wanted.replace('/', '-').replace('@', '-');
        String id = plain;
        for (int next = 2; !ids.add(id); next++) {
            id = plain + "-" + next;
        }
        return id;
    }

    private static String idOf(Path path) {
        String name = String.valueOf(path.getFileName());
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /**
     * A stack as an assembly lists it.
     *
     * @param id its id in the estate
     * @param template the file of its template
     * @param displayName its name for people
     * @param stackName its name in CloudFormation, or null where that is not known
     * @param constructs what the assembly says about constructs
     */
    record Artifact(
            String id,
            Path template,
            String displayName,
            @Nullable String stackName,
            ConstructMetadata constructs) {}

    /** Opens a stack with those nested in it; one of a cloud assembly may be empty. */
    void open(Artifact artifact, Environment environment, Assets assets) {
        String id = artifact.id();
        String name = artifact.stackName();
        StackSource source = new StackSource(
                id,
                artifact.displayName(),
                null,
                load(artifact.template()),
                environment,
                name == null
                        ? stackName(id)
                        : Markers.literal(name, estate.names().stack(id)),
                null,
                Truth.TRUE,
                artifact.constructs());
        add(source, assets, 0);
    }

    private String stackName(String id) {
        return UnresolvedToken.of(Names.of(estate.names().stack(id), "AWS::StackName"));
    }

    private Template load(Path path) {
        Template before = templates.get(path);
        if (before == null) {
            before = Template.read(path);
            templates.put(path, before);
        }
        return before;
    }

    private StackScope add(StackSource source, Assets assets, int depth) {
        Template template = source.template();
        if (estate.stacks().size() >= Limits.STACKS || depth > Limits.NESTING) {
            throw new TemplateException(
                    template.root().place(),
                    "the templates make more than " + Limits.STACKS + " stacks, or nest them deeper than "
                            + Limits.NESTING + " levels; look for one that contains itself");
        }
        StackScope scope = new StackScope(estate, source);
        estate.stacks().add(scope);
        template.section("Resources").forEach((logicalId, node) -> {
            if (node instanceof Node.Mapping resource
                    && StackScope.typeOf(resource).equals(StackScope.NESTED)) {
                nested(scope, logicalId, resource, assets, depth);
            }
        });
        return scope;
    }

    private void nested(StackScope parent, String logicalId, Node.Mapping resource, Assets assets, int depth) {
        Truth presence = parent.presence(resource);
        if (presence.state() == Truth.State.FALSE) {
            return;
        }
        Optional<Path> file = assets.template(parent, resource);
        if (file.isEmpty()) {
            estate.gaps()
                    .add(new Gap(
                            parent.id(),
                            Shown.plain(logicalId),
                            "the template of this nested stack is not among the files",
                            Gap.Reach.POLICIES_OF_OTHERS,
                            Fingerprint.of(resource),
                            resource.place().location()));
            return;
        }
        requireNew(parent, file.get(), resource);
        String id = parent.id() + "/" + logicalId;
        Node.Mapping parameters = resource.get("Properties") instanceof Node.Mapping properties
                        && properties.get("Parameters") instanceof Node.Mapping given
                ? given
                : null;
        String name = stackName(id);
        StackSource child = new StackSource(
                id,
                displayName(parent, logicalId, resource),
                parent,
                load(file.get()),
                parent.environment(),
                name,
                parameters,
                presence,
                parent.constructs());
        parent.addChild(logicalId, add(child, assets, depth + 1));
    }

    /** The path of the construct, where one is known. */
    private static String displayName(StackScope parent, String logicalId, Node.Mapping resource) {
        String path = resource.get("Metadata") instanceof Node.Mapping metadata
                        && metadata.get("aws:cdk:path") instanceof Node.Scalar text
                ? text.text()
                : parent.constructPath(logicalId);
        return Optional.ofNullable(path)
                .flatMap(ConstructMetadata::nestedStack)
                .orElse(parent.displayName() + "/" + logicalId);
    }

    private static void requireNew(StackScope parent, Path file, Node.Mapping resource) {
        for (StackScope around = parent; around != null; around = around.parent()) {
            if (around.template()
                    .path()
                    .toAbsolutePath()
                    .normalize()
                    .equals(file.toAbsolutePath().normalize())) {
                throw new TemplateException(
                        resource.place(), "the nested stack contains the template that it stands in");
            }
        }
    }
}
