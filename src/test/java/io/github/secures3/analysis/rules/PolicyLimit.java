package io.github.secures3.analysis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.ManagedPolicy;
import io.github.secures3.analysis.model.OrganizationPolicy;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.analysis.prove.Assumptions;
import io.github.secures3.analysis.prove.PolicyComparison;
import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Conditions;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.json.PolicyReader;
import java.util.ArrayList;
import java.util.List;

/**
 * What the policies at a root, unit or account of an organization, or a managed policy, are to deny whatever other policies allow: an invariant about
 * actions of any service, not of buckets alone. It is proved by comparison with a policy that denies just this.
 *
 * @param id its name
 * @param type the type of the policies, as AWS Organizations writes it, or {@code IDENTITY}
 * @param holder the root, unit or account, or how the logical id of the managed policy begins
 * @param denied what is denied; nothing for a policy that blocks public access
 */
record PolicyLimit(String id, String type, String holder, PolicyDocument denied) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Statement EVERYTHING = new Statement(
            null, Effect.ALLOW, Principals.everyone(), Actions.of("*"), Resources.of("*"), Conditions.none());

    static List<PolicyLimit> all(JsonNode limits) {
        List<PolicyLimit> all = new ArrayList<>();
        for (JsonNode limit : limits) {
            ObjectNode document = JSON.createObjectNode().put("Version", "2012-10-17");
            document.set("Statement", limit.has("denied") ? limit.path("denied") : JSON.createArrayNode());
            all.add(new PolicyLimit(
                    "limit." + limit.path("id").asText(),
                    limit.path("type").asText(),
                    limit.path("target").asText(limit.path("policy").asText()),
                    limit.has("denied")
                            ? PolicyReader.read(document.toString(), PolicyType.ANY)
                            : PolicyDocument.of()));
        }
        return all;
    }

    /** Whether it is proved. */
    boolean isKept(Estate estate) {
        if (type.equals("S3_POLICY")) {
            return estate.all(OrganizationPolicy.class).stream()
                    .filter(this::isAttached)
                    .anyMatch(policy -> policy.content().isSurely(content -> content.contains("\"all\"")));
        }
        PolicyDocument actual = PolicyDocument.of(EVERYTHING);
        for (LocatedPolicy policy : documents(estate)) {
            actual = actual.plus(policy.document().orElseThrow().statements());
        }
        return PolicyComparison.compare(
                                policyType(), denied.plus(List.of(EVERYTHING)), actual, Assumptions.DEFAULT_STEPS)
                        .verdict()
                == PolicyComparison.Answer.NO_NEW_ACCESS;
    }

    private List<LocatedPolicy> documents(Estate estate) {
        List<Value<LocatedPolicy>> documents = new ArrayList<>();
        if (type.equals("IDENTITY")) {
            estate.all(ManagedPolicy.class).stream()
                    .filter(policy -> policy.element().logicalId().startsWith(holder))
                    .forEach(policy -> documents.add(policy.document()));
        } else {
            estate.all(OrganizationPolicy.class).stream()
                    .filter(this::isAttached)
                    .forEach(policy -> documents.add(policy.document()));
        }
        return documents.stream().flatMap(document -> document.known().stream()).toList();
    }

    private boolean isAttached(OrganizationPolicy policy) {
        return policy.policyType().isSurely(type::equals)
                && policy.targets().known().orElse(List.of()).stream()
                        .anyMatch(target -> target.isSurely(holder::equals));
    }

    private PolicyType policyType() {
        return switch (type) {
            case "IDENTITY" -> PolicyType.IDENTITY;
            case "SERVICE_CONTROL_POLICY" -> PolicyType.SERVICE_CONTROL;
            default -> PolicyType.RESOURCE_CONTROL;
        };
    }
}
