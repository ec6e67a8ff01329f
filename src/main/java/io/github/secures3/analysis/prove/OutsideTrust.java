package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.IamRole;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.PrincipalType;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A statement of a role's trust policy that lets somebody outside the role's account in, and asks neither for an organization nor for an external id.
 * Whoever is let in has all that the role has, though no policy of a bucket names them. Stacks that are bound to no account are taken to be in one that
 * no policy names.
 *
 * @param statement the statement
 * @param principals those that it names and that are, or may be, outside
 * @param everybody whether anybody with an account is let in
 * @param surely whether somebody surely is outside; otherwise only the deployment tells
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html">Access for third parties</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user.html">Roles for other accounts</a>
 * @since 0.1
 */
public record OutsideTrust(LocatedStatement statement, List<String> principals, boolean everybody, boolean surely) {

    private static final Pattern ACCOUNT = Pattern.compile("(?:arn:[^:]*:(?:iam|sts)::)?(\\d{12})(?::.*)?");
    private static final Set<String> ORGANIZATION = Set.of("aws:principalorgid", "aws:principalorgpaths");
    private static final Set<String> OF_CALLERS = Set.of("aws:principalaccount", "aws:principalarn");

    /** Copies the list. */
    public OutsideTrust {
        principals = List.copyOf(principals);
    }

    /** Those of a role. */
    public static List<OutsideTrust> of(IamRole role, Estate estate) {
        Optional<String> own = estate.stack(role.element().stack())
                .flatMap(stack -> stack.account().asText());
        List<OutsideTrust> found = new ArrayList<>();
        for (LocatedStatement located :
                role.trustPolicy().known().map(LocatedPolicy::statements).orElse(List.of())) {
            find(located, own.orElse("")).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<OutsideTrust> find(LocatedStatement located, String own) {
        Statement statement = located.statement();
        Principals named = statement.principals();
        if (statement.effect() != Effect.ALLOW || named == null || named.negated() || asks(statement, ORGANIZATION)) {
            return Optional.empty();
        }
        List<String> everybody = members(named)
                .filter(Principal::isEveryone)
                .map(Principal::value)
                .toList();
        if (!everybody.isEmpty()) {
            Stream<String> narrowed = statement.conditions().all().stream()
                    .filter(condition -> asks(condition, OF_CALLERS))
                    .flatMap(condition -> condition.values().stream().map(value -> value.text()));
            List<String> callers = narrowed.toList();
            return callers.isEmpty()
                    ? Optional.of(new OutsideTrust(located, everybody, true, true))
                    : outside(located, callers, own);
        }
        return outside(
                located,
                members(named)
                        .filter(member -> member.type() == PrincipalType.AWS)
                        .map(Principal::value)
                        .toList(),
                own);
    }

    private static Optional<OutsideTrust> outside(LocatedStatement located, List<String> callers, String own) {
        List<String> outside = callers.stream()
                .filter(caller -> !caller.equals(own) && (own.isEmpty() || !caller.contains(":" + own + ":")))
                .toList();
        if (outside.isEmpty() || asks(located.statement(), Set.of("sts:externalid"))) {
            return Optional.empty();
        }
        return Optional.of(
                new OutsideTrust(located, outside, false, outside.stream().anyMatch(OutsideTrust::isKnown)));
    }

    private static boolean isKnown(String caller) {
        Matcher matcher = ACCOUNT.matcher(caller);
        return matcher.matches() && !UnresolvedToken.isIn(matcher.group(1));
    }

    private static Stream<Principal> members(Principals principals) {
        return principals.members().stream();
    }

    private static boolean asks(Statement statement, Set<String> keys) {
        return statement.conditions().all().stream().anyMatch(condition -> asks(condition, keys));
    }

    private static boolean asks(Condition condition, Set<String> keys) {
        return keys.contains(condition.key().toLowerCase(Locale.ROOT))
                && !condition.operator().ifExists()
                && !condition.operator().comparison().isNegated()
                && condition.values().stream().noneMatch(value -> value.text().equals("*"));
    }
}
