package io.github.secures3.agreement;

import io.github.secures3.analysis.evaluate.AccessPoint;
import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.RequestPrincipal.Kind;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.policy.catalog.ActionDefinition;
import io.github.secures3.policy.catalog.ServiceCatalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** All requests of a small world that can really occur: what is known of AWS's keys, said once more and plainly. */
final class RealRequests {

    private static final List<String> OBJECT_KEYS = List.of("a", "b", "u", "red/a:b");
    private static final Set<String> ON_OBJECTS = Set.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject");
    private static final Set<String> OF_ENDPOINTS = Set.of("aws:SourceVpc", "aws:SourceVpce");
    private static final Set<String> OF_SERVICES = Set.of("aws:SourceArn", "aws:SourceAccount");

    private final Situation situation;
    private final List<SampleKey> keys;

    RealRequests(Situation situation, List<SampleKey> keys) {
        this.situation = situation;
        this.keys = keys.stream().filter(key -> !key.isDerived()).toList();
    }

    /** Every request of these callers. */
    List<AccessRequest> by(List<RequestPrincipal> callers) {
        List<AccessRequest> all = new ArrayList<>();
        for (RequestPrincipal caller : callers) {
            for (String action : RandomPolicies.ACTIONS) {
                if (situation.accessPoint() != null && !worksThroughAccessPoints(action)) {
                    continue;
                }
                List<String> objects = ON_OBJECTS.contains(action) ? OBJECT_KEYS : List.of("");
                for (String object : objects) {
                    addWithContexts(caller, action, resource(object), 0, new HashMap<>(), all);
                }
            }
        }
        return all;
    }

    private String resource(String object) {
        AccessPoint point = situation.accessPoint();
        if (object.isEmpty()) {
            return point == null ? RandomSituation.BUCKET : RandomSituation.ACCESS_POINT;
        }
        return point == null
                ? RandomSituation.BUCKET + "/" + object
                : RandomSituation.ACCESS_POINT + "/object/" + object;
    }

    private void addWithContexts(
            RequestPrincipal caller,
            String action,
            String resource,
            int at,
            Map<String, List<String>> context,
            List<AccessRequest> into) {
        if (at < keys.size()) {
            SampleKey key = keys.get(at);
            for (List<String> values : key.inRequests()) {
                if (values.isEmpty()) {
                    context.remove(key.name());
                } else {
                    context.put(key.name(), values);
                }
                addWithContexts(caller, action, resource, at + 1, context, into);
            }
            context.remove(key.name());
        } else if (keys.stream().allMatch(key -> isReal(key.name(), caller, action, context))) {
            into.add(AccessRequest.of(caller, action, resource, context));
        }
    }

    private boolean isReal(String key, RequestPrincipal caller, String action, Map<String, List<String>> context) {
        boolean present = context.containsKey(key);
        boolean service = caller.kind() == Kind.SERVICE;
        String value = context.getOrDefault(key, List.of("")).get(0);
        if (key.equals("aws:SecureTransport")) {
            boolean throughAccessPoint = situation.accessPoint() != null;
            return !throughAccessPoint || value.equals("true");
        }
        if (key.equals("s3:TlsVersion")) {
            boolean tls = !context.getOrDefault("aws:SecureTransport", List.of("true"))
                    .contains("false");
            boolean stated = context.containsKey("aws:SecureTransport") || situation.accessPoint() != null;
            return stated ? present == tls : true;
        }
        if (key.equals("aws:SourceIp")) {
            boolean throughEndpoint =
                    situation.throughEndpoint() || OF_ENDPOINTS.stream().anyMatch(context::containsKey);
            AccessPoint point = situation.accessPoint();
            boolean asked = (point != null && point.vpcId() != null)
                    || keys.stream().anyMatch(other -> OF_ENDPOINTS.contains(other.name()));
            return (service || throughEndpoint) ? !present : (present || !asked);
        }
        if (OF_ENDPOINTS.contains(key)) {
            boolean throughEndpoint =
                    situation.throughEndpoint() || OF_ENDPOINTS.stream().anyMatch(context::containsKey);
            return service ? !present : present == throughEndpoint;
        }
        if (key.startsWith("aws:PrincipalTag/") || key.startsWith("aws:MultiFactor")) {
            return !present || caller.hasAccount();
        }
        if (key.equals("aws:FederatedProvider")) {
            return !present || caller.kind() == Kind.ROLE_SESSION;
        }
        if (key.equals("aws:PrincipalOrgID") || key.equals("aws:PrincipalOrgPaths")) {
            return caller.hasAccount() ? isOfOrganization(caller, key, context) : !present;
        }
        if (key.equals("aws:userid")) {
            boolean derived = service || caller.kind() == Kind.ROOT || caller.kind() == Kind.FEDERATED_USER;
            String right = switch (caller.kind()) {
                case ROLE_SESSION -> "AROAX:s";
                case USER -> "AIDAX";
                default -> "anonymous";
            };
            return derived ? !present : value.equals(right);
        }
        if (key.equals("aws:ViaAWSService")) {
            return caller.hasAccount() || value.equals("false");
        }
        if (key.equals("aws:CalledVia")) {
            boolean via =
                    !context.getOrDefault("aws:ViaAWSService", List.of("true")).contains("false");
            return !present || (caller.hasAccount() && via);
        }
        if (OF_SERVICES.contains(key)) {
            return !present || service;
        }
        if (key.equals("aws:ResourceTag/stage") || key.equals("aws:ResourceOrgID")) {
            return !present || isOpen(key, value);
        }
        return !key.startsWith("s3:") || !present || isOf(action, key);
    }

    /** Tags follow from the bucket where they are known, and the organization from its account. */
    private boolean isOpen(String key, String value) {
        Organization organization = situation.organization();
        String account = situation.resourceAccount();
        if (!key.equals("aws:ResourceOrgID")) {
            return situation.abacEnabled() == null
                    || (situation.abacEnabled() && situation.bucketTags().isEmpty());
        }
        if (organization == null || account == null) {
            return true;
        }
        Truth included = organization.includes(account);
        return included.isUnknown() || (included.isFalse() && !value.equals("o-one"));
    }

    private boolean isOfOrganization(RequestPrincipal caller, String key, Map<String, List<String>> context) {
        Organization organization = situation.organization();
        if (organization == null) {
            return true;
        }
        String account = String.valueOf(caller.account());
        List<String> members = organization.memberAccounts();
        List<String> given = context.getOrDefault(key, List.of());
        boolean managed = account.equals(organization.managementAccount());
        boolean saysMember = !given.isEmpty() && given.stream().anyMatch(value -> value.startsWith("o-one"));
        if (members == null && !managed) {
            return true;
        }
        boolean member = managed || (members != null && members.contains(account));
        String path = organization.paths().get(account);
        boolean rightPath = key.equals("aws:PrincipalOrgID") || path == null || given.equals(List.of(path));
        return member ? saysMember && rightPath : !saysMember;
    }

    private static boolean worksThroughAccessPoints(String action) {
        return definition(action).resources().stream()
                .anyMatch(target -> target.resourceType().startsWith("accesspoint"));
    }

    private static ActionDefinition definition(String action) {
        return ServiceCatalog.s3().actions().stream()
                .filter(each -> each.text().equals(action))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOf(String action, String key) {
        return ServiceCatalog.s3().conditionKeysOf(definition(action)).stream()
                .anyMatch(each -> each.matches(key.toLowerCase(Locale.ROOT)));
    }
}
