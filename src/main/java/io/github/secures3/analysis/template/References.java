package io.github.secures3.analysis.template;

import io.github.secures3.analysis.template.Resolved.Shape;
import io.github.secures3.policy.UnresolvedToken;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code Ref} and {@code Fn::GetAtt} give: pseudo parameters, parameters, and attributes of resources.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html">Pseudo parameters</a>
 */
final class References {

    private final StackScope stack;
    private final Map<String, Resolved> known = new HashMap<>();
    private final Set<String> resolving = new LinkedHashSet<>();

    References(StackScope stack) {
        this.stack = stack;
    }

    void forget() {
        known.clear();
    }

    Resolved ref(String name, Place place) {
        if (name.startsWith("AWS::")) {
            return pseudo(name, place);
        }
        if (stack.parameters().has(name)) {
            return stack.parameters().value(name, place);
        }
        return attribute(name, ArnRules.REF, place);
    }

    private Resolved pseudo(String name, Place place) {
        Environment environment = stack.environment();
        return switch (name) {
            case "AWS::AccountId" -> Resolved.text(place, environment.account());
            case "AWS::Region" -> Resolved.text(place, environment.region());
            case "AWS::Partition" -> Resolved.text(place, environment.partition());
            case "AWS::URLSuffix" -> Resolved.text(place, environment.urlSuffix());
            case "AWS::StackName" -> Resolved.text(place, stack.name());
            case "AWS::NoValue" -> new Resolved.Nothing(place);
            default ->
                new Resolved.Unknown(
                        place,
                        Names.of(stack.symbol(), name),
                        "only the deployment knows " + Shown.plain(name),
                        name.equals("AWS::NotificationARNs") ? Shape.LIST : Shape.TEXT);
        };
    }

    /** The attribute of a resource of this stack. */
    Resolved attribute(String logicalId, String attribute, Place place) {
        String key = logicalId + "." + attribute;
        Resolved before = known.get(key);
        if (before != null) {
            return before;
        }
        if (!resolving.add(key)) {
            throw new TemplateException(
                    place,
                    "the references go in a circle: "
                            + Shown.plain((String.join(" -> ", resolving) + " -> " + key)
                                    .replace(". ", " ")
                                    .replaceFirst("[.]$", "")));
        }
        stack.budget().enter(place);
        Resolved value = compute(logicalId, attribute, place);
        stack.budget().leave();
        resolving.remove(key);
        known.put(key, value);
        return value;
    }

    private Resolved compute(String logicalId, String attribute, Place place) {
        Node.Mapping resource = stack.template().resource(logicalId);
        if (resource == null) {
            return stack.resolver()
                    .unknown(place, "Ref", "the template has no parameter or resource " + Shown.quoted(logicalId));
        }
        if (stack.presence(resource).state() == Truth.State.FALSE) {
            return stack.resolver()
                    .unknown(place, "Ref", Shown.quoted(logicalId) + " is not created, as its condition is false");
        }
        if (StackScope.typeOf(resource).equals(StackScope.NESTED) && attribute.startsWith("Outputs.")) {
            return output(logicalId, attribute.substring("Outputs.".length()), place);
        }
        Optional<String> text = ArnRules.attribute(stack, logicalId, resource, attribute, place);
        if (text.isPresent()) {
            return Resolved.text(place, text.get());
        }
        String label = attribute.equals(ArnRules.REF) ? "Ref" : attribute;
        return new Resolved.Unknown(
                place,
                stack.symbol(logicalId, label),
                "only the deployment knows " + label + " of " + Shown.plain(logicalId),
                isListLike(attribute) ? Shape.ANY : Shape.TEXT);
    }

    /** Lists among attributes have names in the plural, such as {@code NetworkInterfaceIds}. */
    private static boolean isListLike(String attribute) {
        return attribute.endsWith("s") && !attribute.endsWith("ss") && !attribute.endsWith("Status");
    }

    private Resolved output(String logicalId, String name, Place place) {
        Optional<StackScope> child = stack.child(logicalId);
        if (child.isPresent()) {
            Optional<Resolved> value = child.get().output(name);
            if (value.isPresent()) {
                return value.get();
            }
        }
        return new Resolved.Unknown(
                place,
                stack.symbol(logicalId, "Outputs", name),
                "the output " + Shown.plain(name) + " of nested stack " + Shown.plain(logicalId) + " is not known",
                Shape.TEXT);
    }

    /** The attribute as text, with a marker where it is unknown. */
    String text(String logicalId, String attribute, Place place) {
        Resolved value = attribute(logicalId, attribute, place);
        return value instanceof Resolved.Unknown unknown
                ? UnresolvedToken.of(unknown.name())
                : stack.resolver().text(value);
    }
}
