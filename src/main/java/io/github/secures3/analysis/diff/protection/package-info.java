/** Changes of protections: what a resource has or lacks apart from policies. One class for each. */
@NullMarked
package io.github.secures3.analysis.diff.protection;

import org.jspecify.annotations.NullMarked;
