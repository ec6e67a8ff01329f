/**
 * What rules, proofs and comparisons find: one type for all of them, so that one report, one threshold and one baseline serve all.
 */
@NullMarked
package io.github.secures3.analysis.finding;

import org.jspecify.annotations.NullMarked;
