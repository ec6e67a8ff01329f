package io.github.secures3.policy.json;

import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Conditions;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyVersion;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a document shorter without changing what it means.
 *
 * <p>An entry of a list goes if it stands there twice, or if another action or resource of the same list covers it for certain, whether or
 * not AWS lets a wildcard cross the colons of an ARN. Principals and condition values go only as exact duplicates. What stays keeps its order.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-redundant-action">Redundant
 *     action</a>
 * @since 0.1
 */
public final class PolicyMinifier {

    private PolicyMinifier() {}

    /** The document without redundant list entries. */
    public static PolicyDocument minify(PolicyDocument document) {
        return minify(document, true);
    }

    /** The document without redundant list entries and without Sids, which only people and reports read. */
    public static PolicyDocument minifyWithoutSids(PolicyDocument document) {
        return minify(document, false);
    }

    private static PolicyDocument minify(PolicyDocument document, boolean keepSids) {
        List<Statement> statements = document.statements().stream()
                .map(statement -> statement(statement, document.effectiveVersion(), keepSids ? statement.sid() : null))
                .toList();
        return new PolicyDocument(document.version(), document.id(), statements);
    }

    private static Statement statement(Statement statement, PolicyVersion version, @Nullable String sid) {
        Principals principals = statement.principals();
        Actions actions = statement.actions();
        Resources resources = statement.resources();
        return new Statement(
                sid,
                statement.effect(),
                principals == null ? null : new Principals(principals.negated(), distinct(principals.members())),
                new Actions(actions.negated(), actions(actions.patterns())),
                resources == null ? null : new Resources(resources.negated(), resources(resources.patterns(), version)),
                conditions(statement.conditions()));
    }

    private static List<String> actions(List<String> patterns) {
        Map<String, Coverage> coverages = new LinkedHashMap<>();
        for (String pattern : distinct(patterns)) {
            coverages.put(pattern, Coverage.ofAction(pattern));
        }
        return uncovered(coverages);
    }

    private static List<String> resources(List<String> patterns, PolicyVersion version) {
        Map<String, Coverage> coverages = new LinkedHashMap<>();
        for (String pattern : distinct(patterns)) {
            coverages.put(pattern, Coverage.ofResource(pattern, version));
        }
        return uncovered(coverages);
    }

    /** Of entries that cover each other the first stays, of all others the one that covers. */
    private static List<String> uncovered(Map<String, Coverage> coverages) {
        List<String> patterns = new ArrayList<>(coverages.keySet());
        List<Coverage> all = new ArrayList<>(coverages.values());
        List<String> kept = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            if (!isCovered(at, all)) {
                kept.add(patterns.get(at));
            }
        }
        return kept;
    }

    private static boolean isCovered(int at, List<Coverage> all) {
        Coverage own = all.get(at);
        for (int other = 0; other < all.size(); other++) {
            boolean covers = other != at && all.get(other).covers(own);
            if (covers && (other < at || !own.covers(all.get(other)))) {
                return true;
            }
        }
        return false;
    }

    private static Conditions conditions(Conditions conditions) {
        return new Conditions(conditions.all().stream()
                .map(line -> new Condition(line.operator(), line.key(), distinct(line.values())))
                .toList());
    }

    private static <T> List<T> distinct(List<T> values) {
        Set<T> once = new LinkedHashSet<>(values);
        return new ArrayList<>(once);
    }
}
