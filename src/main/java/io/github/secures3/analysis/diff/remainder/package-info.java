/** What no other class compares: properties without a meaning for security, tags, and what the templates hide. */
@NullMarked
package io.github.secures3.analysis.diff.remainder;

import org.jspecify.annotations.NullMarked;
