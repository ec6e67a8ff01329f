package io.github.secures3.analysis.template;

import io.github.secures3.analysis.template.Resolved.Shape;
import io.github.secures3.policy.UnresolvedToken;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * {@code Fn::Join}, {@code Fn::Split}, {@code Fn::Base64} and {@code Fn::ToJsonString}.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-join.html">Fn::Join</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-split.html">Fn::Split</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-base64.html">Fn::Base64</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ToJsonString.html">Fn::ToJsonString</a>
 */
final class TextFunctions {

    private final StackScope stack;

    TextFunctions(StackScope stack) {
        this.stack = stack;
    }

    Resolved join(Node argument, Place place) {
        Resolver resolver = stack.resolver();
        if (!(argument instanceof Node.Listing arguments) || arguments.items().size() != 2) {
            return resolver.unknown(place, "Fn::Join", "Fn::Join takes a delimiter and a list");
        }
        Resolved delimiter = resolver.resolve(arguments.items().get(0));
        Resolved list = resolver.resolve(arguments.items().get(1));
        if (!(list instanceof Resolved.Items items)) {
            return resolver.derived(place, "Fn::Join", Shape.TEXT, delimiter, list);
        }
        String between = resolver.text(delimiter);
        List<String> parts = new ArrayList<>();
        for (Resolved item : items.items()) {
            if (!parts.isEmpty()) {
                parts.add(between);
            }
            parts.add(resolver.text(item));
        }
        return resolver.concatenate(place, parts);
    }

    Resolved split(Node argument, Place place) {
        Resolver resolver = stack.resolver();
        if (!(argument instanceof Node.Listing arguments) || arguments.items().size() != 2) {
            return resolver.unknown(place, "Fn::Split", "Fn::Split takes a delimiter and a text");
        }
        Resolved delimiter = resolver.resolve(arguments.items().get(0));
        Resolved source = resolver.resolve(arguments.items().get(1));
        String by = resolver.text(delimiter);
        String text = resolver.text(source);
        if (by.isEmpty() || UnresolvedToken.isIn(by) || UnresolvedToken.isIn(text)) {
            return resolver.derived(place, "Fn::Split", Shape.LIST, delimiter, source);
        }
        List<Resolved> pieces = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(by); at >= 0; at = text.indexOf(by, from)) {
            pieces.add(Resolved.text(place, text.substring(from, at)));
            from = at + by.length();
        }
        pieces.add(Resolved.text(place, text.substring(from)));
        stack.budget().text(place, text.length());
        return new Resolved.Items(place, List.copyOf(pieces));
    }

    Resolved base64(Node argument, Place place) {
        Resolver resolver = stack.resolver();
        Resolved source = resolver.resolve(argument);
        String text = resolver.text(source);
        if (UnresolvedToken.isIn(text)) {
            return resolver.derived(place, "Fn::Base64", Shape.TEXT, source);
        }
        stack.budget().text(place, 2L * text.length());
        return Resolved.text(place, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    Resolved toJsonString(Node argument, Place place) {
        Resolver resolver = stack.resolver();
        Resolved value = resolver.resolve(argument);
        if (!Canonical.isWritable(value)) {
            return resolver.derived(place, "Fn::ToJsonString", Shape.TEXT, value);
        }
        String json = Canonical.json(value);
        stack.budget().text(place, json.length());
        return Resolved.text(place, json);
    }
}
