package io.github.secures3.constructs.bucket;

import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.Conditions;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.PrincipalType;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import io.github.secures3.policy.json.PolicyWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.PrincipalPolicyFragment;
import software.constructs.Construct;

/**
 * Statements for somebody to add by hand, where no template can.
 *
 * @since 0.1
 */
public final class PrintedStatements {

    private PrintedStatements() {}

    /** A policy as JSON, in which what only a deployment knows is written as in {@code Fn::Sub}: {@code ${AWS::Partition}}. */
    public static String of(Construct scope, List<Statement> statements) {
        String json = PolicyWriter.canonical(PolicyDocument.of(statements));
        Stack stack = Stack.of(scope);
        Map<String, String> names = new HashMap<>();
        return UnresolvedToken.replaceIn(json, token -> names.computeIfAbsent(token, t -> name(stack.resolve(t), t)));
    }

    /** The statement with what the CDK knows of a principal: its name and the conditions that it carries along. */
    static Statement withPrincipal(IPrincipal principal, Statement statement) {
        PrincipalPolicyFragment fragment = principal.getPolicyFragment();
        List<Principal> named = new ArrayList<>();
        new TreeMap<>(fragment.getPrincipalJson())
                .forEach((type, values) -> values.forEach(value ->
                        named.add(new Principal(PrincipalType.ofKey(type).orElse(PrincipalType.AWS), value))));
        Conditions conditions = statement.conditions();
        for (Map.Entry<String, Object> block : new TreeMap<>(fragment.getConditions()).entrySet()) {
            ConditionOperator operator = ConditionOperator.parse(block.getKey()).orElse(null);
            if (operator != null && block.getValue() instanceof Map<?, ?> keys) {
                for (Map.Entry<?, ?> key : keys.entrySet()) {
                    conditions = conditions.and(
                            Condition.of(operator, String.valueOf(key.getKey()), values(key.getValue())));
                }
            }
        }
        return new Statement(
                statement.sid(),
                statement.effect(),
                new Principals(false, named),
                statement.actions(),
                statement.resources(),
                conditions);
    }

    private static List<String> values(Object value) {
        return value instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    /** A resolved token as {@code Fn::Sub} would name it; the token itself where that has no word for it. */
    private static String name(@Nullable Object resolved, String token) {
        if (resolved instanceof String text) {
            return text;
        }
        if (!(resolved instanceof Map<?, ?> function) || function.size() != 1) {
            return token;
        }
        if (function.get("Ref") instanceof String name) {
            return "${" + name + "}";
        }
        if (function.get("Fn::GetAtt") instanceof List<?> attribute && attribute.size() == 2) {
            return "${" + attribute.get(0) + "." + attribute.get(1) + "}";
        }
        if (function.get("Fn::Join") instanceof List<?> join
                && join.size() == 2
                && join.get(1) instanceof List<?> parts) {
            return parts.stream()
                    .map(part -> name(part, token))
                    .collect(Collectors.joining(String.valueOf(join.get(0))));
        }
        return token;
    }
}
