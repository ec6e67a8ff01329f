package io.github.secures3.analysis.template;

import io.github.secures3.policy.UnresolvedToken;
import org.jspecify.annotations.Nullable;

/**
 * Where a stack is deployed; each part may be a marker.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html">Pseudo parameters</a>
 */
record Environment(String account, String region, String partition) {

    /** The environment of a stack; {@code scope} tells unknown accounts and Regions of different deployments apart. */
    static Environment of(@Nullable String account, @Nullable String region, ReadOptions options, String scope) {
        String knownRegion = literal(region == null ? options.region() : region, scope);
        String knownAccount = literal(account == null ? options.account() : account, scope);
        String partition = knownRegion == null ? options.partition() : partitionOf(knownRegion);
        return new Environment(
                knownAccount == null ? marker(scope, "AccountId") : knownAccount,
                knownRegion == null ? marker(scope, "Region") : knownRegion,
                partition == null ? marker(scope, "Partition") : partition);
    }

    private static @Nullable String literal(@Nullable String text, String scope) {
        return text == null ? null : Markers.literal(text, scope);
    }

    private static String marker(String scope, String name) {
        return UnresolvedToken.of(Names.of(scope, "AWS::" + name));
    }

    /** The partition that a Region belongs to, by its first letters. */
    private static String partitionOf(String region) {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        if (region.startsWith("us-gov-")) {
            return "aws-us-gov";
        }
        if (region.startsWith("us-iso-")) {
            return "aws-iso";
        }
        if (region.startsWith("us-isob-")) {
            return "aws-iso-b";
        }
        return region.startsWith("eusc-") ? "aws-eusc" : "aws";
    }

    /** The domain of the partition, as {@code AWS::URLSuffix} has it. */
    String urlSuffix() {
        return switch (partition) {
            case "aws", "aws-us-gov" -> "amazonaws.com";
            case "aws-cn" -> "amazonaws.com.cn";
            default -> UnresolvedToken.of(Names.derived("URLSuffix", partition));
        };
    }
}
