package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.Assumption;
import io.github.secures3.analysis.template.Resolved.Shape;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a stack: handed down by the parent, given by the caller, taken at their default, or unknown.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html">Parameters</a>
 */
final class Parameters {

    private final StackScope stack;
    private final Map<String, Resolved> values = new HashMap<>();
    private final Set<String> resolving = new HashSet<>();

    Parameters(StackScope stack) {
        this.stack = stack;
    }

    void forget() {
        values.clear();
    }

    boolean has(String name) {
        return stack.template().section("Parameters").containsKey(name);
    }

    Resolved value(String name, Place place) {
        Resolved before = values.get(name);
        if (before != null) {
            return before;
        }
        if (!resolving.add(name)) {
            throw new TemplateException(
                    place, "the parameter " + Shown.quoted(name) + " depends on itself through a nested stack");
        }
        Resolved value = resolve(name, place);
        resolving.remove(name);
        values.put(name, value);
        return value;
    }

    private Resolved resolve(String name, Place place) {
        Node definition = stack.template().section("Parameters").get(name);
        String type = text(definition, "Type", "String");
        boolean list = type.equals("CommaDelimitedList") || type.contains("List<");
        // The value of such a parameter is the name of another parameter, which holds the value.
        boolean indirect = type.startsWith("AWS::SSM::Parameter::Value");
        Resolved handed = stack.handedDown(name);
        String given = given(name);
        if (indirect) {
            Node other = member(definition, "Default");
            String key = handed != null
                    ? stack.resolver().text(handed)
                    : given != null ? given : other instanceof Node.Scalar scalar ? scalar.text() : "";
            return unknown(Names.held(Names.of(stack.symbol(), name), list ? key + ",list" : key), name, list, place);
        }
        if (handed != null) {
            return typed(name, handed, list, place);
        }
        if (given != null) {
            return typed(name, Resolved.text(place, Markers.literal(given, stack.symbol())), list, place);
        }
        boolean secret = text(definition, "NoEcho", "false").equals("true");
        Node fallback = member(definition, "Default");
        boolean usable = stack.options().assumeDefaults() && !secret;
        if (fallback instanceof Node.Scalar scalar && !scalar.isNull() && usable) {
            stack.estate().assume(new Assumption(stack.id(), name, scalar.text()));
            return typed(name, stack.resolver().resolve(scalar), list, place);
        }
        return unknown(name, list, place);
    }

    private @Nullable String given(String name) {
        Map<String, String> all = stack.options().parameters();
        String own = all.get(stack.id() + "." + name);
        return own != null || stack.parent() != null ? own : all.get(name);
    }

    private Resolved typed(String name, Resolved value, boolean list, Place place) {
        if (!list || value instanceof Resolved.Items) {
            return value;
        }
        String text = stack.resolver().text(value);
        if (UnresolvedToken.isIn(text)) {
            return new Resolved.Unknown(
                    place,
                    Names.derived("List", text),
                    "parameter " + name + " of stack " + stack.id() + " is not known",
                    Shape.LIST);
        }
        List<Resolved> items = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            items.add(Resolved.text(place, item.strip()));
        }
        return new Resolved.Items(place, items);
    }

    private Resolved unknown(String name, boolean list, Place place) {
        return unknown(Names.of(stack.symbol(), name), name, list, place);
    }

    private Resolved unknown(String symbol, String name, boolean list, Place place) {
        return new Resolved.Unknown(
                place,
                symbol,
                "parameter " + Shown.plain(name) + " of stack " + stack.id() + " has no known value",
                list ? Shape.LIST : Shape.TEXT);
    }

    private static String text(@Nullable Node definition, String key, String fallback) {
        return member(definition, key) instanceof Node.Scalar scalar ? scalar.text() : fallback;
    }

    private static @Nullable Node member(@Nullable Node node, String key) {
        return node instanceof Node.Mapping mapping ? mapping.get(key) : null;
    }
}
