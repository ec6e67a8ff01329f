package io.github.secures3.agreement;

import io.github.secures3.analysis.evaluate.AccessPoint;
import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** All requests of a small world that can really occur. */
final class RealRequests {

    private static final List<String> OBJECT_KEYS = List.of("a", "b", "u", "red/a:b");
    private static final Set<String> ON_OBJECTS = Set.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject");

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

    /** Whether a claim that requests like this are always allowed is about this one. */
    boolean isOrdinary(AccessRequest request, Statement question) {
        Map<String, List<String>> context = new HashMap<>();
        for (SampleKey key : keys) {
            List<String> values = request.context().get(key.name().toLowerCase(Locale.ROOT));
            if (values != null) {
                context.put(key.name(), values);
            }
        }
        return new RealContext(situation, keys, request.principal(), request.action(), context).isOrdinary(question);
    }

    /** The ARN of the bucket or object that a request reaches in the end. */
    String bucketResource(AccessRequest request) {
        AccessPoint point = situation.accessPoint();
        return point == null
                ? request.resource()
                : RandomSituation.BUCKET
                        + request.resource().substring(point.arn().length()).replaceFirst("^/object", "");
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
        } else if (new RealContext(situation, keys, caller, action, context).isReal()) {
            into.add(AccessRequest.of(caller, action, resource, context));
        }
    }

    private static boolean worksThroughAccessPoints(String action) {
        return RealContext.definition(action).resources().stream()
                .anyMatch(target -> target.resourceType().startsWith("accesspoint"));
    }
}
