package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * Website hosting of a bucket.
 *
 * @param indexDocument the index page
 * @param errorDocument the error page
 * @param redirectAllRequestsTo the host that all requests are sent to
 * @param routingRules the rules that send some requests elsewhere, as a JSON text to compare
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-websiteconfiguration.html">WebsiteConfiguration</a>
 * @since 0.1
 */
public record Website(
        Value<String> indexDocument,
        Value<String> errorDocument,
        Value<String> redirectAllRequestsTo,
        Value<String> routingRules) {

    /** Checks that nothing is missing. */
    public Website {
        Objects.requireNonNull(indexDocument, "indexDocument");
        Objects.requireNonNull(errorDocument, "errorDocument");
        Objects.requireNonNull(redirectAllRequestsTo, "redirectAllRequestsTo");
        Objects.requireNonNull(routingRules, "routingRules");
    }
}
