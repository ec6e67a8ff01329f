package io.github.secures3.constructs.organization;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.customresources.AwsCustomResource;
import software.amazon.awscdk.customresources.AwsCustomResourcePolicy;
import software.amazon.awscdk.customresources.AwsSdkCall;
import software.amazon.awscdk.customresources.Logging;
import software.amazon.awscdk.customresources.PhysicalResourceId;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * Enables policy types on the root of the organization, which CloudFormation has no resource type for: a custom resource calls the service.
 *
 * <p>A type that is enabled already is fine. Nothing is disabled when this leaves its stack: disabling a type detaches all its policies. The
 * function may enable these types on this root and nothing else. AWS enables types in the background: where guardrails fail with {@code
 * PolicyTypeNotEnabledException}, deploy this in a stack of its own first.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_EnablePolicyType.html">EnablePolicyType</a>
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsorganizations.html">Actions of AWS Organizations</a>
 * @since 0.1
 */
public final class EnabledPolicyTypes extends Construct {

    private static final Number TIMEOUT_MINUTES = 2;

    private final IConstruct last;

    /** All types that guardrails are written in, on this root. */
    public EnabledPolicyTypes(Construct scope, String id, String rootId) {
        this(scope, id, rootId, List.of(OrganizationPolicyType.values()));
    }

    /**
     * These types on this root.
     *
     * @param rootId such as {@code r-ab12}
     * @throws io.github.secures3.constructs.InvalidConfigurationException if the root id has not the form that AWS documents, or no type
     *     is given
     */
    public EnabledPolicyTypes(Construct scope, String id, String rootId, List<OrganizationPolicyType> types) {
        this(scope, id, rootId, types, OrganizationChanges.before(scope));
    }

    EnabledPolicyTypes(
            Construct scope, String id, String rootId, List<OrganizationPolicyType> types, List<IConstruct> before) {
        super(checked(scope, id, rootId, types), id);
        List<IConstruct> earlier = before;
        for (OrganizationPolicyType type : EnumSet.copyOf(types)) {
            AwsCustomResource enabled = enable(rootId, type);
            OrganizationChanges.after(earlier, enabled);
            earlier = List.of(enabled);
        }
        this.last = earlier.get(0);
    }

    /** The type that is enabled last. */
    IConstruct last() {
        return last;
    }

    private AwsCustomResource enable(String rootId, OrganizationPolicyType type) {
        AwsSdkCall call = AwsSdkCall.builder()
                .service("Organizations")
                .action("enablePolicyType")
                .parameters(new TreeMap<>(Map.of("PolicyType", type.name(), "RootId", rootId)))
                .physicalResourceId(PhysicalResourceId.of(rootId + "/" + type.name()))
                .ignoreErrorCodesMatching("^PolicyTypeAlreadyEnabledException$")
                .logging(Logging.withDataHidden())
                .build();
        PolicyStatement permission = PolicyStatement.Builder.create()
                .actions(List.of("organizations:EnablePolicyType"))
                .resources(List.of("arn:" + Aws.PARTITION + ":organizations::*:root/*/" + rootId))
                .conditions(Map.of("StringEquals", Map.of("organizations:PolicyType", type.name())))
                .build();
        return AwsCustomResource.Builder.create(this, type.id())
                .resourceType("Custom::EnabledPolicyType")
                .onUpdate(call)
                .policy(AwsCustomResourcePolicy.fromStatements(List.of(permission)))
                .installLatestAwsSdk(false)
                .timeout(Duration.minutes(TIMEOUT_MINUTES))
                .build();
    }

    private static Construct checked(Construct scope, String id, String rootId, List<OrganizationPolicyType> types) {
        GuardrailsCheck check = new GuardrailsCheck(scope, id);
        check.that(!types.isEmpty(), () -> "no policy type to enable; name one");
        check.refusing(() -> {
            Rollout.requireRoot(rootId);
            return rootId;
        });
        return scope;
    }
}
