/**
 * Assertions for tests of one's own, in the style of AssertJ: about what templates let whom do, not about how they say it.
 *
 * <pre>{@code
 * assertThat(template).bucket("Data").isNeverReadableBy(anyoneOutside("o-exampleorgid"));
 * }</pre>
 *
 * <p>They need AssertJ on the class path of the tests; nothing else of this library does.
 */
@NullMarked
package io.github.secures3.assertions;

import org.jspecify.annotations.NullMarked;
