package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.estate.EstateNames;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom an invariant is about, or all but these: by roles and users of the templates, ARNs with or without wildcards, account ids, organization ids, service
 * names such as {@code logging.s3.amazonaws.com}, {@code owner}, {@code services}, {@code anonymous} or {@code everyone}, as in files of invariants.
 *
 * @param names the texts
 * @param negated whether all but these are meant
 * @since 0.1
 */
public record Callers(List<String> names, boolean negated) {

    private static final String ARN = "aws:PrincipalArn";
    private static final String ACCOUNT = "aws:PrincipalAccount";
    private static final String ORGANIZATION = "aws:PrincipalOrgID";
    private static final String SERVICE = "aws:PrincipalServiceName";
    private static final String IS_SERVICE = "aws:PrincipalIsAWSService";

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public Callers {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("nobody is named; name " + Caller.CHOICES);
        }
    }

    /** Those who go by these names. */
    public static Callers of(String... names) {
        return new Callers(List.of(names), false);
    }

    /** All but those who go by these names. */
    public static Callers allBut(String... names) {
        return new Callers(List.of(names), true);
    }

    /** Who they are, in words. */
    public String words() {
        String all = String.join(", ", names);
        return negated ? "anybody but " + all : all;
    }

    /**
     * Conditions that callers fulfil one of, each a list that holds together; no condition means everyone.
     *
     * @throws io.github.secures3.analysis.evaluate.estate.UnknownNameException if the templates have no role or user of a name
     * @throws IllegalArgumentException if a text is an ARN of something that does not call, or nobody is left
     */
    List<List<Condition>> ways(EstateNames known) {
        return ways(names.stream().map(name -> Caller.read(name, known)).toList(), negated);
    }

    static List<List<Condition>> ways(List<Caller> callers, boolean negated) {
        boolean everyone = has(callers, Caller.Kind.EVERYONE);
        if (negated) {
            if (everyone) {
                throw new IllegalArgumentException("all but everyone is nobody; name those who are not meant");
            }
            return List.of(conditions(callers, true));
        }
        return everyone
                ? List.of(List.of())
                : conditions(callers, false).stream().map(List::of).toList();
    }

    /** One condition for each kind of caller. */
    private static List<Condition> conditions(List<Caller> callers, boolean negated) {
        List<Condition> conditions = new ArrayList<>();
        Comparison equals = negated ? Comparison.STRING_NOT_EQUALS : Comparison.STRING_EQUALS;
        add(negated ? Comparison.ARN_NOT_LIKE : Comparison.ARN_LIKE, ARN, values(callers, Caller.Kind.ARN), conditions);
        List<String> accounts = new ArrayList<>(values(callers, Caller.Kind.ACCOUNT));
        if (has(callers, Caller.Kind.OWNER)) {
            accounts.add("${aws:ResourceAccount}");
        }
        if (has(callers, Caller.Kind.ANONYMOUS)) {
            accounts.add("anonymous");
        }
        add(equals, ACCOUNT, accounts, conditions);
        add(equals, ORGANIZATION, values(callers, Caller.Kind.ORGANIZATION), conditions);
        add(equals, SERVICE, values(callers, Caller.Kind.SERVICE), conditions);
        if (has(callers, Caller.Kind.SERVICES)) {
            conditions.add(
                    negated
                            ? Condition.of(ConditionOperator.ifExists(Comparison.BOOL), IS_SERVICE, "false")
                            : Condition.of(Comparison.BOOL, IS_SERVICE, "true"));
        }
        return conditions;
    }

    private static void add(Comparison comparison, String key, List<String> values, List<Condition> conditions) {
        if (!values.isEmpty()) {
            conditions.add(Condition.of(comparison, key, values));
        }
    }

    private static boolean has(List<Caller> callers, Caller.Kind kind) {
        return callers.stream().anyMatch(caller -> caller.kind() == kind);
    }

    private static List<String> values(List<Caller> callers, Caller.Kind kind) {
        return callers.stream()
                .filter(caller -> caller.kind() == kind)
                .map(Caller::value)
                .distinct()
                .toList();
    }
}
