package io.github.secures3.analysis.report.access;

import io.github.secures3.policy.catalog.ConditionKey;
import io.github.secures3.policy.catalog.ServiceCatalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The request that the report asks about: as a current SDK makes it, without optional headers, by the caller itself. What such a request
 * does not fix, such as its network, stays open.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/bucket-policy-s3-sigv4-conditions.html">Keys of authentication</a>
 */
final class PlainRequest {

    /** What is taken for granted, for readers of the report. */
    static final String IN_WORDS =
            "Each request is taken to come over HTTPS with TLS 1.3, signed in its header, from the caller itself,"
                    + " without optional headers such as a choice of encryption. Where it comes from, network and VPC"
                    + " endpoint, is left open.";

    private static final List<String> NONE = List.of();

    /** Keys of headers that a request may carry and a plain one does not. */
    private static final List<String> OPTIONAL =
            List.of("s3:x-amz-", "s3:requestobjecttagkeys", "s3:object-lock-", "s3:if-", "aws:tagkeys");

    private PlainRequest() {}

    /** The context of a request by this caller; a key without values is absent. */
    static Map<String, List<String>> context(Caller caller) {
        Map<String, List<String>> context = new LinkedHashMap<>();
        for (ConditionKey key : ServiceCatalog.s3().conditionKeys()) {
            String name = key.name().toLowerCase(Locale.ROOT);
            boolean optional = OPTIONAL.stream().anyMatch(name::startsWith);
            if (optional && !key.isTemplate()) {
                context.put(name, NONE);
            }
        }
        context.put("aws:securetransport", List.of("true"));
        context.put("s3:tlsversion", List.of("1.3"));
        context.put("aws:calledvia", NONE);
        context.put("aws:viaawsservice", List.of("false"));
        context.put("s3:versionid", NONE);
        context.put("s3:delimiter", NONE);
        context.put("s3:max-keys", NONE);
        boolean signed = caller.kind() != Caller.Kind.ANONYMOUS;
        context.put("s3:authtype", signed ? List.of("REST-HEADER") : NONE);
        context.put("s3:signatureversion", signed ? List.of("AWS4-HMAC-SHA256") : NONE);
        context.put("s3:signatureage", signed ? List.of("0") : NONE);
        if (caller.kind() == Caller.Kind.STRANGER) {
            context.put("aws:principalorgid", NONE);
            context.put("aws:principalorgpaths", NONE);
        }
        return context;
    }
}
