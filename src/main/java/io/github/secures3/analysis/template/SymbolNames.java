package io.github.secures3.analysis.template;

import java.util.Map;
import java.util.Objects;

/**
 * Which stacks and resources unknown values are named after.
 *
 * <p>The unknown name of bucket {@code Data} in stack {@code Orders} is called {@code Orders.Data.Name}. Where two versions of an estate are
 * compared and a stack or a resource has another id in the newer one, it is named after its older id there too, so that the same value has
 * the same name in both.
 *
 * @since 0.1
 */
public final class SymbolNames {

    private static final SymbolNames OWN = new SymbolNames(Map.of(), Map.of());

    private final Map<String, String> stacks;
    private final Map<Id, Id> resources;

    private SymbolNames(Map<String, String> stacks, Map<Id, Id> resources) {
        this.stacks = Map.copyOf(stacks);
        this.resources = Map.copyOf(resources);
    }

    /**
     * The id of a resource.
     *
     * @param stack the id of its stack
     * @param logicalId its logical id
     * @since 0.1
     */
    public record Id(String stack, String logicalId) {
        /** Checks that nothing is missing. */
        public Id {
            Objects.requireNonNull(stack, "stack");
            Objects.requireNonNull(logicalId, "logicalId");
        }
    }

    /** Everything is named after its own ids. */
    public static SymbolNames own() {
        return OWN;
    }

    /**
     * Names after other ids.
     *
     * @param stacks for ids of stacks the ids to name after; others are named after their own
     * @param resources for resources the ids to name after; others are named after their own logical id and their stack's name
     */
    public static SymbolNames of(Map<String, String> stacks, Map<Id, Id> resources) {
        return new SymbolNames(stacks, resources);
    }

    /** What the values of a stack are named after. */
    String stack(String id) {
        return stacks.getOrDefault(id, id);
    }

    /** What the values of a resource are named after. */
    Id resource(String stack, String logicalId) {
        Id own = new Id(stack, logicalId);
        return resources.getOrDefault(own, new Id(stack(stack), logicalId));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SymbolNames names && stacks.equals(names.stacks) && resources.equals(names.resources);
    }

    @Override
    public int hashCode() {
        return Objects.hash(stacks, resources);
    }
}
