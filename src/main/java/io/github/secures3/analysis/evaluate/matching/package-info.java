/**
 * What one statement says about one request: texts, ARNs and condition operators compared in three-valued logic.
 *
 * <p>A policy is taken apart once and compared often; nothing here keeps state between comparisons. A value that is not known gives
 * {@link io.github.secures3.analysis.evaluate.matching.Truth} neither true nor false, unless every value it could have gives the same answer.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 */
@NullMarked
package io.github.secures3.analysis.evaluate.matching;

import org.jspecify.annotations.NullMarked;
