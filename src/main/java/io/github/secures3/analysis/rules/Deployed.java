package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Stack;
import io.github.secures3.analysis.model.Value;
import java.util.Optional;
import java.util.function.Function;

/** Where resources of an estate are deployed. */
final class Deployed {

    private Deployed() {}

    /** The account, as text with a marker where only the deployment knows it. */
    static Optional<String> account(Estate estate, Element element) {
        return estate.stack(element.stack()).flatMap(stack -> stack.account().asText());
    }

    /** Whether two resources surely are in different accounts, or different Regions. */
    static boolean surelyDiffer(Estate estate, Element one, Element other, Function<Stack, Value<String>> place) {
        Optional<String> first =
                estate.stack(one.stack()).flatMap(stack -> place.apply(stack).known());
        Optional<String> second =
                estate.stack(other.stack()).flatMap(stack -> place.apply(stack).known());
        return first.isPresent() && second.isPresent() && !first.equals(second);
    }
}
