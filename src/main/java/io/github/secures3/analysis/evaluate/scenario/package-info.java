/**
 * Bare policies and requests as JSON lines, and the answers to them: what {@code secure-s3 evaluate --scenarios} reads and writes.
 *
 * <p>Each line is a scenario of its own; a line that cannot be read gets an answer that says why, so that answers stay in step with lines.
 */
@NullMarked
package io.github.secures3.analysis.evaluate.scenario;

import org.jspecify.annotations.NullMarked;
