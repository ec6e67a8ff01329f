package io.github.secures3.analysis.diff.difference;

import java.util.List;

/**
 * Looks for changes of one kind.
 *
 * <p>An evaluator depends on nothing but the differences, and says the same about the same differences.
 *
 * @since 0.1
 */
public interface DiffEvaluator {

    /** What it looks for: a fact for each rule id of its changes. */
    List<Fact> facts();

    /** The changes that it finds, in any order. */
    List<Change> evaluate(Differences differences);
}
