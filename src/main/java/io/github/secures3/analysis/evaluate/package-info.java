/**
 * AWS's authorization decision for one concrete request: which layer decided, by which statement, at which place.
 *
 * <p>{@link io.github.secures3.analysis.evaluate.Evaluator} is the entry: an
 * {@link io.github.secures3.analysis.evaluate.AccessRequest} and the {@link io.github.secures3.analysis.evaluate.Situation} it is made in give a
 * {@link io.github.secures3.analysis.evaluate.Decision}. The rule that joins the layers stands alone in
 * {@link io.github.secures3.analysis.evaluate.DecisionRule}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation logic</a>
 */
@NullMarked
package io.github.secures3.analysis.evaluate;

import org.jspecify.annotations.NullMarked;
