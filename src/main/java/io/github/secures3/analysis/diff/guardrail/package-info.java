/** Changes of the policies of an organization: guardrails that are gone, loosened or detached. One class for each kind. */
@NullMarked
package io.github.secures3.analysis.diff.guardrail;

import org.jspecify.annotations.NullMarked;
