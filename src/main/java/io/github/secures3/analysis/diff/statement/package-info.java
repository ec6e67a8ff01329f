/** Statements of policies side by side: what one says in words, and which of two says more. */
@NullMarked
package io.github.secures3.analysis.diff.statement;

import org.jspecify.annotations.NullMarked;
