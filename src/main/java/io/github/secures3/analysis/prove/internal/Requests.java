package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.matching.ContextValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns what a search has found into a request. */
final class Requests {

    private Requests() {}

    /** The request to a bucket; fixed keys have their one value where the request has them at all. */
    static AccessRequest of(
            Vocabulary vocabulary,
            CallerScope callers,
            BucketTarget target,
            Map<String, ContextValue> fixed,
            Model model) {
        UnknownValues unknowns = vocabulary.unknowns();
        String action = model.value("action").orElseThrow();
        String key = unknowns.decode(model.value(BucketTarget.OBJECT_KEY).orElse("example.txt"));
        Map<String, List<String>> context = context(vocabulary, model);
        fixed.forEach((name, value) -> context.computeIfPresent(name, (same, any) -> value.values()));
        return AccessRequest.of(callers.principal(model, unknowns), action, target.resource(action, key), context);
    }

    /** The context keys that vary and that the request has. */
    static Map<String, List<String>> context(Vocabulary vocabulary, Model model) {
        UnknownValues unknowns = vocabulary.unknowns();
        Map<String, List<String>> context = new HashMap<>();
        vocabulary.keys().keySet().forEach(name -> {
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
        return vocabulary.logic().causes().entrySet().stream()
                .filter(cause -> model.needs(cause.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }
}
