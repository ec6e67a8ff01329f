package io.github.secures3.analysis.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * One cross-origin rule of a bucket.
 *
 * @param id its id
 * @param allowedOrigins the origins
 * @param allowedMethods the HTTP methods
 * @param allowedHeaders the request headers
 * @param exposedHeaders the response headers that scripts see
 * @param maxAge how long browsers keep the answer, in seconds
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-corsrule.html">CorsRule</a>
 * @since 0.1
 */
public record CorsRule(
        Value<String> id,
        Value<List<Value<String>>> allowedOrigins,
        Value<List<Value<String>>> allowedMethods,
        Value<List<Value<String>>> allowedHeaders,
        Value<List<Value<String>>> exposedHeaders,
        Value<BigDecimal> maxAge) {

    /** Checks that nothing is missing. */
    public CorsRule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(allowedOrigins, "allowedOrigins");
        Objects.requireNonNull(allowedMethods, "allowedMethods");
        Objects.requireNonNull(allowedHeaders, "allowedHeaders");
        Objects.requireNonNull(exposedHeaders, "exposedHeaders");
        Objects.requireNonNull(maxAge, "maxAge");
    }
}
