package io.github.secures3.analysis.template;

import io.github.secures3.policy.UnresolvedToken;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides the conditions of a stack as far as its parameters tell.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html">Condition functions</a>
 */
final class Conditions {

    private final StackScope stack;
    private final Map<String, Truth> decided = new HashMap<>();
    private final Set<String> deciding = new HashSet<>();

    Conditions(StackScope stack) {
        this.stack = stack;
    }

    void forget() {
        decided.clear();
    }

    /** Whether the condition of this name holds. */
    Truth named(String name, Place place) {
        Truth before = decided.get(name);
        if (before != null) {
            return before;
        }
        Node definition = stack.template().section("Conditions").get(name);
        if (definition == null) {
            return Truth.unknown(
                    "the template has no condition " + Shown.quoted(name),
                    Names.derived("Condition", stack.symbol(), name));
        }
        if (!deciding.add(name)) {
            throw new TemplateException(
                    place, "the condition " + Shown.quoted(name) + " depends on itself; break the circle");
        }
        Truth truth = of(definition);
        if (truth.isUnknown()) {
            truth = truth.because("condition " + Shown.plain(name) + " of stack " + stack.id() + " cannot be decided: "
                    + truth.reason());
        }
        deciding.remove(name);
        decided.put(name, truth);
        return truth;
    }

    private Truth of(Node node) {
        stack.budget().enter(node.place());
        try {
            if (node instanceof Node.Scalar scalar
                    && (scalar.text().equals("true") || scalar.text().equals("false"))) {
                return Truth.of(scalar.text().equals("true"));
            }
            if (!(node instanceof Node.Mapping mapping) || mapping.members().size() != 1) {
                return unclear(node, node.shown() + " is no condition");
            }
            Map.Entry<String, Node> call =
                    mapping.members().entrySet().iterator().next();
            Node argument = call.getValue();
            List<Node> list = argument instanceof Node.Listing listing ? listing.items() : List.of(argument);
            return switch (call.getKey()) {
                case "Fn::And" -> list.stream().map(this::of).reduce(Truth.TRUE, Truth::and);
                case "Fn::Or" -> list.stream().map(this::of).reduce(Truth.FALSE, Truth::or);
                case "Fn::Not" ->
                    list.size() == 1 ? of(list.get(0)).negated() : unclear(node, "Fn::Not takes one condition");
                case "Fn::Equals" ->
                    list.size() == 2 ? equal(list.get(0), list.get(1)) : unclear(node, "Fn::Equals takes two values");
                case "Condition" -> condition(argument);
                default -> unclear(node, Shown.quoted(call.getKey()) + " is no condition function");
            };
        } finally {
            stack.budget().leave();
        }
    }

    private Truth unclear(Node node, String reason) {
        return Truth.unknown(reason, Names.derived("Condition", stack.symbol(), Fingerprint.of(node)));
    }

    private Truth condition(Node argument) {
        return argument instanceof Node.Scalar name
                ? named(name.text(), argument.place())
                : unclear(argument, "Condition takes the name of a condition");
    }

    private Truth equal(Node left, Node right) {
        String first = Canonical.strings(stack.resolver().resolve(left));
        String second = Canonical.strings(stack.resolver().resolve(right));
        stack.budget().text(left.place(), (long) first.length() + second.length());
        // Equal markers are equal values, so equal texts are equal whatever is unknown in them.
        if (first.equals(second)) {
            return Truth.TRUE;
        }
        boolean inOrder = first.compareTo(second) < 0;
        boolean known = !UnresolvedToken.isIn(first) && !UnresolvedToken.isIn(second);
        return known
                ? Truth.FALSE
                : Truth.unknown(
                        stack.reason(first + second),
                        Names.derived("Equals", inOrder ? first : second, inOrder ? second : first));
    }
}
