package io.github.secures3.analysis.evaluate;

import io.github.secures3.analysis.evaluate.matching.ConditionPredicate;
import io.github.secures3.analysis.evaluate.matching.ContextValue;
import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.PolicyVersion;
import java.util.List;
import java.util.Locale;

/**
 * The headers of a request, or of all requests in question, as context keys tell them; those of which nobody said anything are not sent.
 *
 * @param <B> the truth values, or formulas
 * @since 0.1
 */
@FunctionalInterface
public interface RequestHeaders<B> {

    /** When they satisfy the condition. */
    B satisfy(Condition condition);

    /** Those of one request. */
    static RequestHeaders<Truth> of(AccessRequest request) {
        return condition -> ConditionPredicate.of(condition, PolicyVersion.V2012_10_17)
                .test(key -> ContextValue.of(request.context().getOrDefault(key.toLowerCase(Locale.ROOT), List.of())));
    }
}
