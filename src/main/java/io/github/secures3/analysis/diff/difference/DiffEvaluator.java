package io.github.secures3.analysis.diff.difference;

import java.util.List;

/**
 * Looks for changes of one kind.
 *
 * <p>An evaluator depends on nothing but the differences, and says the same about the same differences.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface DiffEvaluator {

    /** The changes that it finds, in any order. */
    List<Change> evaluate(Differences differences);
}
