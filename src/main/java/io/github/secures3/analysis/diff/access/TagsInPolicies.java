package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.diff.statement.StatementWords;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.AccessPoint;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.IamRole;
import io.github.secures3.analysis.model.IamUser;
import io.github.secures3.analysis.model.KmsKey;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.OrganizationPolicy;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Tag;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tags of buckets, access points, keys, roles and users. Who gets access by a tag depends on policies that compare it: where one does, another tag
 * is undecided, and neutral otherwise.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/introduction_attribute-based-access-control.html">ABAC</a>
 * @since 0.1
 */
public final class TagsInPolicies implements DiffEvaluator {

    private static final Fact ACCESS =
            Fact.of("tags", "tags that policies compare stay as they were", Kind.ACCESS, Severity.WARNING);
    private static final Fact OTHER =
            Fact.of("tags", "tags that policies compare stay as they were", Kind.OTHER, Severity.NOTE);

    @Override
    public List<Fact> facts() {
        return List.of(ACCESS, OTHER);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        String policies = "";
        for (Pair<Resource> pair : differences.pairs()) {
            if (!pair.hasSame("Tags")) {
                policies = policies.isEmpty() ? policies(differences.base()) + policies(differences.head()) : policies;
                compare(pair, policies, changes);
            }
        }
        return changes;
    }

    private static void compare(Pair<Resource> pair, String policies, List<Change> changes) {
        Value<List<Tag>> base = tags(pair.base());
        Value<List<Tag>> head = tags(pair.head());
        if (base.isUnknown() || head.isUnknown()) {
            Value<List<Tag>> unknown = head.isUnknown() ? head : base;
            boolean matters = policies.contains("tag/");
            changes.add((matters ? ACCESS : OTHER)
                    .changed(
                            pair,
                            matters ? Direction.UNDECIDED : Direction.NEUTRAL,
                            "tags cannot be told: " + unknown.whyUnknown().orElse(""),
                            "write the tags out, so that they can be compared"));
            return;
        }
        Map<String, String> before = byKey(base);
        Map<String, String> after = byKey(head);
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            String older = before.getOrDefault(key, "not set");
            String newer = after.getOrDefault(key, "not set");
            if (!older.equals(newer)) {
                boolean matters = policies.contains("tag/" + key.toLowerCase(Locale.ROOT));
                changes.add((matters ? ACCESS : OTHER)
                        .changed(
                                pair,
                                base.place().orElse(pair.base().element().at()),
                                head.place().orElse(pair.head().element().at()),
                                matters ? Direction.UNDECIDED : Direction.NEUTRAL,
                                "the tag " + key + " was " + older + " and is " + newer
                                        + (matters ? ", and policies compare it" : ""),
                                "check who gets access by the tag"));
            }
        }
    }

    private static Map<String, String> byKey(Value<List<Tag>> tags) {
        Map<String, String> byKey = new TreeMap<>();
        tags.known()
                .ifPresent(list -> list.forEach(tag -> byKey.put(
                        tag.key().asText().orElse(""), tag.value().asText().orElse(""))));
        return byKey;
    }

    private static Value<List<Tag>> tags(Resource resource) {
        if (resource instanceof Bucket bucket) {
            return bucket.tags();
        } else if (resource instanceof AccessPoint point) {
            return point.tags();
        } else if (resource instanceof KmsKey key) {
            return key.tags();
        } else if (resource instanceof IamRole role) {
            return role.tags();
        }
        return resource instanceof IamUser user ? user.tags() : Value.absent();
    }

    /** What all policies say, in lower case. */
    private static String policies(Estate estate) {
        List<Value<LocatedPolicy>> all = new ArrayList<>();
        estate.resources()
                .forEach(resource -> all.addAll(PolicyHolder.policies(resource).values()));
        estate.all(OrganizationPolicy.class).forEach(policy -> all.add(policy.document()));
        return all.stream()
                .flatMap(policy -> policy.known().map(LocatedPolicy::statements).orElse(List.of()).stream())
                .map(statement -> StatementWords.canonical(statement.statement(), null))
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }
}
