package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.prove.AccessComparison;
import io.github.secures3.analysis.prove.AccessComparison.Opened;
import io.github.secures3.analysis.prove.AccessComparison.Result;
import io.github.secures3.analysis.prove.Assumptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who can newly do what with a bucket, and who no longer can, proved over all layers that the templates hold: bucket and access point policies,
 * Block Public Access, KMS, identity policies and boundaries, organization policies.
 *
 * <p>Each change comes with a request that one version allows and the other refuses, decided by the evaluator in both, and with the denials of the bucket's
 * policies that are gone or new. What a proof cannot tell is undecided. A bucket that is new opens nothing that was closed before, and is left to the rules.
 *
 * @since 0.1
 */
public final class BucketAccess implements DiffEvaluator {

    private static final Fact FACT = Fact.of(
            "bucket-access",
            "nobody can do with a bucket what nobody of that kind could before",
            Kind.ACCESS,
            Severity.ERROR);
    private static final int NAMED = 4;
    private static final String FIX = "check that those are meant to have this access";

    @Override
    public List<Fact> facts() {
        // In the order in which PolicyStatements has them, whose denials are told here too.
        return List.of(FACT, StatementChange.ALLOW, StatementChange.DENY);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        List<Pair<Bucket>> buckets = differences.pairs(Bucket.class);
        TouchedAccess touched = TouchedAccess.by(differences);
        if (buckets.isEmpty() || touched.isNothing()) {
            return changes;
        }
        Map<String, String> older = new HashMap<>();
        Map<String, String> newer = new HashMap<>();
        for (Pair<Resource> pair : differences.pairs()) {
            older.put(pair.head().element().id(), pair.base().element().id());
            newer.put(pair.base().element().id(), pair.head().element().id());
        }
        AccessComparison forward = new AccessComparison(
                differences.base(), differences.head(), id -> older.getOrDefault(id, id), Assumptions.none());
        PoliciesOfBuckets policies = new PoliciesOfBuckets(differences);
        AccessComparison backward = forward.reversed(id -> newer.getOrDefault(id, id));
        for (Pair<Bucket> pair : buckets) {
            Set<String> only = touched.isTouched(pair) ? null : touched.identities();
            Result opened = forward.compare(pair.base(), pair.head(), only);
            opened.opened().forEach(each -> changes.add(opened(pair, each)));
            Result closed = backward.compare(pair.head(), pair.base(), only);
            closed.opened().forEach(each -> changes.add(closed(pair, each)));
            Set<String> doubts = new TreeSet<>(opened.doubts());
            doubts.addAll(closed.doubts());
            boolean opens = !opened.opened().isEmpty() || !doubts.isEmpty();
            boolean closes = !closed.opened().isEmpty() || !doubts.isEmpty();
            policies.of(pair).stream()
                    .flatMap(policy -> PolicyStatements.denials(policy).stream())
                    .filter(change -> change.direction() == Direction.WEAKENED ? opens : closes)
                    .forEach(changes::add);
            for (String doubt : doubts) {
                changes.add(FACT.changed(
                        pair,
                        Direction.UNDECIDED,
                        "whether the change opens or closes access cannot be told: " + doubt,
                        FIX));
            }
        }
        return changes;
    }

    private static Change opened(Pair<Bucket> pair, Opened opened) {
        Change change = FACT.changed(
                pair, Direction.WEAKENED, opened.counterexample().caller() + " can now " + what(opened), FIX);
        return withEvidence(change, opened, "before: " + opened.before());
    }

    private static Change closed(Pair<Bucket> pair, Opened closed) {
        Change change = FACT.changed(
                pair, Direction.STRENGTHENED, closed.counterexample().caller() + " can no longer " + what(closed), FIX);
        return withEvidence(change, closed, "now: " + closed.before());
    }

    private static String what(Opened opened) {
        String example = opened.counterexample().request().action();
        if (opened.actions().isEmpty()) {
            return example;
        }
        List<String> named = opened.actions().stream().limit(NAMED).toList();
        int more = opened.actions().size() - named.size();
        return String.join(", ", named) + (more > 0 ? " and " + more + " more" : "");
    }

    private static Change withEvidence(Change change, Opened opened, String otherSide) {
        Finding finding = change.finding()
                .with(Evidence.Kind.REQUEST, opened.counterexample().text())
                .with(Evidence.Kind.DECISION, opened.counterexample().decision().reason())
                .with(Evidence.Kind.DECISION, otherSide);
        for (String note : opened.counterexample().notes()) {
            finding = finding.with(Evidence.Kind.ASSUMPTION, note);
        }
        return new Change(change.kind(), change.direction(), finding);
    }
}
