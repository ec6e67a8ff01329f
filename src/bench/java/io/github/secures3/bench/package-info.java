/** What a secure bucket costs at synthesis, against the same template written by hand. */
@NullMarked
package io.github.secures3.bench;

import org.jspecify.annotations.NullMarked;
