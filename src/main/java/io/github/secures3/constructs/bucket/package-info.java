/**
 * Buckets: {@link io.github.secures3.constructs.bucket.SecureBucket} with its key, policy and lifecycle,
 * {@link io.github.secures3.constructs.bucket.AccessLogBucket} for server access logs, and what can be granted on either.
 */
@NullMarked
package io.github.secures3.constructs.bucket;

import org.jspecify.annotations.NullMarked;
