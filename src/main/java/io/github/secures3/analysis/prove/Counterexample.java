package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.policy.UnresolvedToken;
import io.github.secures3.policy.catalog.KeySpelling;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request that breaks an invariant, with the evaluator's decision on it.
 *
 * @param request the request
 * @param decision what the evaluator says to it
 * @param caller who asks, in words, such as {@code an identity of another account}
 * @param notes what was taken for granted about the caller or the request
 * @since 0.1
 */
public record Counterexample(AccessRequest request, Decision decision, String caller, List<String> notes) {

    /** Copies the notes. */
    public Counterexample {
        notes = List.copyOf(notes);
    }

    /** The request in one line: who can do what, on which resource, with which context keys. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(UnresolvedToken.shown(request.principal().text()))
                .append(decision.isAllowed() ? " can " : " cannot ")
                .append(request.action())
                .append(' ')
                .append(UnresolvedToken.shown(request.resource()));
        String joint = " with ";
        for (Map.Entry<String, List<String>> key : new TreeMap<>(request.context()).entrySet()) {
            text.append(joint).append(key.getValue().isEmpty() ? "no " : "").append(KeySpelling.of(key.getKey()));
            if (!key.getValue().isEmpty()) {
                text.append('=').append(UnresolvedToken.shown(String.join(" and ", key.getValue())));
            }
            joint = ", ";
        }
        return text.toString();
    }
}
