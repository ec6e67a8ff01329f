package io.github.secures3.analysis.evaluate;

import io.github.secures3.analysis.evaluate.matching.ContextView;

/**
 * A request as a statement looks at it. One call can be several of these: against the access point and the bucket, or to S3 and KMS.
 *
 * @param principal who asks
 * @param action the action
 * @param resource the ARN asked for
 * @param context the context keys
 * @param hasBoundary whether the caller has a permissions boundary, which {@code NotPrincipal} never spares
 * @since 0.1
 */
public record RequestView(
        RequestPrincipal principal, String action, String resource, ContextView context, boolean hasBoundary) {}
