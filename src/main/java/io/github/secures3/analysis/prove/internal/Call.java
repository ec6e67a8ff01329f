package io.github.secures3.analysis.prove.internal;

import java.util.function.Function;

/**
 * A call as statements look at it, over all requests in question.
 *
 * @param name what tells it from the other calls of one request
 * @param action when the action fits a pattern
 * @param resource the ARN asked for
 * @param conditions its context keys
 */
record Call(String name, Function<String, Bounds> action, ResourceView resource, ConditionEncoder conditions) {}
