/** Readings of policies that share no code and must agree: the tests' oracle, and the evaluator that users run. */
@NullMarked
package io.github.secures3.agreement;

import org.jspecify.annotations.NullMarked;
