/**
 * The named statements that protect a bucket or its key, one small class each.
 *
 * <p>A class says what its statement denies, what it lets pass on purpose and what it breaks. {@link
 * io.github.secures3.policy.statements.ProtectiveStatement} is for bucket policies, {@link
 * io.github.secures3.policy.statements.KeyStatement} for key policies. Lists in a statement have no duplicates and are in order, so that the same
 * settings always write the same policy; texts with a CDK token come last, in the order given, because the number inside a token may change
 * from one version of an app to the next.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html">Examples of bucket policies</a>
 */
@NullMarked
package io.github.secures3.policy.statements;

import org.jspecify.annotations.NullMarked;
