package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.model.CustomResource;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.OtherResource;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.Conditions;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.PrincipalType;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a plain word for each unknown value that surely is one fixed name: accounts, Regions and stacks, and names and ARNs of resources. No
 * deployment turns those into a wildcard, as it may turn a parameter.
 */
final class FixedValues {

    private static final String WORD = "fixed";
    private static final String PSEUDO_PARAMETER = ".*\\.AWS::(AccountId|Region|Partition|StackId|StackName)";

    /** Stack and logical id of each resource whose attributes are names and ARNs. */
    private final Set<String> resources;

    private FixedValues(Set<String> resources) {
        this.resources = resources;
    }

    static FixedValues of(Estate estate) {
        return new FixedValues(estate.resources().stream()
                .filter(resource -> !(resource instanceof OtherResource) && !(resource instanceof CustomResource))
                .map(Resource::element)
                .map(element -> element.stack() + "." + element.logicalId())
                .collect(Collectors.toSet()));
    }

    /** The statement with such values written as words, in its principals and conditions. */
    Statement in(Statement statement) {
        return new Statement(
                statement.sid(),
                statement.effect(),
                principals(statement.principals()),
                statement.actions(),
                statement.resources(),
                new Conditions(statement.conditions().all().stream()
                        .map(this::condition)
                        .toList()));
    }

    private @Nullable Principals principals(@Nullable Principals principals) {
        return principals == null
                ? null
                : new Principals(
                        principals.negated(),
                        principals.members().stream().map(this::principal).toList());
    }

    private Principal principal(Principal principal) {
        return principal.type() == PrincipalType.EVERYONE
                ? principal
                : new Principal(principal.type(), text(principal.value()));
    }

    private Condition condition(Condition condition) {
        return new Condition(
                condition.operator(),
                condition.key(),
                condition.values().stream()
                        .map(value -> new ConditionValue(value.type(), text(value.text())))
                        .toList());
    }

    private String text(String text) {
        String fixed = text;
        for (String name : UnresolvedToken.namesIn(text)) {
            if (name.matches(PSEUDO_PARAMETER) || isOfResource(name)) {
                fixed = fixed.replace(UnresolvedToken.of(name), WORD)
                        .replace(UnresolvedToken.ofGeneratedName(name), WORD);
            }
        }
        return fixed;
    }

    private boolean isOfResource(String name) {
        int attribute = name.lastIndexOf('.');
        return attribute > 0 && resources.contains(name.substring(0, attribute));
    }
}
