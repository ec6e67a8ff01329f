package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * A filter of keys.
 *
 * @param name {@code prefix} or {@code suffix}
 * @param value the text
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-filterrule.html">FilterRule</a>
 * @since 0.1
 */
public record FilterRule(Value<String> name, Value<String> value) {

    /** Checks that nothing is missing. */
    public FilterRule {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }
}
