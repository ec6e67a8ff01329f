package io.github.secures3.constructs.organization;

import io.github.secures3.policy.Statement;
import io.github.secures3.policy.json.PolicyWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.organizations.CfnPolicy;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * Writes the policies of a plan, each after the one before: the service refuses changes that come at the same time.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreatePolicy.html">CreatePolicy, errors</a>
 */
final class GuardrailPolicies {

    private static final String METADATA = "SecureS3";

    private final Construct scope;
    private final GuardrailSettings settings;
    private final GuardrailPlan plan;
    private final String prefix;
    private final List<String> targets;
    private final List<CfnPolicy> written = new ArrayList<>();
    private final List<Map<String, Object>> metadata = new ArrayList<>();

    GuardrailPolicies(Construct scope, GuardrailSettings settings, GuardrailPlan plan, String prefix) {
        this.scope = scope;
        this.settings = settings;
        this.plan = plan;
        this.prefix = prefix;
        this.targets = Objects.requireNonNull(settings.rollout).targets();
    }

    /** Writes them after these changes of the same stack. */
    List<CfnPolicy> write(List<IConstruct> before) {
        publicAccess();
        pack(OrganizationPolicyType.RESOURCE_CONTROL_POLICY, plan.resourceControl());
        pack(OrganizationPolicyType.SERVICE_CONTROL_POLICY, plan.serviceControl());
        start(before);
        describe();
        return List.copyOf(written);
    }

    private void publicAccess() {
        if (settings.publicAccessLeftToAccounts != null) {
            return;
        }
        String value = settings.publicAccessBlockTurnedOff == null ? "all" : "none";
        Map<String, Object> content =
                Map.of("s3_attributes", Map.of("public_access_block_configuration", Map.of("@@assign", value)));
        add(OrganizationPolicyType.S3_POLICY, null, content);
    }

    private void pack(OrganizationPolicyType type, PolicyPlan packed) {
        int number = 1;
        for (PackedPolicy policy : packed.policies()) {
            add(type, number++, PolicyWriter.toMap(policy.document()));
            metadata.get(metadata.size() - 1).put("Guardrails", report(policy));
        }
    }

    private void add(OrganizationPolicyType type, @Nullable Integer number, Map<String, Object> content) {
        CfnPolicy policy = CfnPolicy.Builder.create(scope, number == null ? type.id() : type.id() + number)
                .name(prefix + "-" + type.slug() + (number == null ? "" : "-" + number))
                .type(type.name())
                .content(content)
                .targetIds(targets)
                .build();
        // A policy of a failed first deployment must go, or its name is taken at the next one.
        policy.applyRemovalPolicy(
                settings.deletedWithStack == null ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY);
        if (!written.isEmpty()) {
            policy.getNode().addDependency(written.get(written.size() - 1));
        }
        written.add(policy);
        metadata.add(new LinkedHashMap<>());
    }

    private static Map<String, Object> report(PackedPolicy policy) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put(
                "Statements",
                policy.document().statements().stream().map(Statement::sid).toList());
        report.put("Characters", policy.characters());
        report.put("Room", policy.room());
        return report;
    }

    private void start(List<IConstruct> before) {
        String root = settings.rootWithPolicyTypes;
        if (root == null) {
            OrganizationChanges.after(before, written.get(0));
            return;
        }
        Set<OrganizationPolicyType> used = new LinkedHashSet<>();
        written.forEach(policy -> used.add(OrganizationPolicyType.valueOf(policy.getType())));
        EnabledPolicyTypes enabled = new EnabledPolicyTypes(scope, "PolicyTypes", root, List.copyOf(used), before);
        written.get(0).getNode().addDependency(enabled);
    }

    /** Reasons of opt-outs stand at the first policy: the construct as a whole has no resource. */
    private void describe() {
        Map<String, String> optOuts = new LinkedHashMap<>();
        settings.leftOut.forEach(
                (guardrail, reason) -> optOuts.put("allowWithout" + guardrail.getSimpleName(), reason));
        put(optOuts, "leavePublicAccessToAccounts", settings.publicAccessLeftToAccounts);
        put(optOuts, "turnOffBlockPublicAccessEverywhere", settings.publicAccessBlockTurnedOff);
        put(optOuts, "deleteWithStack", settings.deletedWithStack);
        if (!optOuts.isEmpty()) {
            metadata.get(0).put("OptOuts", optOuts);
        }
        for (int at = 0; at < written.size(); at++) {
            if (!metadata.get(at).isEmpty()) {
                written.get(at).addMetadata(METADATA, metadata.get(at));
            }
        }
    }

    private static void put(Map<String, String> optOuts, String name, @Nullable String reason) {
        if (reason != null) {
            optOuts.put(name, reason);
        }
    }
}
