package io.github.secures3.requests;

import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Statement;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a statement matches a request, read off AWS's pages one rule at a time.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">Policy elements</a>
 */
public final class StatementOracle {

    private StatementOracle() {}

    /** Whether principal, action, resource and every condition of the statement fit the request; its effect plays no part. */
    public static boolean matches(Statement statement, TestRequest request) {
        return principalMatches(statement, request)
                && actionMatches(statement, request)
                && resourceMatches(statement, request)
                && statement.conditions().all().stream().allMatch(condition -> holds(condition, request));
    }

    /** Whether one condition holds. */
    public static boolean holds(Condition condition, TestRequest request) {
        return ConditionOracle.holds(condition, request.values(condition.key()));
    }

    private static boolean principalMatches(Statement statement, TestRequest request) {
        var principals = statement.principals();
        if (principals == null) {
            return true;
        }
        if (principals.negated()) {
            throw new UnsupportedOperationException("NotPrincipal");
        }
        return principals.members().stream().anyMatch(member -> isMeant(member, request));
    }

    private static boolean isMeant(Principal member, TestRequest request) {
        String named = member.value();
        return switch (member.type()) {
            case EVERYONE -> true;
            case SERVICE -> named.equals(request.principal());
            case AWS -> named.equals("*") || isIdentity(named, request);
            case FEDERATED, CANONICAL_USER -> throw new UnsupportedOperationException(member.toString());
        };
    }

    private static boolean isIdentity(String named, TestRequest request) {
        String[] caller = request.principal().split(":", 6);
        if (named.matches("[0-9]{12}") || named.endsWith(":root")) {
            String account = named.matches("[0-9]{12}") ? named : named.split(":", 6)[4];
            return caller.length > 4 && caller[4].equals(account);
        }
        return named.equals(request.principal())
                || request.values("aws:PrincipalArn").contains(named);
    }

    private static boolean actionMatches(Statement statement, TestRequest request) {
        boolean listed = statement.actions().patterns().stream()
                .anyMatch(pattern -> glob(pattern, Pattern.CASE_INSENSITIVE)
                        .matcher(request.action())
                        .matches());
        return listed != statement.actions().negated();
    }

    private static boolean resourceMatches(Statement statement, TestRequest request) {
        var resources = statement.resources();
        if (resources == null) {
            return true;
        }
        return anyGlob(resources.patterns(), request.resource()) != resources.negated();
    }

    private static boolean anyGlob(List<String> patterns, String text) {
        return patterns.stream()
                .anyMatch(pattern -> glob(pattern, 0).matcher(text).matches());
    }

    /** A wildcard text as a regular expression; policy variables are not known here. */
    static Pattern glob(String text, int flags) {
        if (text.replace("${Token[", "").contains("${")) {
            throw new UnsupportedOperationException("the policy variable in " + text);
        }
        StringBuilder expression = new StringBuilder();
        text.codePoints()
                .mapToObj(Character::toString)
                .map(next -> next.equals("*") ? ".*" : next.equals("?") ? "." : Pattern.quote(next))
                .forEach(expression::append);
        return Pattern.compile(expression.toString(), flags | Pattern.DOTALL);
    }
}
