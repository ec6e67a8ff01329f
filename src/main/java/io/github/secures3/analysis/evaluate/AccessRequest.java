package io.github.secures3.analysis.evaluate;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A request to S3.
 *
 * @param principal who makes it
 * @param action the action, such as {@code s3:GetObject}; case does not matter
 * @param resource the ARN of the bucket, object, or access point (with {@code /object/key} for an object behind it)
 * @param context the context keys and their values; keys are kept in lower case, as their case does not matter. A key without values is
 *     absent
 * @param contextComplete whether a key that is not given, and does not follow from the rest, is absent; otherwise it is unknown
 * @param multipartUpload whether this is part of a multipart upload, which asks more of the KMS key
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-reqcontext.html">The request
 *     context</a>
 * @since 0.1
 */
public record AccessRequest(
        RequestPrincipal principal,
        String action,
        String resource,
        Map<String, List<String>> context,
        boolean contextComplete,
        boolean multipartUpload) {

    /** The longest text in a request, in characters: twice what S3 takes as headers in one request would need. */
    public static final int MAX_LENGTH = 16_384;

    /**
     * Copies the context.
     *
     * @throws IllegalArgumentException if the action names no service, a context key is given twice in different case, or a text is longer
     *     than {@link #MAX_LENGTH}
     */
    public AccessRequest {
        Objects.requireNonNull(principal, "principal");
        requireShort("the principal", principal.text());
        requireShort("the action", action);
        requireShort("the resource", resource);
        if (action.indexOf(':') <= 0 || action.endsWith(":")) {
            throw new IllegalArgumentException(
                    "the action '" + action + "' names no service and operation; write it as s3:GetObject");
        }
        context = lowerCased(context);
    }

    /** A request whose context is complete. */
    public static AccessRequest of(
            RequestPrincipal principal, String action, String resource, Map<String, List<String>> context) {
        return new AccessRequest(principal, action, resource, context, true, false);
    }

    /** This request with a context that may lack keys. */
    public AccessRequest withIncompleteContext() {
        return new AccessRequest(principal, action, resource, context, false, multipartUpload);
    }

    /** This request as part of a multipart upload. */
    public AccessRequest inMultipartUpload() {
        return new AccessRequest(principal, action, resource, context, contextComplete, true);
    }

    private static Map<String, List<String>> lowerCased(Map<String, List<String>> context) {
        Map<String, List<String>> lower = new HashMap<>(context.size() * 2);
        context.forEach((key, values) -> {
            requireShort("a context key", key);
            values.forEach(value -> requireShort("the value of " + key, value));
            if (lower.put(key.toLowerCase(Locale.ROOT), List.copyOf(values)) != null) {
                throw new IllegalArgumentException("the context key " + key
                        + " is given twice, in different case, which AWS takes for the same; list its values in one");
            }
        });
        return Collections.unmodifiableMap(lower);
    }

    private static void requireShort(String what, String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    what + " has " + text.length() + " characters; no request carries more than " + MAX_LENGTH);
        }
    }
}
