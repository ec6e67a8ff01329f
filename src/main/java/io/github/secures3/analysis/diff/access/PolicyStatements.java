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
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Statements that a policy newly has or no longer has, of buckets, access points, keys, vaults, VPC endpoints, roles, users and groups, as far as
 * they may be about data in S3, keys, or those who hand out rights to them.
 *
 * <p>An Allow that is new and a Deny that is gone may open access; the reverse may close it. Sids, the order of statements and the order within
 * them do not matter. What cannot be told is undecided where its text is another than before.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html">Statement</a>
 * @since 0.1
 */
public final class PolicyStatements implements DiffEvaluator {

    private static final Fact ALLOW =
            Fact.of("allow-statement", "no policy newly allows something", Kind.ACCESS, Severity.ERROR);
    private static final Fact DENY =
            Fact.of("deny-statement", "no policy ceases to deny something", Kind.ACCESS, Severity.ERROR);
    private static final Fact UNKNOWN =
            Fact.of("unknown-policy", "what a policy says can be told in both versions", Kind.ACCESS, Severity.WARNING);
    private static final Fact TARGET = Fact.of(
            "policy-target",
            "a policy stays on the bucket or access point that it was on",
            Kind.ACCESS,
            Severity.WARNING);

    @Override
    public List<Fact> facts() {
        return List.of(ALLOW, DENY, UNKNOWN, TARGET);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Resource> pair : differences.pairs()) {
            if (!pair.hasSameProperties()) {
                changed(pair, changes);
            }
        }
        for (Resource resource : differences.removed()) {
            boolean stays = staysWithoutIt(resource, differences);
            statements(resource)
                    .forEach((label, statements) -> statements.stream()
                            .filter(statement -> stays || StatementWords.isAllow(statement.statement()))
                            .forEach(statement -> changes.add(gone(resource, label, statement))));
        }
        for (Resource resource : differences.added()) {
            boolean stood = stoodWithoutIt(resource, differences);
            statements(resource)
                    .forEach((label, statements) -> statements.stream()
                            .filter(statement -> stood || StatementWords.isAllow(statement.statement()))
                            .forEach(statement -> changes.add(isNew(resource, label, statement))));
        }
        return changes;
    }

    private static void changed(Pair<Resource> pair, List<Change> changes) {
        Map<String, Value<LocatedPolicy>> older = PolicyHolder.policies(pair.base());
        Map<String, Value<LocatedPolicy>> newer = PolicyHolder.policies(pair.head());
        Set<String> labels = new TreeSet<>(older.keySet());
        labels.addAll(newer.keySet());
        for (String label : labels) {
            compare(
                    pair,
                    label,
                    older.getOrDefault(label, Value.absent()),
                    newer.getOrDefault(label, Value.absent()),
                    changes);
        }
        Value<String> before = PolicyHolder.target(pair.base());
        Value<String> after = PolicyHolder.target(pair.head());
        if (!before.asText().equals(after.asText())) {
            changes.add(TARGET.changed(
                    pair,
                    Direction.UNDECIDED,
                    "the policy was on " + before.asText().orElse("nothing") + " and is on "
                            + after.asText().orElse("nothing"),
                    "check that the policy still stands on what it is for"));
        }
    }

    private static void compare(
            Pair<Resource> pair,
            String label,
            Value<LocatedPolicy> base,
            Value<LocatedPolicy> head,
            List<Change> changes) {
        boolean defaultOnOneSide = PolicyHolder.hasDefault(label) && base.isAbsent() != head.isAbsent();
        boolean sameUnknown =
                base.isUnknown() && head.isUnknown() && base.asText().equals(head.asText());
        if (sameUnknown) {
            return;
        }
        if (base.isUnknown() || head.isUnknown() || defaultOnOneSide) {
            changes.add(UNKNOWN.changed(
                    pair,
                    base.place().orElse(pair.base().element().at()),
                    head.place().orElse(pair.head().element().at()),
                    Direction.UNDECIDED,
                    "the " + label + " was " + state(base) + " and is " + state(head),
                    "write the policy out, so that it can be compared"));
            return;
        }
        List<LocatedStatement> older = mattering(base);
        List<LocatedStatement> newer = mattering(head);
        Set<String> before = texts(base, older);
        Set<String> after = texts(head, newer);
        List<Change> written = new ArrayList<>();
        List<Statement> gone = new ArrayList<>();
        List<Statement> added = new ArrayList<>();
        for (LocatedStatement statement : older) {
            if (!after.contains(text(base, statement))) {
                gone.add(statement.statement());
                written.add(change(
                        pair,
                        label,
                        statement,
                        false,
                        head.place().orElse(pair.head().element().at())));
            }
        }
        for (LocatedStatement statement : newer) {
            if (!before.contains(text(head, statement))) {
                added.add(statement.statement());
                written.add(change(
                        pair,
                        label,
                        statement,
                        true,
                        base.place().orElse(pair.base().element().at())));
            }
        }
        if (!written.isEmpty()) {
            changes.addAll(PolicyMeaning.of(label, base, head, gone, added).meant(written));
        }
        if (!isComplete(base) || !isComplete(head)) {
            changes.add(UNKNOWN.changed(
                    pair,
                    base.place().orElse(pair.base().element().at()),
                    head.place().orElse(pair.head().element().at()),
                    Direction.UNDECIDED,
                    "statements of the " + label + " cannot be told: " + reason(base, head),
                    "write the statements out, so that they can be compared"));
        }
    }

    private static Change change(
            Pair<Resource> pair, String label, LocatedStatement statement, boolean isNew, Location otherSide) {
        Statement what = statement.statement();
        return fact(what)
                .changed(
                        pair,
                        isNew ? otherSide : statement.at(),
                        isNew ? statement.at() : otherSide,
                        direction(what, isNew),
                        message(label, what, isNew),
                        fix(what));
    }

    private static Change gone(Resource resource, String label, LocatedStatement statement) {
        Statement what = statement.statement();
        return fact(what)
                .removed(resource, statement.at(), direction(what, false), message(label, what, false), fix(what));
    }

    private static Change isNew(Resource resource, String label, LocatedStatement statement) {
        Statement what = statement.statement();
        return fact(what).added(resource, statement.at(), direction(what, true), message(label, what, true), fix(what));
    }

    private static Fact fact(Statement statement) {
        return statement.effect() == Effect.ALLOW ? ALLOW : DENY;
    }

    private static Direction direction(Statement statement, boolean isNew) {
        return StatementWords.isAllow(statement) == isNew ? Direction.WEAKENED : Direction.STRENGTHENED;
    }

    private static String message(String label, Statement statement, boolean isNew) {
        String verb = StatementWords.isAllow(statement) ? "allow" : "den";
        String ending = StatementWords.isAllow(statement) ? "s " : "ies ";
        return "the " + label + (isNew ? " newly " : " no longer ") + verb + ending + StatementWords.about(statement);
    }

    private static String fix(Statement statement) {
        return StatementWords.isAllow(statement)
                ? "check that those are meant to have this access"
                : "keep the statement, or make sure that nothing needs it";
    }

    private static Map<String, List<LocatedStatement>> statements(Resource resource) {
        Map<String, List<LocatedStatement>> statements = new java.util.TreeMap<>();
        PolicyHolder.policies(resource).forEach((label, policy) -> {
            // Of endpoints that are new or gone VpcEndpoints tells what they mean.
            if (!label.equals("trust policy") && !label.equals("endpoint policy")) {
                statements.put(label, mattering(policy));
            }
        });
        return statements;
    }

    /** Whether what the policy is on stays, so that its denials go. */
    private static boolean staysWithoutIt(Resource policy, Differences differences) {
        return PolicyHolder.isPolicyOfAnother(policy)
                && differences.removed(Bucket.class).stream().noneMatch(bucket -> isOn(policy, bucket));
    }

    private static boolean stoodWithoutIt(Resource policy, Differences differences) {
        return PolicyHolder.isPolicyOfAnother(policy)
                && differences.added(Bucket.class).stream().noneMatch(bucket -> isOn(policy, bucket));
    }

    private static boolean isOn(Resource policy, Bucket bucket) {
        return bucket.name().asText().equals(PolicyHolder.target(policy).asText());
    }

    private static List<LocatedStatement> mattering(Value<LocatedPolicy> policy) {
        return policy.known().map(LocatedPolicy::statements).orElse(List.of()).stream()
                .filter(statement -> StatementWords.mayMatter(statement.statement()))
                .toList();
    }

    private static Set<String> texts(Value<LocatedPolicy> policy, List<LocatedStatement> statements) {
        Set<String> texts = new TreeSet<>();
        statements.forEach(statement -> texts.add(text(policy, statement)));
        return texts;
    }

    private static String text(Value<LocatedPolicy> policy, LocatedStatement statement) {
        return StatementWords.canonical(
                statement.statement(),
                policy.known().map(LocatedPolicy::version).orElse(null));
    }

    private static boolean isComplete(Value<LocatedPolicy> policy) {
        return policy.known().map(LocatedPolicy::isComplete).orElse(true);
    }

    private static String state(Value<LocatedPolicy> policy) {
        return policy.isAbsent()
                ? "left to the default"
                : policy.whyUnknown().map(why -> "unknown (" + why + ")").orElse("stated");
    }

    private static String reason(Value<LocatedPolicy> base, Value<LocatedPolicy> head) {
        Value<LocatedPolicy> unclear = isComplete(head) ? base : head;
        return unclear.known().map(policy -> policy.unknown().get(0).reason()).orElse("");
    }
}
