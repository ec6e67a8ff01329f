/** What several test packages share. */
@NullMarked
package io.github.secures3.testing;

import org.jspecify.annotations.NullMarked;
