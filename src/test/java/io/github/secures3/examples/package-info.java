/** What every project under {@code examples} keeps to: it stands alone, and its templates are the expected ones and free of findings. */
@NullMarked
package io.github.secures3.examples;

import org.jspecify.annotations.NullMarked;
