package io.github.secures3.analysis.diff.statement;

import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.Pattern;
import io.github.secures3.policy.PolicyVersion;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much a statement matches compared with an earlier form of it, as far as its parts tell: more, less, the same, or both more and less.
 *
 * <p>A part grows with more actions, resources or principals, with fewer of them where it names exceptions, with a condition that goes, with more
 * values of a condition, and with fewer values of one that is negated. Nothing is concluded from conditions over sets.
 *
 * @since 0.1
 */
public enum Extent {
    /** It matches the same. */
    SAME,
    /** It matches all that it did, and may match more. */
    MORE,
    /** It matches nothing that it did not, and may match less. */
    LESS,
    /** Neither can be told. */
    UNCLEAR;

    /**
     * How a statement has grown or shrunk. A policy variable is a variable in the newer version of the language, and plain text in the older.
     *
     * @param baseVersion the language of the policy that the earlier form stands in, or null where it states none
     * @param headVersion the language of the policy that the later form stands in, or null where it states none
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Policy variables</a>
     */
    public static Extent of(
            Statement base, @Nullable PolicyVersion baseVersion, Statement head, @Nullable PolicyVersion headVersion) {
        return StatementWords.saysTheSameInBoth(base, baseVersion, headVersion)
                        && StatementWords.saysTheSameInBoth(head, baseVersion, headVersion)
                ? of(base, head)
                : UNCLEAR;
    }

    private static Extent of(Statement base, Statement head) {
        Extent extent = actions(base.actions(), head.actions())
                .and(resources(base.resources(), head.resources()))
                .and(principals(base.principals(), head.principals()));
        Map<String, Condition> older = conditions(base);
        Map<String, Condition> newer = conditions(head);
        Set<String> all = new HashSet<>(older.keySet());
        all.addAll(newer.keySet());
        for (String each : all) {
            Condition before = older.get(each);
            Condition after = newer.get(each);
            extent = extent.and(before == null ? LESS : after == null ? MORE : condition(before, after));
        }
        return extent;
    }

    private Extent and(Extent other) {
        if (this == SAME || this == other) {
            return other;
        }
        return other == SAME ? this : UNCLEAR;
    }

    private Extent reversed() {
        return this == MORE ? LESS : this == LESS ? MORE : this;
    }

    private static Extent actions(Actions base, Actions head) {
        return part(base.negated(), lowerCase(base.patterns()), head.negated(), lowerCase(head.patterns()));
    }

    private static Extent resources(@Nullable Resources base, @Nullable Resources head) {
        return base == null || head == null
                ? Objects.equals(base, head) ? SAME : UNCLEAR
                : part(base.negated(), base.patterns(), head.negated(), head.patterns());
    }

    private static Extent principals(@Nullable Principals base, @Nullable Principals head) {
        return base == null || head == null
                ? Objects.equals(base, head) ? SAME : UNCLEAR
                : part(base.negated(), texts(base), head.negated(), texts(head));
    }

    private static List<String> texts(Principals principals) {
        List<String> texts = new ArrayList<>();
        for (Principal principal : principals.members()) {
            texts.add(principal.isEveryone() ? "*" : principal.type() + " " + principal.value());
        }
        return texts;
    }

    private static List<String> lowerCase(List<String> patterns) {
        return patterns.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
    }

    private static Extent part(boolean wasNegated, List<String> base, boolean isNegated, List<String> head) {
        if (wasNegated != isNegated) {
            return UNCLEAR;
        }
        Extent extent = patterns(base, head);
        return isNegated ? extent.reversed() : extent;
    }

    private static Extent condition(Condition base, Condition head) {
        List<String> before = base.values().stream().map(ConditionValue::text).toList();
        List<String> after = head.values().stream().map(ConditionValue::text).toList();
        if (Set.copyOf(before).equals(Set.copyOf(after))) {
            return SAME;
        }
        ConditionOperator operator = head.operator();
        boolean plain = operator.quantifier() == ConditionOperator.Quantifier.SINGLE;
        Comparison comparison = operator.comparison();
        boolean ordered =
                comparison.text().contains("Less") || comparison.text().contains("Greater");
        if (!plain || ordered) {
            return UNCLEAR;
        }
        Extent extent = comparison.text().contains("Like") || comparison.text().startsWith("Arn")
                ? patterns(before, after)
                : values(before, after);
        return comparison.isNegated() ? extent.reversed() : extent;
    }

    private static Extent values(List<String> base, List<String> head) {
        boolean keeps = new HashSet<>(head).containsAll(base);
        boolean addsNothing = new HashSet<>(base).containsAll(head);
        return keeps ? addsNothing ? SAME : MORE : addsNothing ? LESS : UNCLEAR;
    }

    /** Patterns, where one with a wildcard takes in others. */
    private static Extent patterns(List<String> base, List<String> head) {
        boolean keeps = base.stream().allMatch(each -> isCovered(each, head));
        boolean addsNothing = head.stream().allMatch(each -> isCovered(each, base));
        return keeps ? addsNothing ? SAME : MORE : addsNothing ? LESS : UNCLEAR;
    }

    private static boolean isCovered(String pattern, List<String> others) {
        return others.contains(pattern) || others.stream().anyMatch(other -> covers(other, pattern));
    }

    /** Whether a pattern matches whatever the other does: it does if it matches the other's text, wildcards taken as they stand. */
    private static boolean covers(String wider, String narrower) {
        boolean plain = !UnresolvedToken.isIn(wider)
                && !UnresolvedToken.isIn(narrower)
                && !wider.contains("${")
                && !narrower.contains("${")
                && !wider.contains("?");
        return plain && Pattern.parse(wider).matches(narrower);
    }

    private static Map<String, Condition> conditions(Statement statement) {
        Map<String, Condition> conditions = new LinkedHashMap<>();
        for (Condition condition : statement.conditions().all()) {
            conditions.put(condition.operator().text() + " " + condition.key().toLowerCase(Locale.ROOT), condition);
        }
        return conditions;
    }
}
