/** Changes that put data at risk: what the deployment itself would delete, replace or make unreadable. One class for each. */
@NullMarked
package io.github.secures3.analysis.diff.data;

import org.jspecify.annotations.NullMarked;
