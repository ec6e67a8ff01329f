/**
 * Claims about all requests to a bucket, proved or refuted by a request that breaks them.
 *
 * <p>An {@link io.github.secures3.analysis.prove.Invariant} says what must never, or must always, be allowed. The
 * {@link io.github.secures3.analysis.prove.Prover} answers with a {@link io.github.secures3.analysis.prove.Verdict}: proved, refuted with requests
 * that the evaluator has confirmed, or undecided with the reasons. It never passes what it could not read.
 */
@NullMarked
package io.github.secures3.analysis.prove;

import org.jspecify.annotations.NullMarked;
