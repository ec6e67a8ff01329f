/**
 * Policy documents as JSON: reading with the place of every fault, writing in a stable form, sizes as AWS counts them.
 *
 * <p>No JSON type shows in a signature; the documents are the records of {@link io.github.secures3.policy}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the policy language</a>
 */
@NullMarked
package io.github.secures3.policy.json;

import org.jspecify.annotations.NullMarked;
