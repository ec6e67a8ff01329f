package io.github.secures3.analysis.model;

import java.util.List;
import java.util.Objects;

/**
 * Replication of a bucket.
 *
 * @param role the ARN of the role that S3 assumes
 * @param rules the rules
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-replicationconfiguration.html">ReplicationConfiguration</a>
 * @since 0.1
 */
public record Replication(Value<String> role, Value<List<ReplicationRule>> rules) {

    /** Checks that nothing is missing. */
    public Replication {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(rules, "rules");
    }
}
