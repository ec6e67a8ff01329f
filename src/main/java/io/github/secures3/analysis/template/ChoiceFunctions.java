package io.github.secures3.analysis.template;

import io.github.secures3.analysis.template.Resolved.Shape;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code Fn::If} and {@code Fn::FindInMap}.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html">Fn::If</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap.html">Fn::FindInMap</a>
 */
final class ChoiceFunctions {

    private final StackScope stack;

    ChoiceFunctions(StackScope stack) {
        this.stack = stack;
    }

    Resolved branch(Node argument, Place place) {
        Resolver resolver = stack.resolver();
        if (!(argument instanceof Node.Listing arguments)
                || arguments.items().size() != 3
                || !(arguments.items().get(0) instanceof Node.Scalar condition)) {
            return resolver.unknown(place, "Fn::If", "Fn::If takes a condition and two values");
        }
        Truth truth = stack.conditions().named(condition.text(), place);
        return switch (truth.state()) {
            case TRUE -> resolver.resolve(arguments.items().get(1));
            case FALSE -> resolver.resolve(arguments.items().get(2));
            case UNKNOWN -> undecided(truth, arguments, place);
        };
    }

    private Resolved undecided(Truth truth, Node.Listing arguments, Place place) {
        Resolved then = stack.resolver().resolve(arguments.items().get(1));
        Resolved otherwise = stack.resolver().resolve(arguments.items().get(2));
        String first = Canonical.json(then);
        String second = Canonical.json(otherwise);
        stack.budget().text(place, (long) first.length() + second.length());
        boolean sameKind = then instanceof Resolved.Nothing == otherwise instanceof Resolved.Nothing;
        if (first.equals(second) && sameKind) {
            return then;
        }
        String name = Names.derived("Fn::If", truth.form(), kind(then) + first, kind(otherwise) + second);
        Shape shape = shape(then) == shape(otherwise) ? shape(then) : Shape.ANY;
        return new Resolved.Unknown(place, name, truth.reason(), shape, List.of(then, otherwise));
    }

    private static String kind(Resolved value) {
        return value instanceof Resolved.Nothing ? "none" : "";
    }

    private static Shape shape(Resolved value) {
        if (value instanceof Resolved.Unknown unknown) {
            return unknown.shape();
        }
        if (value instanceof Resolved.Text) {
            return Shape.TEXT;
        }
        return value instanceof Resolved.Items ? Shape.LIST : Shape.ANY;
    }

    Resolved findInMap(Node argument, Place place) {
        Resolver resolver = stack.resolver();
        if (!(argument instanceof Node.Listing arguments)
                || arguments.items().size() < 3
                || arguments.items().size() > 4) {
            return resolver.unknown(place, "Fn::FindInMap", "Fn::FindInMap takes a map and two keys");
        }
        List<Node> items = arguments.items();
        Resolved map = resolver.resolve(items.get(0));
        Resolved first = resolver.resolve(items.get(1));
        Resolved second = resolver.resolve(items.get(2));
        String keys = resolver.text(map) + resolver.text(first) + resolver.text(second);
        if (Markers.count(keys) > 0) {
            // The keys alone do not make the value: it is another where the map holds others.
            Resolved held = Resolved.text(place, Names.digest(contents(resolver.text(map), resolver.text(first))));
            Resolved fallback = items.size() == 4 ? resolver.resolve(items.get(3)) : new Resolved.Nothing(place);
            return resolver.derived(
                    place, stack.symbol() + ".Fn::FindInMap", Shape.ANY, map, first, second, held, fallback);
        }
        Node found = member(
                member(stack.template().section("Mappings").get(resolver.text(map)), resolver.text(first)),
                resolver.text(second));
        if (found != null) {
            return resolver.resolve(found);
        }
        Node fallback = items.size() == 4 ? member(items.get(3), "DefaultValue") : null;
        return fallback != null
                ? resolver.resolve(fallback)
                : resolver.unknown(place, "Fn::FindInMap", "the map has no such keys, and no default is given");
    }

    /** The part of the mappings that a value comes from, as far as its keys are known. */
    private String contents(String map, String first) {
        Map<String, Node> all = stack.template().section("Mappings");
        Node whole = all.get(map);
        Node part = member(whole, first);
        if (part != null) {
            return Fingerprint.of(part);
        }
        StringBuilder text = new StringBuilder();
        for (Node each : whole == null ? all.values() : List.of(whole)) {
            text.append(Fingerprint.of(each));
        }
        return text.toString();
    }

    private static @Nullable Node member(@Nullable Node node, String key) {
        return node instanceof Node.Mapping mapping ? mapping.get(key) : null;
    }
}
