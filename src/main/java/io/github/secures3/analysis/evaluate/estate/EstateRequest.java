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
 *     {@code anonymous}; or {@code access-grants:} and the logical id of a grant of S3 Access Grants, for the session that its grantee gets
 * @param action the action, such as {@code s3:GetObject}
 * @param resource an ARN; or the logical id, the unique beginning of one, the construct path or the name of a bucket or access point,
 *     followed by a slash and the key for an object; or the same, but for the beginning, of a KMS key, table bucket, vector bucket or directory
 *     bucket; or {@code *} for actions on no single resource, such as {@code s3:ListAllMyBuckets}. An ARN means what the deployment calls so,
 *     and never a logical id
 * @param context the context keys that are known, beyond those that follow from the rest
 * @param vpcEndpoint the logical id or id of the VPC endpoint that the request goes through; {@link #OPEN_ENDPOINT}; or null for that of which
 *     the context tells, if any
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

    /** Stands for a VPC endpoint that has AWS's default policy, which lets everything through. */
    public static final String OPEN_ENDPOINT = "open";

    /** Stands before the name of a grant of S3 Access Grants where the session of its grantee is asked about. */
    public static final String ACCESS_GRANT = "access-grants:";

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
