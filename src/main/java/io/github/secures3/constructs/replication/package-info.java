/**
 * Build side: a second copy of a bucket in another Region, in the same account or another.
 *
 * <p>{@link io.github.secures3.constructs.replication.ReplicatedBucket} is the side that is written to, {@link
 * io.github.secures3.constructs.replication.ReplicaBucket} the side that receives. Neither refers to the other's resources: names, accounts and
 * Regions are literal on both sides, so that each can be deployed by a stack, an app and an account of its own.
 */
@NullMarked
package io.github.secures3.constructs.replication;

import org.jspecify.annotations.NullMarked;
