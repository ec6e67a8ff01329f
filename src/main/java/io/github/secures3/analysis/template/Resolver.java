package io.github.secures3.analysis.template;

import io.github.secures3.analysis.template.Node.Scalar;
import io.github.secures3.analysis.template.Resolved.Shape;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Resolves what stands in the template of one stack: takes functions away where their value is known, and names it where it is not. */
final class Resolver {

    private final StackScope stack;
    private final Map<String, Intrinsic> functions;

    Resolver(StackScope stack) {
        this.stack = stack;
        this.functions = Intrinsics.of(stack);
    }

    Resolved resolve(Node node) {
        stack.budget().enter(node.place());
        try {
            if (node instanceof Scalar scalar) {
                return scalar(scalar);
            }
            if (node instanceof Node.Listing list) {
                return list(list);
            }
            if (node instanceof Node.Mapping mapping) {
                return mapping(mapping);
            }
            throw new IllegalStateException("a template holds no " + node.getClass());
        } finally {
            stack.budget().leave();
        }
    }

    private Resolved scalar(Scalar scalar) {
        if (scalar.isNull()) {
            return new Resolved.Nothing(scalar.place());
        }
        String text = Markers.literal(scalar.text(), stack.symbol());
        return new Resolved.Text(scalar.place(), scalar.kind(), Markers.withoutDynamicReferences(text, stack.symbol()));
    }

    private Resolved list(Node.Listing list) {
        List<Resolved> items = new ArrayList<>();
        for (Node item : list.items()) {
            Resolved resolved = resolve(item);
            if (!(resolved instanceof Resolved.Nothing)) {
                items.add(resolved);
            }
        }
        return new Resolved.Items(list.place(), Collections.unmodifiableList(items));
    }

    private Resolved mapping(Node.Mapping mapping) {
        for (String key : mapping.members().keySet()) {
            if (key.startsWith("Fn::")
                    || (key.equals("Ref") && mapping.members().size() == 1)) {
                return call(key, mapping);
            }
        }
        Map<String, Resolved> members = new LinkedHashMap<>();
        mapping.members().forEach((key, value) -> {
            Resolved resolved = resolve(value);
            if (!(resolved instanceof Resolved.Nothing)) {
                members.put(key, resolved);
            }
        });
        return new Resolved.Members(mapping.place(), Collections.unmodifiableMap(members));
    }

    private Resolved call(String function, Node.Mapping mapping) {
        Intrinsic intrinsic = functions.get(function);
        Node argument = mapping.get(function);
        if (intrinsic == null || argument == null || mapping.members().size() != 1) {
            return unknown(mapping.place(), function, "what " + Shown.plain(function) + " makes of it is not known");
        }
        return intrinsic.resolve(argument, mapping.place());
    }

    /** A value that nothing is known about, told apart from all others by its place, and from later ones there by what is written. */
    Resolved.Unknown unknown(Place place, String function, String reason) {
        String written = Fingerprint.of(place.in(stack.template().root()));
        String name = Names.derived(function, stack.symbol(), place.pointer(), written);
        return new Resolved.Unknown(place, name, reason, Shape.ANY);
    }

    /** What a function makes of inputs that are not all known: equal inputs give equal values. */
    Resolved.Unknown derived(Place place, String function, Shape shape, Resolved... inputs) {
        String[] texts = new String[inputs.length];
        for (int at = 0; at < inputs.length; at++) {
            texts[at] = Canonical.json(inputs[at]);
            stack.budget().text(place, texts[at].length());
        }
        return new Resolved.Unknown(place, Names.derived(function, texts), stack.reason(String.join("", texts)), shape);
    }

    /** The value as text, with a marker where it is unknown; a list or an object where text is due is unknown too. */
    String text(Resolved value) {
        if (value instanceof Resolved.Text text) {
            return text.text();
        }
        if (value instanceof Resolved.Unknown unknown) {
            return UnresolvedToken.of(unknown.name());
        }
        return value instanceof Resolved.Nothing
                ? ""
                : UnresolvedToken.of(unknown(value.place(), "Text", "no text").name());
    }

    /** Texts put one after the other. */
    Resolved concatenate(Place place, List<String> parts) {
        long length = 0;
        int markers = 0;
        for (String part : parts) {
            length += part.length();
            markers += Markers.count(part);
        }
        stack.budget().text(place, length);
        String whole = String.join("", parts);
        if (Markers.count(whole) != markers) {
            return unknown(place, "Text", "its parts make up something that looks like an unknown value");
        }
        return Resolved.text(place, Markers.withoutDynamicReferences(whole, stack.symbol()));
    }
}
