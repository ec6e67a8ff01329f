package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.diff.statement.StatementWords;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.PolicyVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The two versions of a policy of a resource.
 *
 * @param pair the resource that is the policy, or has it
 * @param label what the policy is called
 * @param base its older version
 * @param head its newer version
 */
record PolicyVersions(Pair<Resource> pair, String label, Value<LocatedPolicy> base, Value<LocatedPolicy> head) {

    static final Fact UNKNOWN =
            Fact.of("unknown-policy", "what a policy says can be told in both versions", Kind.ACCESS, Severity.WARNING);

    /** All policies of a resource. */
    static List<PolicyVersions> of(Pair<Resource> pair) {
        Map<String, Value<LocatedPolicy>> older = PolicyHolder.policies(pair.base());
        Map<String, Value<LocatedPolicy>> newer = PolicyHolder.policies(pair.head());
        Set<String> labels = new TreeSet<>(older.keySet());
        labels.addAll(newer.keySet());
        return labels.stream()
                .map(label -> new PolicyVersions(
                        pair,
                        label,
                        older.getOrDefault(label, Value.absent()),
                        newer.getOrDefault(label, Value.absent())))
                .toList();
    }

    /**
     * What the newer version allows or denies otherwise.
     *
     * @param elsewhere whether what the policy denies may be allowed elsewhere, so that each denial counts by itself
     * @param kept the texts of statements that the newer version may lack, for they go on holding elsewhere
     * @param held the texts of statements that the older version may lack, for they held elsewhere
     */
    List<Change> changes(boolean elsewhere, Set<String> kept, Set<String> held) {
        List<Change> changes = new ArrayList<>();
        boolean defaultOnOneSide = PolicyHolder.hasDefault(label) && base.isAbsent() != head.isAbsent();
        boolean sameUnknown =
                base.isUnknown() && head.isUnknown() && base.asText().equals(head.asText());
        if (sameUnknown) {
            return changes;
        }
        if (base.isUnknown() || head.isUnknown() || defaultOnOneSide) {
            changes.add(unknown("the " + label + " was " + state(base) + " and is " + state(head), "policy"));
            return changes;
        }
        Own own = Own.of(this, kept, held);
        if (!own.isEmpty()) {
            changes.addAll(
                    PolicyMeaning.of(this, own.gone(), own.added(), elsewhere).meant(written(own)));
        }
        if (!isComplete(base) || !isComplete(head)) {
            changes.add(unknown("statements of the " + label + " cannot be told: " + reason(), "statements"));
        }
        return changes;
    }

    /** What the newer version denies otherwise, whatever either version allows; nothing where either cannot be told. */
    List<Change> denials() {
        Own own = Own.of(this, Set.of(), Set.of());
        List<Change> written = base.isUnknown() || head.isUnknown() ? List.of() : written(own);
        List<Change> denials =
                written.stream().filter(StatementChange::isOfDeny).toList();
        return denials.isEmpty()
                ? List.of()
                : PolicyMeaning.ofDenials(this, own.gone(), own.added()).meant(denials);
    }

    /**
     * The statements that only one version has.
     *
     * @param gone those of the older
     * @param added those of the newer
     */
    private record Own(List<LocatedStatement> gone, List<LocatedStatement> added) {

        static Own of(PolicyVersions versions, Set<String> kept, Set<String> held) {
            Map<String, LocatedStatement> gone = mattering(versions.base);
            Map<String, LocatedStatement> added = mattering(versions.head);
            Set<String> both = new TreeSet<>(gone.keySet());
            both.retainAll(added.keySet());
            gone.keySet().removeIf(text -> both.contains(text) || kept.contains(text));
            added.keySet().removeIf(text -> both.contains(text) || held.contains(text));
            return new Own(List.copyOf(gone.values()), List.copyOf(added.values()));
        }

        boolean isEmpty() {
            return gone.isEmpty() && added.isEmpty();
        }
    }

    private List<Change> written(Own own) {
        List<LocatedStatement> gone = own.gone();
        List<LocatedStatement> added = own.added();
        // A Deny that was rewritten is best understood beside what it was.
        boolean rewritten = gone.size() == 1 && added.size() == 1 && denies(gone.get(0)) && denies(added.get(0));
        List<Change> written = new ArrayList<>();
        for (LocatedStatement each : gone) {
            String rest = rewritten ? "; it denies " + about(added.get(0), head, base) : "";
            written.add(StatementChange.gone(pair, label, each, about(each, base, head) + rest, newer()));
        }
        for (LocatedStatement each : added) {
            String rest = rewritten ? "; it denied " + about(gone.get(0), base, head) : "";
            written.add(StatementChange.isNew(pair, label, each, about(each, head, base) + rest, older()));
        }
        return written;
    }

    private static boolean denies(LocatedStatement statement) {
        return !StatementWords.isAllow(statement.statement());
    }

    private static String about(LocatedStatement statement, Value<LocatedPolicy> own, Value<LocatedPolicy> other) {
        if (own.isAbsent() || other.isAbsent()) {
            return StatementWords.about(statement.statement());
        }
        return StatementWords.about(statement.statement(), version(own), version(other));
    }

    private static @Nullable PolicyVersion version(Value<LocatedPolicy> policy) {
        return policy.known().map(LocatedPolicy::version).orElse(null);
    }

    private Change unknown(String message, String what) {
        return UNKNOWN.changed(
                pair,
                older(),
                newer(),
                Direction.UNDECIDED,
                message,
                "write the " + what + " out, so that " + (what.endsWith("s") ? "they" : "it") + " can be compared");
    }

    private Location older() {
        return base.place().orElse(pair.base().element().at());
    }

    private Location newer() {
        return head.place().orElse(pair.head().element().at());
    }

    /** The statements of a policy that are about what is compared, by their texts. */
    static Map<String, LocatedStatement> mattering(Value<LocatedPolicy> policy) {
        return policy.known().map(LocatedPolicy::statements).orElse(List.of()).stream()
                .filter(statement -> StatementWords.mayMatter(statement.statement()))
                .collect(Collectors.toMap(
                        statement -> StatementWords.canonical(statement.statement(), version(policy)),
                        statement -> statement,
                        (first, second) -> first,
                        TreeMap::new));
    }

    private static boolean isComplete(Value<LocatedPolicy> policy) {
        return policy.known().map(LocatedPolicy::isComplete).orElse(true);
    }

    private static String state(Value<LocatedPolicy> policy) {
        return policy.isAbsent()
                ? "left to the default"
                : policy.whyUnknown().map(why -> "unknown (" + why + ")").orElse("stated");
    }

    private String reason() {
        Value<LocatedPolicy> unclear = isComplete(head) ? base : head;
        return unclear.known().map(policy -> policy.unknown().get(0).reason()).orElse("");
    }
}
