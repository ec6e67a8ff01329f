/**
 * Two versions of an estate side by side: which resources of one are which of the other, and what a change between them is.
 *
 * <p>{@link io.github.secures3.analysis.diff.difference.Differences} answers for pairs, removed and added resources; a
 * {@link io.github.secures3.analysis.diff.difference.DiffEvaluator} turns them into changes.
 */
@NullMarked
package io.github.secures3.analysis.diff.difference;

import org.jspecify.annotations.NullMarked;
