/**
 * An independent reading of AWS's policy rules, for tests only: concrete requests, and an oracle that says what statements and documents make
 * of them.
 *
 * <p>It shares no matching code with the library and takes the plainest way everywhere, so that agreement means something. What it has no rule for
 * it refuses with {@link java.lang.UnsupportedOperationException} instead of guessing.
 */
@NullMarked
package io.github.secures3.requests;

import org.jspecify.annotations.NullMarked;
