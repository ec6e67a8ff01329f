package io.github.secures3.analysis.report.access;

import io.github.secures3.analysis.evaluate.AccessPoint;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The keys that the policies around a request tell apart, as patterns; the first is the one for every other key. */
final class ObjectPatterns {

    /** Any key that no pattern is about. */
    static final String ANY = "*";

    private static final int MOST = 12;
    private static final String SAMPLE = "any";

    private final Set<String> patterns = new LinkedHashSet<>();
    private final List<String> resources;

    private ObjectPatterns(List<String> resources) {
        this.resources = resources;
        patterns.add(ANY);
    }

    /** The patterns below the ARNs of the bucket and of the access point on the way. */
    static List<String> of(Situation situation, List<String> resources) {
        ObjectPatterns found = new ObjectPatterns(resources);
        List<AttachedPolicy> policies = new ArrayList<>(situation.identityPolicies());
        policies.addAll(situation.sessionPolicies());
        policies.addAll(situation.resourcePolicies());
        AccessPoint point = situation.accessPoint();
        if (point != null) {
            policies.addAll(point.policies());
        }
        for (AttachedPolicy policy : policies) {
            policy.document().statements().forEach(found::add);
        }
        return found.patterns.stream().limit(MOST).toList();
    }

    private void add(Statement statement) {
        Resources named = statement.resources();
        if (named != null) {
            named.patterns().forEach(this::addResource);
        }
        for (Condition condition : statement.conditions().all()) {
            if (condition.key().equalsIgnoreCase("s3:prefix")) {
                condition.values().stream().map(ConditionValue::text).forEach(this::add);
            }
        }
    }

    private void addResource(String pattern) {
        for (String resource : resources) {
            if (pattern.startsWith(resource + "/object/")) {
                add(pattern.substring(resource.length() + "/object/".length()));
            } else if (pattern.startsWith(resource + "/")) {
                add(pattern.substring(resource.length() + 1));
            }
        }
    }

    private void add(String pattern) {
        if (!pattern.isEmpty() && !pattern.contains("${")) {
            patterns.add(pattern);
        }
    }

    /** A key that the pattern matches. */
    static String sample(String pattern) {
        return pattern.replace("*", SAMPLE).replace('?', 'x');
    }
}
