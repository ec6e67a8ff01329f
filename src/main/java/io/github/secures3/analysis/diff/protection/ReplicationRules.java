package io.github.secures3.analysis.diff.protection;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.diff.difference.Presence;
import io.github.secures3.analysis.diff.difference.Setting;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.Replication;
import io.github.secures3.analysis.model.ReplicationRule;
import io.github.secures3.analysis.model.TableBucket;
import io.github.secures3.analysis.model.Tag;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Replication of a bucket: rules that are gone, paused or about fewer objects, and copies that belong to somebody else or lie elsewhere. Rules are
 * told apart by id, or else by destination and prefix.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html">Replication</a>
 * @since 0.1
 */
public final class ReplicationRules implements DiffEvaluator {

    private static final Fact FACT = Fact.of(
            "replication",
            "as many objects as before are replicated to where they were",
            Kind.PROTECTION,
            Severity.ERROR);
    private static final String ON = "Enabled";
    private static final String OFF = "Disabled";
    private static final String FIX = "replicate as before, so that the second copy stays complete";

    /** What a rule switches on, by what it is called. */
    private static final Presence TABLES =
            new Presence(FACT, "ReplicationConfiguration", "replication of the tables", FIX);

    private static final Map<String, Function<ReplicationRule, Value<String>>> SWITCHES = Map.of(
            "replication by the rule", ReplicationRule::status,
            "replication of objects encrypted with KMS", ReplicationRule::kmsEncrypted,
            "replication of changes to copies", ReplicationRule::replicaModifications,
            "replication within a set time", ReplicationRule::timeControl,
            "measuring of replication", ReplicationRule::metrics);

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        differences
                .pairs(TableBucket.class)
                .forEach(pair -> TABLES.compare(pair).ifPresent(changes::add));
        for (Pair<Bucket> pair : differences.pairs(Bucket.class)) {
            if (!pair.hasSame("ReplicationConfiguration")) {
                compare(pair, changes);
            }
        }
        return changes;
    }

    private static void compare(Pair<Bucket> pair, List<Change> changes) {
        Value<List<ReplicationRule>> base = pair.base().replication().part(Replication::rules);
        Value<List<ReplicationRule>> head = pair.head().replication().part(Replication::rules);
        if (base.isUnknown() || head.isUnknown()) {
            Value<List<ReplicationRule>> unknown = head.isUnknown() ? head : base;
            changes.add(change(
                    pair,
                    base.place(),
                    head.place(),
                    Direction.UNDECIDED,
                    "replication rules cannot be told: " + unknown.whyUnknown().orElse("")));
            return;
        }
        if (!base.isAbsent() && !head.isAbsent()) {
            different(
                    pair,
                    "the role that replicates",
                    pair.base().replication().part(Replication::role),
                    pair.head().replication().part(Replication::role),
                    changes);
        }
        List<ReplicationRule> older = new ArrayList<>(base.known().orElse(List.of()));
        List<ReplicationRule> newer = new ArrayList<>(head.known().orElse(List.of()));
        for (ReplicationRule rule : List.copyOf(older)) {
            find(rule, newer).ifPresent(other -> {
                older.remove(rule);
                newer.remove(other);
                compare(pair, rule, other, changes);
            });
        }
        older.forEach(rule -> changes.add(change(
                pair,
                rule.destination().place(),
                head.place(),
                effect(rule, Direction.WEAKENED),
                words(rule) + " is gone")));
        newer.forEach(rule -> changes.add(change(
                pair,
                base.place(),
                rule.destination().place(),
                effect(rule, Direction.STRENGTHENED),
                words(rule) + " is new")));
    }

    /** A rule that does nothing protects nothing. */
    private static Direction effect(ReplicationRule rule, Direction direction) {
        return rule.status().isSurely(OFF::equals) ? Direction.NEUTRAL : direction;
    }

    private static Optional<ReplicationRule> find(ReplicationRule rule, List<ReplicationRule> others) {
        Optional<ReplicationRule> sameId = others.stream()
                .filter(other -> !rule.id().isAbsent() && same(rule.id(), other.id()))
                .findFirst();
        return sameId.or(() -> others.stream()
                .filter(other -> same(rule.destination(), other.destination()) && same(rule.prefix(), other.prefix()))
                .findFirst());
    }

    private static void compare(Pair<Bucket> pair, ReplicationRule base, ReplicationRule head, List<Change> changes) {
        SWITCHES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> Setting.<String>of(FACT, each.getKey(), FIX, Comparator.comparing(ON::equals))
                        .byDefault(OFF)
                        .compare(
                                pair,
                                each.getValue().apply(base),
                                each.getValue().apply(head))
                        .ifPresent(changes::add));
        Setting.<String>of(FACT, "the owner of copies", FIX, Comparator.comparing("Destination"::equals))
                .byDefault("the owner of the source")
                .compare(pair, base.ownerOverride(), head.ownerOverride())
                .ifPresent(changes::add);
        Setting.<String>indifferent(FACT, "replication of delete markers", FIX)
                .byDefault(OFF)
                .compare(pair, base.deleteMarkers(), head.deleteMarkers())
                .ifPresent(changes::add);
        if (!prefix(base).equals(prefix(head))) {
            changes.add(change(
                    pair,
                    base.prefix().place().or(() -> base.destination().place()),
                    head.prefix().place().or(() -> head.destination().place()),
                    narrowed(base.prefix(), head.prefix()),
                    "replication was of " + objects(base) + " and is of " + objects(head)));
        }
        tags(pair, base, head, changes);
        different(pair, "the destination of copies", base.destination(), head.destination(), changes);
        different(pair, "the account of copies", base.account(), head.account(), changes);
        different(pair, "the key of copies", base.replicaKey(), head.replicaKey(), changes);
    }

    /** An empty prefix says no more than none. */
    private static String prefix(ReplicationRule rule) {
        return rule.prefix().asText().orElse("");
    }

    /** Whether a prefix takes objects out. */
    private static Direction narrowed(Value<String> base, Value<String> head) {
        if (base.isUnknown() || head.isUnknown()) {
            return Direction.UNDECIDED;
        }
        String older = base.known().orElse("");
        String newer = head.known().orElse("");
        if (newer.startsWith(older)) {
            return newer.equals(older) ? Direction.NEUTRAL : Direction.WEAKENED;
        }
        return older.startsWith(newer) ? Direction.STRENGTHENED : Direction.UNDECIDED;
    }

    /** A rule copies what has all of its tags: more tags are fewer objects. */
    private static void tags(Pair<Bucket> pair, ReplicationRule base, ReplicationRule head, List<Change> changes) {
        if (base.tags().isUnknown() || head.tags().isUnknown()) {
            if (!base.tags().asText().equals(head.tags().asText())) {
                Value<List<Tag>> unknown = head.tags().isUnknown() ? head.tags() : base.tags();
                changes.add(change(
                        pair,
                        base.tags().place(),
                        head.tags().place(),
                        Direction.UNDECIDED,
                        "which tags replication asks for cannot be told: "
                                + unknown.whyUnknown().orElse("")));
            }
            return;
        }
        Set<String> older = texts(base);
        Set<String> newer = texts(head);
        if (!older.equals(newer)) {
            Direction direction = newer.containsAll(older)
                    ? Direction.WEAKENED
                    : older.containsAll(newer) ? Direction.STRENGTHENED : Direction.UNDECIDED;
            changes.add(change(
                    pair,
                    base.tags().place().or(() -> base.destination().place()),
                    head.tags().place().or(() -> head.destination().place()),
                    direction,
                    "replication was of objects with " + words(older) + " and is of those with " + words(newer)));
        }
    }

    private static Set<String> texts(ReplicationRule rule) {
        Set<String> texts = new TreeSet<>();
        rule.tags()
                .known()
                .ifPresent(
                        tags -> tags.forEach(tag -> texts.add(tag.key().asText().orElse("") + "="
                                + tag.value().asText().orElse(""))));
        return texts;
    }

    private static String words(Set<String> tags) {
        return tags.isEmpty() ? "any tags" : "tags " + String.join(" and ", tags);
    }

    /**
     * Copies by another role, or that go to another place, account or key: whether they are still made, and who gets at them there, only a look
     * at that role or place tells.
     */
    private static void different(
            Pair<Bucket> pair, String what, Value<String> base, Value<String> head, List<Change> changes) {
        if (!same(base, head)) {
            changes.add(change(
                    pair,
                    base.place(),
                    head.place(),
                    Direction.UNDECIDED,
                    what + " was " + base.asText().orElse("not set") + " and is "
                            + head.asText().orElse("not set")));
        }
    }

    private static boolean same(Value<String> one, Value<String> other) {
        return one.asText().equals(other.asText());
    }

    private static String words(ReplicationRule rule) {
        return "replication of " + objects(rule) + " to "
                + rule.destination().asText().orElse("nowhere");
    }

    private static String objects(ReplicationRule rule) {
        return rule.prefix()
                .asText()
                .filter(prefix -> !prefix.isEmpty())
                .map(prefix -> "objects under " + prefix)
                .orElse("all objects");
    }

    private static Change change(
            Pair<Bucket> pair, Optional<Location> base, Optional<Location> head, Direction direction, String message) {
        return FACT.changed(
                pair,
                base.orElse(pair.base().element().at()),
                head.orElse(pair.head().element().at()),
                direction,
                message,
                FIX);
    }
}
