package io.github.secures3.analysis.diff.difference;

import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Stack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Two versions of an estate, resource by resource.
 *
 * <p>A resource is the same in both if it has the same type and the same logical id in the same stack. Of the others, two are taken for the same
 * if they have the same type and the same known physical name; if not even that, where they look alike: the same construct path, or mostly
 * the same properties, and no other resource as much. A stack with another id is the same stack if most of its resources are.
 *
 * <p>Unknown values of the two estates are comparable if both were read with the same names for them, as
 * {@link io.github.secures3.analysis.diff.EstateDiff#read} does.
 *
 * @since 0.1
 */
public final class Differences {

    private final Estate base;
    private final Estate head;
    private final Map<String, String> stacks;
    private final List<Pair<Resource>> pairs;
    private final List<Resource> removed;
    private final List<Resource> added;

    private Differences(Estate base, Estate head, Map<String, String> stacks, List<Pair<Resource>> pairs) {
        this.base = base;
        this.head = head;
        this.stacks = Map.copyOf(stacks);
        this.pairs = List.copyOf(pairs);
        this.removed = without(base, pairs.stream().map(Pair::base).toList());
        this.added = without(head, pairs.stream().map(Pair::head).toList());
    }

    /** Finds out which resources are which. */
    public static Differences of(Estate base, Estate head) {
        Map<String, String> stacks = StackMatching.of(base, head);
        return new Differences(base, head, stacks, ResourceMatching.of(base, head, stacks));
    }

    private static List<Resource> without(Estate estate, List<Resource> matched) {
        Set<String> known = new HashSet<>();
        matched.forEach(resource -> known.add(resource.element().id()));
        return estate.resources().stream()
                .filter(resource -> !known.contains(resource.element().id()))
                .toList();
    }

    /** The older version. */
    public Estate base() {
        return base;
    }

    /** The newer version. */
    public Estate head() {
        return head;
    }

    /** All resources that both versions have, in the order of the older. */
    public List<Pair<Resource>> pairs() {
        return pairs;
    }

    /** The resources of one kind that both versions have, in the order of the older. */
    public <T extends Resource> List<Pair<T>> pairs(Class<T> kind) {
        List<Pair<T>> some = new ArrayList<>();
        for (Pair<Resource> pair : pairs) {
            if (kind.isInstance(pair.base()) && kind.isInstance(pair.head())) {
                some.add(new Pair<>(kind.cast(pair.base()), kind.cast(pair.head())));
            }
        }
        return some;
    }

    /** The resources that only the older version has. */
    public List<Resource> removed() {
        return removed;
    }

    /** The resources of one kind that only the older version has. */
    public <T extends Resource> List<T> removed(Class<T> kind) {
        return removed.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The resources that only the newer version has. */
    public List<Resource> added() {
        return added;
    }

    /** The resources of one kind that only the newer version has. */
    public <T extends Resource> List<T> added(Class<T> kind) {
        return added.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The stack of the newer version that this stack of the older has become. */
    public Optional<Stack> headOf(Stack stack) {
        return Optional.ofNullable(stacks.get(stack.id())).flatMap(head::stack);
    }

    /** Whether the resource stayed in its stack, or in what its stack has become. */
    public boolean staysInItsStack(Pair<?> pair) {
        return pair.head()
                .element()
                .stack()
                .equals(stacks.get(pair.base().element().stack()));
    }

    /** Whether the resource has another logical id or went to another stack, so that CloudFormation takes it for another one. */
    public boolean isRenamed(Pair<?> pair) {
        Element older = pair.base().element();
        Element newer = pair.head().element();
        return !older.logicalId().equals(newer.logicalId()) || !staysInItsStack(pair);
    }

    /** For each stack of the older version the id of what it has become. */
    Map<String, String> stacks() {
        return new HashMap<>(stacks);
    }
}
