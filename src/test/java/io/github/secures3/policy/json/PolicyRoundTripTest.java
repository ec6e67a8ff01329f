package io.github.secures3.policy.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Conditions;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.RandomPolicies;
import io.github.secures3.policy.Seed;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PolicyRoundTripTest {

    private static final int DOCUMENTS = 3_000;

    @Test
    @Tag("long")
    void reads_back_what_it_wrote() {
        RandomPolicies policies = new RandomPolicies(Seed.of(getClass()));
        for (int round = 0; round < DOCUMENTS; round++) {
            PolicyDocument document = policies.document();
            String canonical = PolicyWriter.canonical(document);
            PolicyDocument read = PolicyReader.read(canonical, PolicyType.ANY);

            assertThat(read).isEqualTo(grouped(document));
            assertThat(PolicyWriter.canonical(read)).isEqualTo(canonical);
            assertThat(PolicyReader.read(PolicyWriter.compact(document), PolicyType.ANY))
                    .isEqualTo(read);
        }
    }

    private static PolicyDocument grouped(PolicyDocument document) {
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : document.statements()) {
            statements.add(new Statement(
                    statement.sid(),
                    statement.effect(),
                    grouped(statement.principals()),
                    statement.actions(),
                    statement.resources(),
                    new Conditions(grouped(statement.conditions().all(), Condition::operator))));
        }
        return new PolicyDocument(document.version(), document.id(), statements);
    }

    private static @Nullable Principals grouped(@Nullable Principals principals) {
        return principals == null
                ? null
                : new Principals(principals.negated(), grouped(principals.members(), Principal::type));
    }

    private static <T, K> List<T> grouped(List<T> values, Function<T, K> key) {
        Map<K, List<T>> groups = new LinkedHashMap<>();
        values.forEach(value ->
                groups.computeIfAbsent(key.apply(value), k -> new ArrayList<>()).add(value));
        return groups.values().stream().flatMap(List::stream).toList();
    }
}
