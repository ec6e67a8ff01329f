package io.github.secures3.analysis.diff.guardrail;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.policy.UnresolvedToken;
import io.github.secures3.policy.catalog.KeySpelling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Requests that a loosened guardrail no longer stops, as evidence of a change. */
final class GuardrailExamples {

    /** Each takes a proof; whoever takes away more guardrails than this at once has seen what it means. */
    private static final int MOST = 20;

    private static final String ASSUMPTION = "a policy within the account is taken to allow it";

    private final GuardrailMeaning meaning;
    private int given;

    GuardrailExamples(GuardrailMeaning meaning) {
        this.meaning = meaning;
    }

    /** The change with a request that the guardrail denied, and that nothing denies for those that it no longer holds for. */
    Change withLoss(Change change, Guardrail gone, Set<String> noLonger) {
        return isWanted(change) ? with(change, meaning.example(gone, noLonger)) : change;
    }

    /** The change with a request that the newer form of an Allow takes in, and the older one, if there was one, does not. */
    Change withGain(Change change, @Nullable Guardrail before, Guardrail after) {
        return isWanted(change) ? with(change, GuardrailMeaning.example(before, after)) : change;
    }

    private boolean isWanted(Change change) {
        return change.direction().countsAsWeakened() && given < MOST;
    }

    private Change with(Change change, Optional<AccessRequest> example) {
        if (example.isEmpty()) {
            return change;
        }
        given++;
        return new Change(
                change.kind(),
                change.direction(),
                change.finding()
                        .with(Evidence.Kind.REQUEST, text(example.get()))
                        .with(Evidence.Kind.ASSUMPTION, ASSUMPTION));
    }

    private static String text(AccessRequest request) {
        StringBuilder text = new StringBuilder(
                        UnresolvedToken.shown(request.principal().text()))
                .append(" can ")
                .append(request.action())
                .append(' ')
                .append(UnresolvedToken.shown(request.resource()));
        String joint = " with ";
        for (Map.Entry<String, List<String>> key : new TreeMap<>(request.context()).entrySet()) {
            boolean absent = key.getValue().isEmpty();
            text.append(joint).append(absent ? "no " : "").append(KeySpelling.of(key.getKey()));
            text.append(absent ? "" : "=" + UnresolvedToken.shown(String.join(" and ", key.getValue())));
            joint = ", ";
        }
        return text.toString();
    }
}
