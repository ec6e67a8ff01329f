/**
 * Pairs of policy documents as JSON lines, and the answers to them: what {@code secure-s3 compare} reads and writes.
 *
 * <p>A line that cannot be read gets an answer that says why, so that answers stay in step with lines.
 */
@NullMarked
package io.github.secures3.analysis.prove.pairs;

import org.jspecify.annotations.NullMarked;
