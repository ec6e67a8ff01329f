package io.github.secures3.analysis.template;

import io.github.secures3.analysis.template.Node.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code Fn::Sub}, with and without a map of variables.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html">Fn::Sub</a>
 */
final class SubFunction {

    private final StackScope stack;

    SubFunction(StackScope stack) {
        this.stack = stack;
    }

    Resolved sub(Node argument, Place place) {
        if (argument instanceof Scalar text) {
            return substitute(text.text(), Map.of(), place);
        }
        if (argument instanceof Node.Listing list
                && list.items().size() == 2
                && list.items().get(0) instanceof Scalar text
                && list.items().get(1) instanceof Node.Mapping variables) {
            Map<String, String> values = new HashMap<>();
            variables
                    .members()
                    .forEach((name, value) -> values.put(
                            name, stack.resolver().text(stack.resolver().resolve(value))));
            return substitute(text.text(), values, place);
        }
        return stack.resolver().unknown(place, "Fn::Sub", "Fn::Sub takes a text, or a text and an object of variables");
    }

    private Resolved substitute(String text, Map<String, String> values, Place place) {
        if (Markers.count(text) > 0) {
            return Resolved.text(place, Markers.literal(text, stack.symbol()));
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        int at = text.indexOf("${");
        while (at >= 0) {
            int end = text.indexOf('}', at);
            if (end < 0) {
                break;
            }
            parts.add(text.substring(from, at));
            String name = text.substring(at + 2, end);
            // ${!Name} stays in the text as ${Name}, for policy variables and scripts.
            parts.add(name.startsWith("!") ? "${" + name.substring(1) + "}" : value(name.strip(), values, place));
            from = end + 1;
            at = text.indexOf("${", from);
        }
        parts.add(text.substring(from));
        return stack.resolver().concatenate(place, parts);
    }

    private String value(String name, Map<String, String> values, Place place) {
        String given = values.get(name);
        if (given != null) {
            return given;
        }
        int dot = name.indexOf('.');
        Resolved value = dot < 0
                ? stack.references().ref(name, place)
                : stack.references().attribute(name.substring(0, dot), name.substring(dot + 1), place);
        return stack.resolver().text(value);
    }
}
