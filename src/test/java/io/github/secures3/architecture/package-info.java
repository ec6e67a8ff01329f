/** The rules of the house, each held by a test and each shown to bite. */
@NullMarked
package io.github.secures3.architecture;

import org.jspecify.annotations.NullMarked;
