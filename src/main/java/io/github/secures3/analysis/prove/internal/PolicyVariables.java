package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.AccessPoint;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.Pattern;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The context keys that policies use as variables.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Variables and tags</a>
 */
final class PolicyVariables {

    private PolicyVariables() {}

    /** The keys, in lower case, that the policies of a situation or these statements name in {@code ${...}}. */
    static Set<String> of(Situation situation, List<Statement> asked) {
        Set<String> keys = new LinkedHashSet<>();
        asked.forEach(statement -> add(statement, keys));
        policies(situation)
                .forEach(policy -> policy.document().statements().forEach(statement -> add(statement, keys)));
        return keys;
    }

    private static Stream<AttachedPolicy> policies(Situation situation) {
        AttachedPolicy boundary = situation.permissionsBoundary();
        AttachedPolicy key = situation.keyPolicy();
        AccessPoint point = situation.accessPoint();
        return Stream.of(
                        situation.identityPolicies().stream(),
                        Stream.ofNullable(boundary),
                        situation.sessionPolicies().stream(),
                        situation.resourcePolicies().stream(),
                        point == null ? Stream.<AttachedPolicy>empty() : point.policies().stream(),
                        situation.endpointPolicies().stream(),
                        Stream.ofNullable(key),
                        situation.serviceControlPolicies().stream().flatMap(List::stream),
                        situation.resourceControlPolicies().stream().flatMap(List::stream))
                .flatMap(each -> each);
    }

    private static void add(Statement statement, Set<String> keys) {
        Resources resources = statement.resources();
        if (resources != null) {
            resources.patterns().forEach(pattern -> add(pattern, keys));
        }
        statement.conditions().all().stream()
                .flatMap(condition -> condition.values().stream())
                .map(ConditionValue::text)
                .forEach(text -> add(text, keys));
    }

    private static void add(String text, Set<String> keys) {
        if (text.indexOf('$') < 0) {
            return;
        }
        for (Pattern.Part part : Pattern.parse(text).parts()) {
            if (part instanceof Pattern.Variable variable) {
                keys.add(variable.variable().key().toLowerCase(Locale.ROOT));
            }
        }
    }
}
