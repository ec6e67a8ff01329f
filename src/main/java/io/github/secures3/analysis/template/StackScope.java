package io.github.secures3.analysis.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One stack while it is read: its template, its environment, and what its names stand for. */
final class StackScope {

    static final String NESTED = "AWS::CloudFormation::Stack";
    static final String TRANSFORM = "Fn::Transform";

    private final EstateScope estate;
    private final String id;
    private final @Nullable StackScope parent;
    private final Template template;
    private final Environment environment;
    private final String name;
    private final Node.@Nullable Mapping handedDown;
    private final Truth parentPresence;
    private final Map<String, StackScope> children = new HashMap<>();
    private final Map<String, Optional<Resolved>> outputs = new HashMap<>();
    private final Set<String> resolvingOutputs = new HashSet<>();
    private final Parameters parameters = new Parameters(this);
    private final Conditions conditions = new Conditions(this);
    private final References references = new References(this);
    private final Resolver resolver;
    private final CustomBucketResources customBucketResources = new CustomBucketResources(this);
    private final String displayName;
    private final ConstructMetadata constructs;

    StackScope(EstateScope estate, StackSource source) {
        this.estate = estate;
        this.id = source.id();
        this.parent = source.parent();
        this.template = source.template();
        this.environment = source.environment();
        this.name = source.name();
        this.displayName = source.displayName();
        this.constructs = source.constructs();
        this.handedDown = source.parameters();
        this.parentPresence = source.presence();
        this.resolver = new Resolver(this);
    }

    String id() {
        return id;
    }

    /** What unknown values of the stack are named after. */
    String symbol() {
        return estate.names().stack(id);
    }

    /** What a text with markers depends on, in words that name this stack as its template does. */
    String reason(String text) {
        String reason = Markers.reason(text);
        return symbol().equals(id) ? reason : reason.replace(" " + symbol() + ".", " " + id + ".");
    }

    /** The name of an unknown value of a resource. */
    String symbol(String logicalId, String... attribute) {
        SymbolNames.Id named = estate.names().resource(id, logicalId);
        List<String> parts = new ArrayList<>(List.of(named.stack(), named.logicalId()));
        parts.addAll(List.of(attribute));
        return Names.of(parts.toArray(String[]::new));
    }

    @Nullable
    StackScope parent() {
        return parent;
    }

    Template template() {
        return template;
    }

    Environment environment() {
        return environment;
    }

    /** The stack name, or its marker. */
    String name() {
        return name;
    }

    /** The name of the stack for people. */
    String displayName() {
        return displayName;
    }

    /** What the assembly says about constructs. */
    ConstructMetadata constructs() {
        return constructs;
    }

    /** The construct path of a resource as the assembly has it, or null. */
    @Nullable
    String constructPath(String logicalId) {
        return constructs.path(parent == null ? "" : displayName, logicalId);
    }

    EstateScope estate() {
        return estate;
    }

    ReadOptions options() {
        return estate.options();
    }

    Budget budget() {
        return estate.budget();
    }

    Parameters parameters() {
        return parameters;
    }

    Conditions conditions() {
        return conditions;
    }

    References references() {
        return references;
    }

    CustomBucketResources customBucketResources() {
        return customBucketResources;
    }

    Resolver resolver() {
        return resolver;
    }

    /** Forgets what was resolved while not all stacks were there, which may have been unknown for that reason alone. */
    void forget() {
        parameters.forget();
        conditions.forget();
        references.forget();
        outputs.clear();
    }

    void addChild(String logicalId, StackScope child) {
        children.put(logicalId, child);
    }

    Optional<StackScope> child(String logicalId) {
        return Optional.ofNullable(children.get(logicalId));
    }

    /** The value that the parent gives a parameter, or null where there is no parent or it gives none. */
    @Nullable
    Resolved handedDown(String parameter) {
        Node.Mapping given = handedDown;
        StackScope giver = parent;
        Node value = given == null ? null : given.get(parameter);
        if (value == null || giver == null) {
            return null;
        }
        Resolved resolved = giver.resolver().resolve(value);
        return resolved instanceof Resolved.Nothing ? null : resolved;
    }

    /** The value of an output, where the template has it. */
    Optional<Resolved> output(String output) {
        Optional<Resolved> before = outputs.get(output);
        if (before != null) {
            return before;
        }
        Node.Mapping definition =
                template.section("Outputs").get(output) instanceof Node.Mapping mapping ? mapping : null;
        Node value = definition == null ? null : definition.get("Value");
        if (definition == null || value == null) {
            return Optional.empty();
        }
        if (!resolvingOutputs.add(output)) {
            throw new TemplateException(
                    definition.place(),
                    "the output " + Shown.quoted(output) + " depends on itself through another stack");
        }
        Optional<Resolved> resolved = Optional.of(resolver.resolve(value));
        resolvingOutputs.remove(output);
        outputs.put(output, resolved);
        return resolved;
    }

    /** Whether the deployment creates what has this definition, by its condition and those of the stacks around it. */
    Truth presence(Node.Mapping definition) {
        Node condition = definition.get("Condition");
        if (condition == null) {
            return parentPresence;
        }
        Truth own = condition instanceof Node.Scalar named
                ? conditions.named(named.text(), named.place())
                : Truth.unknown(
                        "its condition is no name", Names.derived("Condition", symbol(), Fingerprint.of(condition)));
        return parentPresence.and(own);
    }

    /** Whether a macro or a loop may give the resource properties, or change them, beyond those that are written out. */
    static boolean isRewritten(Node.Mapping resource) {
        boolean within = resource.get("Properties") instanceof Node.Mapping properties
                && properties.members().keySet().stream().anyMatch(key -> key.startsWith("Fn::"));
        return within || resource.get(TRANSFORM) != null;
    }

    /** The type of a resource, or an empty text. */
    static String typeOf(Node.Mapping resource) {
        return resource.get("Type") instanceof Node.Scalar type ? type.text() : "";
    }
}
