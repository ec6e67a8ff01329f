/**
 * Access points: one bucket, many applications, and no shared policy to edit.
 *
 * <p>{@link io.github.secures3.constructs.accesspoint.AccessPointSet} attaches points to a bucket and has the bucket delegate to them;
 * {@link io.github.secures3.constructs.accesspoint.ApplicationAccessPoint} adds one from elsewhere.
 */
@NullMarked
package io.github.secures3.constructs.accesspoint;

import org.jspecify.annotations.NullMarked;
