package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.DemandedKeys;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.IamRole;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Arn;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.Pattern;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.PrincipalType;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

    private static final Set<String> EXTERNAL_ID = Set.of("sts:externalid");
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
        if (statement.effect() != Effect.ALLOW
                || named == null
                || named.negated()
                || !assumes(statement.actions())
                || DemandedKeys.anyIn(statement, ORGANIZATION)) {
            return Optional.empty();
        }
        List<String> everybody = members(named)
                .filter(Principal::isEveryone)
                .map(Principal::value)
                .toList();
        if (!everybody.isEmpty()) {
            return ofEverybody(located, everybody, own);
        }
        return outside(
                located,
                members(named)
                        .filter(member -> member.type() == PrincipalType.AWS)
                        .map(Principal::value)
                        .toList(),
                own);
    }

    /** Conditions hold together: the one that leaves the fewest outside tells who they are. */
    private static Optional<OutsideTrust> ofEverybody(LocatedStatement located, List<String> everybody, String own) {
        List<List<String>> narrowed = located.statement().conditions().all().stream()
                .filter(OutsideTrust::isOfCallers)
                .map(condition ->
                        condition.values().stream().map(ConditionValue::text).toList())
                .filter(callers -> callers.stream().noneMatch(OutsideTrust::isAnyAccount))
                .toList();
        if (narrowed.isEmpty()) {
            return Optional.of(new OutsideTrust(located, everybody, true, true));
        }
        List<Optional<OutsideTrust>> outside =
                narrowed.stream().map(callers -> outside(located, callers, own)).toList();
        return outside.contains(Optional.<OutsideTrust>empty()) ? Optional.empty() : outside.get(0);
    }

    /** The account and the ARN of the caller are in every request for the role. */
    private static boolean isOfCallers(Condition condition) {
        Comparison comparison = condition.operator().comparison();
        return OF_CALLERS.contains(condition.key().toLowerCase(Locale.ROOT))
                && !comparison.isNegated()
                && (comparison.kind() == Comparison.Kind.STRING || comparison.kind() == Comparison.Kind.ARN);
    }

    private static boolean assumes(Actions actions) {
        boolean named = actions.patterns().stream()
                .anyMatch(action -> Pattern.parse(action).matchesIgnoringCase("sts:AssumeRole"));
        return named != actions.negated();
    }

    private static Optional<OutsideTrust> outside(LocatedStatement located, List<String> callers, String own) {
        List<String> outside = callers.stream()
                .filter(caller -> !caller.equals(own) && (own.isEmpty() || !caller.contains(":" + own + ":")))
                .toList();
        if (outside.isEmpty() || DemandedKeys.anyIn(located.statement(), EXTERNAL_ID)) {
            return Optional.empty();
        }
        return Optional.of(
                new OutsideTrust(located, outside, false, outside.stream().anyMatch(OutsideTrust::isKnown)));
    }

    /** An account, or a pattern that fits several, of which one at least is another. */
    private static boolean isKnown(String caller) {
        String account = account(caller);
        return !account.isEmpty() && account.chars().allMatch(letter -> "0123456789*?".indexOf(letter) >= 0);
    }

    /** Whether a pattern says nothing about the account. */
    private static boolean isAnyAccount(String caller) {
        String account = account(caller);
        return account.startsWith("*") || (!account.isEmpty() && account.chars().allMatch(letter -> letter == '?'));
    }

    private static String account(String caller) {
        return Arn.find(caller).map(Arn::account).orElse(caller);
    }

    private static Stream<Principal> members(Principals principals) {
        return principals.members().stream();
    }
}
