package io.github.secures3.analysis.template;

import io.github.secures3.analysis.template.Node.Scalar;
import io.github.secures3.analysis.template.Resolved.Shape;

/**
 * {@code Fn::Select}, {@code Fn::Length} and {@code Fn::GetAZs}.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-select.html">Fn::Select</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-length.html">Fn::Length</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getavailabilityzones.html">Fn::GetAZs</a>
 */
final class ListFunctions {

    private static final int LONGEST_INDEX = 6;

    private final StackScope stack;

    ListFunctions(StackScope stack) {
        this.stack = stack;
    }

    Resolved select(Node argument, Place place) {
        Resolver resolver = stack.resolver();
        if (!(argument instanceof Node.Listing arguments) || arguments.items().size() != 2) {
            return resolver.unknown(place, "Fn::Select", "Fn::Select takes an index and a list");
        }
        Resolved index = resolver.resolve(arguments.items().get(0));
        Resolved list = resolver.resolve(arguments.items().get(1));
        String digits = resolver.text(index);
        boolean number = !digits.isEmpty()
                && digits.length() <= LONGEST_INDEX
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!(list instanceof Resolved.Items items) || !number) {
            return resolver.derived(place, "Fn::Select", Shape.TEXT, index, list);
        }
        int at = Integer.parseInt(digits);
        return at < items.items().size()
                ? items.items().get(at)
                : resolver.unknown(place, "Fn::Select", "the list has no item " + at + "; the first is 0");
    }

    Resolved length(Node argument, Place place) {
        Resolved list = stack.resolver().resolve(argument);
        // An item that is unknown in kind may be taken away or be several.
        return list instanceof Resolved.Items items && Canonical.isWritable(items)
                ? new Resolved.Text(
                        place,
                        Scalar.Kind.NUMBER,
                        Integer.toString(items.items().size()))
                : stack.resolver().derived(place, "Fn::Length", Shape.TEXT, list);
    }

    Resolved availabilityZones(Node argument, Place place) {
        Resolved region = stack.resolver().resolve(argument);
        return stack.resolver().derived(place, stack.symbol() + ".Fn::GetAZs", Shape.LIST, region);
    }
}
