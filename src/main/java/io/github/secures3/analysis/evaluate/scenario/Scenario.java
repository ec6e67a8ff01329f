package io.github.secures3.analysis.evaluate.scenario;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Evaluator;
import io.github.secures3.analysis.evaluate.Situation;
import org.jspecify.annotations.Nullable;

/**
 * One line of a scenario file.
 *
 * @param name its name, or null
 * @param request the request
 * @param situation the policies and facts around it
 * @since 0.1
 */
public record Scenario(@Nullable String name, AccessRequest request, Situation situation) {

    /** Decides the request. */
    public Decision decide() {
        return Evaluator.decide(request, situation);
    }
}
