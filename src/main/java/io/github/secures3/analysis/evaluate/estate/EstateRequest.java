package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.evaluate.Organization;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request as a person asks about it: caller, bucket and access point by their names in the template, or by ARN.
 *
 * @param principal the logical id, construct path or name of a role or user of the templates, or an ARN, account id, service name or
 *     {@code anonymous}
 * @param action the action, such as {@code s3:GetObject}
 * @param resource an ARN; or the logical id, the unique beginning of one, the construct path or the name of a bucket or access point,
 *     followed by a slash and the key for an object; {@code *} for actions on no single resource, such as {@code s3:ListAllMyBuckets}
 * @param context the context keys that are known, beyond those that follow from the rest
 * @param vpcEndpoint the logical id or id of the VPC endpoint that the request goes through, or null
 * @param organization the organization of the accounts, or null
 * @param within ids of the organizational units and roots above the accounts, for organization policies attached to them
 * @since 0.1
 */
public record EstateRequest(
        String principal,
        String action,
        String resource,
        Map<String, List<String>> context,
        @Nullable String vpcEndpoint,
        @Nullable Organization organization,
        List<String> within) {

    /** Copies the collections. */
    public EstateRequest {
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(resource, "resource");
        context = Map.copyOf(context);
        within = List.copyOf(within);
    }

    /** A request of which nothing more is known. */
    public static EstateRequest of(String principal, String action, String resource) {
        return new EstateRequest(principal, action, resource, Map.of(), null, null, List.of());
    }
}
