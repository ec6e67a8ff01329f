package io.github.secures3.analysis.template;

import io.github.secures3.policy.UnresolvedToken;

/**
 * {@code Ref}, {@code Fn::GetAtt} and {@code Fn::ImportValue}.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html">Ref</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getatt.html">Fn::GetAtt</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-importvalue.html">Fn::ImportValue</a>
 */
final class ReferenceFunctions {

    private final StackScope stack;

    ReferenceFunctions(StackScope stack) {
        this.stack = stack;
    }

    Resolved ref(Node argument, Place place) {
        return argument instanceof Node.Scalar name
                ? moved(stack.references().ref(name.text(), place), place)
                : stack.resolver().unknown(place, "Ref", "Ref takes a name, not " + argument.shown());
    }

    Resolved getAtt(Node argument, Place place) {
        if (argument instanceof Node.Scalar both) {
            int dot = both.text().indexOf('.');
            if (dot > 0) {
                return attribute(both.text().substring(0, dot), both.text().substring(dot + 1), place);
            }
        }
        if (argument instanceof Node.Listing list
                && list.items().size() == 2
                && list.items().get(0) instanceof Node.Scalar resource) {
            Resolved attribute = stack.resolver().resolve(list.items().get(1));
            if (attribute instanceof Resolved.Text text && !UnresolvedToken.isIn(text.text())) {
                return attribute(resource.text(), text.text(), place);
            }
        }
        return stack.resolver().unknown(place, "Fn::GetAtt", "Fn::GetAtt takes a resource and an attribute");
    }

    Resolved importValue(Node argument, Place place) {
        Resolved name = stack.resolver().resolve(argument);
        return moved(stack.estate().exports().find(stack, stack.resolver().text(name), place), place);
    }

    private Resolved attribute(String logicalId, String attribute, Place place) {
        return moved(stack.references().attribute(logicalId, attribute, place), place);
    }

    /** The value as one that stands where it is referred to. */
    private static Resolved moved(Resolved value, Place place) {
        if (value instanceof Resolved.Text text) {
            return new Resolved.Text(place, text.kind(), text.text());
        }
        return value instanceof Resolved.Unknown unknown
                ? new Resolved.Unknown(place, unknown.name(), unknown.reason(), unknown.shape(), unknown.branches())
                : value;
    }
}
