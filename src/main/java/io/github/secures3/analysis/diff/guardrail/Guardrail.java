package io.github.secures3.analysis.diff.guardrail;

import io.github.secures3.analysis.diff.statement.StatementWords;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.analysis.model.OrganizationPolicy;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.PolicyVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A statement of an organization policy with the roots, units and accounts that it holds for. Which of several policies it stands in does not
 * matter.
 *
 * @param policy the policy
 * @param statement the statement
 * @param targets what the policy is attached to; empty where the template attaches it to nothing
 */
record Guardrail(OrganizationPolicy policy, LocatedStatement statement, Set<String> targets) {

    Guardrail {
        targets = Set.copyOf(targets);
    }

    /** The statements of all service and resource control policies. */
    static List<Guardrail> of(Estate estate) {
        List<Guardrail> all = new ArrayList<>();
        for (OrganizationPolicy policy : estate.all(OrganizationPolicy.class)) {
            Set<String> targets = targets(policy);
            policy.document()
                    .known()
                    .map(LocatedPolicy::statements)
                    .orElse(List.of())
                    .forEach(statement -> all.add(new Guardrail(policy, statement, targets)));
        }
        return all;
    }

    /** Whether all statements of the policy are known. */
    static boolean isReadable(OrganizationPolicy policy) {
        return policy.document().known().filter(LocatedPolicy::isComplete).isPresent();
    }

    boolean isOf(OrganizationPolicy other) {
        return policy.element().id().equals(other.element().id());
    }

    static Set<String> targets(OrganizationPolicy policy) {
        Set<String> targets = new TreeSet<>();
        Value<List<Value<String>>> ids = policy.targets();
        ids.known().ifPresent(list -> list.forEach(id -> targets.add(id.asText().orElse(""))));
        if (ids.isUnknown()) {
            targets.add(ids.asText().orElse(""));
        }
        return targets;
    }

    boolean denies() {
        return !StatementWords.isAllow(statement.statement());
    }

    /** Whether the other is the same guardrail, maybe for others. */
    boolean isSame(Guardrail other) {
        return text().equals(other.text());
    }

    boolean isSameForTheSame(Guardrail other) {
        return targets.equals(other.targets) && isSame(other);
    }

    /** Whether the other is an earlier or later form of it, as its Sid tells. */
    boolean hasSameName(Guardrail other) {
        return !name().isEmpty() && name().equals(other.name());
    }

    /** Type and text: what makes two statements the same guardrail. */
    String text() {
        return kind() + " " + StatementWords.canonical(statement.statement(), version());
    }

    /** The language of the policy that it stands in. */
    @Nullable
    PolicyVersion version() {
        return policy.document().known().map(LocatedPolicy::version).orElse(null);
    }

    /** Type and Sid, by which an earlier form of the statement is found; empty where it has no Sid. */
    String name() {
        String sid = statement.statement().sid();
        return sid == null || sid.isEmpty()
                ? ""
                : kind() + " " + statement.statement().effect() + " " + sid;
    }

    /** The type of its policy. */
    String kind() {
        return policy.policyType().asText().orElse("");
    }

    /** What it is called in a sentence. */
    String words() {
        String sid = statement.statement().sid();
        return sid == null || sid.isEmpty() ? StatementWords.about(statement.statement()) : "'" + sid + "'";
    }
}
