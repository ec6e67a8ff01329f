package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.ContextCompletion;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.matching.ContextValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns what a search has found into a request. */
final class Requests {

    private Requests() {}

    /**
     * The request to a bucket; fixed keys have their one value where the request has them at all.
     *
     * @param keys the context keys that matter
     */
    static AccessRequest of(
            Vocabulary vocabulary,
            Set<String> keys,
            Inquiry.Scene scene,
            BucketTarget target,
            Map<String, ContextValue> fixed,
            Model model) {
        UnknownValues unknowns = vocabulary.unknowns();
        String action = model.value("action").orElseThrow();
        String key = unknowns.decode(model.value(BucketTarget.OBJECT_KEY).orElse("example.txt"));
        Map<String, List<String>> context = new HashMap<>(scene.context());
        context.putAll(context(vocabulary, keys, model));
        fixed.forEach((name, value) -> context.computeIfPresent(name, (same, any) -> value.values()));
        RequestPrincipal principal = scene.callers().principal(model, unknowns);
        if (principal.session() != null && !principal.path().equals("/")) {
            // The ARN of a session does not tell the path of its role.
            principal.principalArn().ifPresent(arn -> context.put("aws:principalarn", List.of(arn)));
        }
        AccessRequest request = AccessRequest.of(principal, action, target.resource(action, key), context);
        return sayingWhatIsAbsent(request, keys, scene.situation());
    }

    /** The request, saying of keys that it lacks them where the evaluator would not know so. */
    private static AccessRequest sayingWhatIsAbsent(AccessRequest request, Set<String> keys, Situation situation) {
        ContextCompletion completion = ContextCompletion.of(request, situation, situation.accessPoint());
        Map<String, List<String>> context = new HashMap<>(request.context());
        for (String name : keys) {
            if (!context.containsKey(name) && !completion.get(name).isAbsent()) {
                context.put(name, List.of());
            }
        }
        return AccessRequest.of(request.principal(), request.action(), request.resource(), context);
    }

    /** The context keys that vary, that matter, and that the request has. */
    static Map<String, List<String>> context(Vocabulary vocabulary, Set<String> keys, Model model) {
        UnknownValues unknowns = vocabulary.unknowns();
        Map<String, List<String>> context = new HashMap<>();
        keys.forEach(name -> {
            List<String> values =
                    model.values(name).stream().map(unknowns::decode).toList();
            if (!values.isEmpty()) {
                context.put(name, values);
            }
        });
        return context;
    }

    /** Why a request is in doubt: what is not known and matters. */
    static List<String> reasons(Vocabulary vocabulary, Model model) {
        List<BoundsAlgebra.Cause> needed = vocabulary.logic().causes().entrySet().stream()
                .filter(cause -> model.needs(cause.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        List<BoundsAlgebra.Cause> open = needed.stream()
                .filter(cause -> !model.holds(cause.must()) && model.holds(cause.may()))
                .toList();
        return (open.isEmpty() ? needed : open)
                .stream().map(BoundsAlgebra.Cause::reason).distinct().toList();
    }
}
