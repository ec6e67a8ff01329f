/**
 * Questions about an estate: finds the policies and facts of templates that take part in one request, for the evaluator to decide.
 *
 * <p>What the templates do not tell stays unknown, with the reason.
 */
@NullMarked
package io.github.secures3.analysis.evaluate.estate;

import org.jspecify.annotations.NullMarked;
