package io.github.secures3.policy.json;

import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.Conditions;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyVersion;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.PrincipalType;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Lays a document out as maps and lists in the order of the writer; the caller says what becomes of a condition value. */
final class PolicyTree {

    private final Function<ConditionValue, Object> leaf;

    private PolicyTree(Function<ConditionValue, Object> leaf) {
        this.leaf = leaf;
    }

    static Map<String, Object> of(PolicyDocument document, Function<ConditionValue, Object> leaf) {
        Map<String, Object> map = new LinkedHashMap<>();
        PolicyVersion version = document.version();
        if (version != null) {
            map.put("Version", version.text());
        }
        String id = document.id();
        if (id != null) {
            map.put("Id", id);
        }
        List<Object> statements = new ArrayList<>();
        document.statements().forEach(statement -> statements.add(of(statement, leaf)));
        map.put("Statement", statements);
        return map;
    }

    static Map<String, Object> of(Statement statement, Function<ConditionValue, Object> leaf) {
        return new PolicyTree(leaf).statement(statement);
    }

    private Map<String, Object> statement(Statement statement) {
        Map<String, Object> map = new LinkedHashMap<>();
        String sid = statement.sid();
        if (sid != null) {
            map.put("Sid", sid);
        }
        map.put("Effect", statement.effect().text());
        Principals principals = statement.principals();
        if (principals != null) {
            map.put(principals.negated() ? "NotPrincipal" : "Principal", principals(principals));
        }
        boolean notAction = statement.actions().negated();
        map.put(
                notAction ? "NotAction" : "Action",
                scalarOrList(statement.actions().patterns()));
        Resources resources = statement.resources();
        if (resources != null) {
            map.put(resources.negated() ? "NotResource" : "Resource", scalarOrList(resources.patterns()));
        }
        if (!statement.conditions().isEmpty()) {
            map.put("Condition", conditions(statement.conditions()));
        }
        return map;
    }

    private static Object principals(Principals principals) {
        List<Principal> members = principals.members();
        if (members.contains(Principal.everyone())) {
            return PrincipalType.EVERYONE.text();
        }
        Map<String, List<String>> byType = new LinkedHashMap<>();
        for (Principal member : members) {
            byType.computeIfAbsent(member.type().text(), type -> new ArrayList<>())
                    .add(member.value());
        }
        Map<String, Object> map = new LinkedHashMap<>();
        byType.forEach((type, values) -> map.put(type, scalarOrList(values)));
        return map;
    }

    private Map<String, Object> conditions(Conditions conditions) {
        Map<String, Map<String, Object>> byOperator = new LinkedHashMap<>();
        for (Condition condition : conditions.all()) {
            byOperator
                    .computeIfAbsent(condition.operator().text(), operator -> new LinkedHashMap<>())
                    .put(
                            condition.key(),
                            scalarOrList(condition.values().stream().map(leaf).toList()));
        }
        return new LinkedHashMap<>(byOperator);
    }

    private static Object scalarOrList(List<?> values) {
        return values.size() == 1 ? values.get(0) : new ArrayList<Object>(values);
    }
}
