package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.Acknowledgement;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.OptOut;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what all resources have: place, presence, deletion policies, and what CDK and secure constructs leave in their metadata.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-product-attribute-reference.html">Resource
 *     attributes</a>
 */
final class Elements {

    private Elements() {}

    static Element of(
            StackScope stack, String logicalId, Node.Mapping resource, Value<Boolean> presence, Resolved properties) {
        Properties metadata = metadata(stack, resource);
        String path = metadata.text("aws:cdk:path").asText().orElse(stack.constructPath(logicalId));
        List<Acknowledgement> acknowledgements = new ArrayList<>(Acknowledgements.of(metadata));
        acknowledgements.addAll(stack.constructs().acknowledgements(path));
        return new Element(
                stack.id(),
                logicalId,
                StackScope.typeOf(resource),
                path,
                resource.place().location(),
                stack.constructs().source(path),
                presence,
                attribute(stack, resource, "DeletionPolicy"),
                attribute(stack, resource, "UpdateReplacePolicy"),
                optOuts(metadata),
                acknowledgements,
                properties(stack, properties));
    }

    private static Properties metadata(StackScope stack, Node.Mapping resource) {
        Node metadata = resource.get("Metadata");
        return new Properties(
                metadata == null
                        ? new Resolved.Nothing(resource.place())
                        : stack.resolver().resolve(metadata));
    }

    private static Value<String> attribute(StackScope stack, Node.Mapping resource, String name) {
        Node value = resource.get(name);
        return value == null ? Value.absent() : Properties.text(stack.resolver().resolve(value));
    }

    static Value<Boolean> presence(StackScope stack, Node.Mapping resource) {
        Truth truth = stack.presence(resource);
        Node condition = resource.get("Condition");
        Place place = condition == null ? resource.place() : condition.place();
        if (truth.isUnknown()) {
            String name = Names.derived("Condition", truth.form());
            return new Value.Unknown<>(UnresolvedToken.of(name), truth.reason(), place.location());
        }
        return new Value.Known<>(truth.state() == Truth.State.TRUE, place.location());
    }

    /** What the template says under {@code Properties}, as texts to compare; all of it under the empty name where it is no object. */
    private static Map<String, Value<String>> properties(StackScope stack, Resolved properties) {
        if (!(properties instanceof Resolved.Members members)) {
            return properties instanceof Resolved.Nothing ? Map.of() : Map.of("", fingerprint(stack, properties));
        }
        Map<String, Value<String>> all = new LinkedHashMap<>();
        members.members().forEach((name, value) -> all.put(name, fingerprint(stack, value)));
        return all;
    }

    private static Value<String> fingerprint(StackScope stack, Resolved value) {
        return Properties.text(Resolved.text(value.place(), Fingerprint.of(value, stack.budget())));
    }

    private static List<OptOut> optOuts(Properties metadata) {
        List<OptOut> all = new ArrayList<>();
        if (metadata.child("SecureS3").get("OptOuts") instanceof Resolved.Members members) {
            for (Map.Entry<String, Resolved> each : members.members().entrySet()) {
                all.add(new OptOut(
                        each.getKey(), Properties.text(each.getValue()).asText().orElse("")));
            }
        }
        return all;
    }
}
