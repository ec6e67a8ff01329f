package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.estate.EstateNames;
import io.github.secures3.analysis.template.InputFile.Entry;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads whom an invariant is about, as conditions on the keys that tell about callers. */
final class WhoReader {

    private static final String ARN = "aws:PrincipalArn";
    private static final String ACCOUNT = "aws:PrincipalAccount";
    private static final String ORGANIZATION = "aws:PrincipalOrgID";
    private static final String SERVICE = "aws:PrincipalServiceName";
    private static final String IS_SERVICE = "aws:PrincipalIsAWSService";

    private final EstateNames names;

    WhoReader(EstateNames names) {
        this.names = names;
    }

    /**
     * Whom an invariant is about.
     *
     * @param ways conditions that callers fulfil one of; no condition means everyone
     * @param words who they are
     */
    record Who(List<List<Condition>> ways, String words) {}

    /** Reads {@code who}; left out, it means everyone. */
    Who read(@Nullable Entry entry) {
        if (entry == null) {
            return new Who(List.of(List.of()), "anybody");
        }
        Members.Selection selection = Members.Selection.read(entry, "'who'");
        List<Caller> callers = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (Entry each : selection.entries()) {
            callers.add(caller(each, selection.negated()));
            words.add(Members.text(each, Caller.CHOICES));
        }
        String all = String.join(", ", words);
        return selection.negated()
                ? new Who(List.of(conditions(callers, true)), "anybody but " + all)
                : new Who(ways(callers), all);
    }

    private Caller caller(Entry entry, boolean negated) {
        String text = Members.text(entry, Caller.CHOICES);
        Caller caller;
        try {
            caller = Caller.read(text, names);
        } catch (IllegalArgumentException e) {
            throw entry.problem(String.valueOf(e.getMessage()));
        }
        if (negated && caller.kind() == Caller.Kind.EVERYONE) {
            throw entry.problem("'not: " + text + "' leaves nobody; name those who are not meant");
        }
        return caller;
    }

    private static List<List<Condition>> ways(List<Caller> callers) {
        return callers.stream().anyMatch(caller -> caller.kind() == Caller.Kind.EVERYONE)
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
