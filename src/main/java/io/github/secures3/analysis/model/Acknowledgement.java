package io.github.secures3.analysis.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A finding that the author of a template accepts, as the metadata of the resource says, or of a construct around it.
 *
 * @param rule the id of the rule, ours such as {@code bucket.access-logging} or another tool's such as {@code AwsSolutions-S1}; with the CDK's
 *     validation plugin before it where one was named, as in {@code SecureS3::bucket.access-logging}
 * @param reason why, in the author's words; empty where the tool asks for none
 * @param construct the path of the construct that it was made on, empty for the app; null where the resource itself says it
 * @since 0.1
 */
public record Acknowledgement(
        String rule, String reason, @Nullable String construct) {

    /** What the CDK puts before ids that name no plugin. */
    private static final String NO_PLUGIN = "Annotation::";

    /** Checks that nothing is missing. */
    public Acknowledgement {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(reason, "reason");
    }

    /** One that the metadata of a resource has. */
    public static Acknowledgement of(String rule, String reason) {
        return new Acknowledgement(rule, reason, null);
    }

    /**
     * One that was made on a construct and holds for all in it.
     *
     * @param construct the path of the construct, empty for the app
     * @param id the id as the CDK keeps it
     * @param reason why, in the author's words
     * @see <a href="https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.Validations.html">Validations</a>
     */
    public static Acknowledgement on(String construct, String id, String reason) {
        String rule = id.startsWith(NO_PLUGIN) ? id.substring(NO_PLUGIN.length()) : id;
        return new Acknowledgement(rule, reason, construct);
    }
}
