/**
 * The vocabulary that both sides of the library share: IAM policy documents as immutable records.
 *
 * <p>Everything here is the JDK and nothing else. A string is kept as it was given: CDK tokens, policy variables and wildcards survive
 * untouched, and only {@link io.github.secures3.policy.Pattern} and {@link io.github.secures3.policy.Arn} look inside one.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">IAM JSON policy element reference</a>
 */
@NullMarked
package io.github.secures3.policy;

import org.jspecify.annotations.NullMarked;
