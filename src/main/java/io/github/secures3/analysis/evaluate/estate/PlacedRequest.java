package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Evaluator;
import io.github.secures3.analysis.evaluate.Situation;
import java.util.List;

/**
 * A request with the policies and facts of an estate that take part in it.
 *
 * @param request the request, its context taken as incomplete
 * @param situation the policies and facts
 * @param notes what a reader of the decision should know: gaps of the estate, assumptions, objects taken as encrypted by default
 * @since 0.1
 */
public record PlacedRequest(AccessRequest request, Situation situation, List<String> notes) {

    /** Copies the notes. */
    public PlacedRequest {
        notes = List.copyOf(notes);
    }

    /** Decides it. */
    public Decision decide() {
        return Evaluator.decide(request, situation);
    }
}
