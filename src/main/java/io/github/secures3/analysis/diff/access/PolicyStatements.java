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
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.analysis.model.ManagedPolicy;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Statements that a policy newly has or no longer has, of buckets, access points, keys, vaults, VPC endpoints, roles, users and groups, as far as
 * they may be about data in S3, keys, or those who hand out rights to them.
 *
 * <p>An Allow that is new and a Deny that is gone may open access; the reverse may close it. A Deny counts even where the policy itself allows nothing of what
 * it denies, for another policy may. Sids, the order of statements and the order within them do not matter, nor which of the policies of a role, user or
 * group a statement stands in. What cannot be told is undecided where its text is another than before.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html">Statement</a>
 * @since 0.1
 */
public final class PolicyStatements implements DiffEvaluator {

    private static final Fact TARGET = Fact.of(
            "policy-target",
            "a policy stays on the bucket or access point that it was on",
            Kind.ACCESS,
            Severity.WARNING);
    /** Policies that must allow what they do not deny, whatever others do. */
    private static final Set<String> WHOLE = Set.of("trust policy", "endpoint policy");

    @Override
    public List<Fact> facts() {
        return List.of(StatementChange.ALLOW, StatementChange.DENY, PolicyVersions.UNKNOWN, TARGET);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        PoliciesOfBuckets proved = new PoliciesOfBuckets(differences);
        IdentityPolicies older = new IdentityPolicies(differences.base());
        IdentityPolicies newer = new IdentityPolicies(differences.head());
        for (Pair<Resource> pair : differences.pairs()) {
            if (!pair.hasSameProperties()) {
                // Others that use a managed policy have no other policy that it can move to.
                boolean movable = !(pair.base() instanceof ManagedPolicy);
                Set<String> kept = movable ? newer.commonToHoldersOf(pair.base()) : Set.of();
                Set<String> held = movable ? older.commonToHoldersOf(pair.head()) : Set.of();
                PolicyVersions.of(pair)
                        .forEach(versions ->
                                changes.addAll(versions.changes(isAlsoAllowedElsewhere(versions, proved), kept, held)));
                target(pair).ifPresent(changes::add);
            }
        }
        for (Resource resource : differences.removed()) {
            boolean stays = staysWithoutIt(resource, differences);
            Set<String> kept = newer.commonToHoldersOf(resource);
            statements(resource, kept)
                    .forEach((label, statements) -> statements.stream()
                            .filter(statement -> stays || StatementWords.isAllow(statement.statement()))
                            .forEach(statement -> changes.add(StatementChange.gone(resource, label, statement))));
        }
        for (Resource resource : differences.added()) {
            boolean stood = stoodWithoutIt(resource, differences);
            Set<String> held = older.commonToHoldersOf(resource);
            statements(resource, held)
                    .forEach((label, statements) -> statements.stream()
                            .filter(statement -> stood || StatementWords.isAllow(statement.statement()))
                            .forEach(statement -> changes.add(StatementChange.isNew(resource, label, statement))));
        }
        return changes;
    }

    /**
     * Whether a policy denies what another may allow, so that each denial counts by itself. A role is assumed, and an endpoint passed, only where its
     * own policy allows it; and for buckets of the templates it is proved over all layers what opens.
     */
    private static boolean isAlsoAllowedElsewhere(PolicyVersions versions, PoliciesOfBuckets proved) {
        return !WHOLE.contains(versions.label()) && !proved.include(versions.pair());
    }

    /** The denials that two versions of a bucket's or an access point's policy do not share. */
    static List<Change> denials(Pair<Resource> pair) {
        return pair.hasSameProperties()
                ? List.of()
                : PolicyVersions.of(pair).stream()
                        .flatMap(versions -> versions.denials().stream())
                        .toList();
    }

    private static Optional<Change> target(Pair<Resource> pair) {
        Value<String> before = PolicyHolder.target(pair.base());
        Value<String> after = PolicyHolder.target(pair.head());
        if (!before.asText().equals(after.asText())) {
            return Optional.of(TARGET.changed(
                    pair,
                    Direction.UNDECIDED,
                    "the policy was on " + before.asText().orElse("nothing") + " and is on "
                            + after.asText().orElse("nothing"),
                    "check that the policy still stands on what it is for"));
        }
        return Optional.empty();
    }

    /** The statements of a resource that is new or gone, but for those that hold in the other version too. */
    private static Map<String, List<LocatedStatement>> statements(Resource resource, Set<String> inBoth) {
        Map<String, List<LocatedStatement>> statements = new TreeMap<>();
        PolicyHolder.policies(resource).forEach((label, policy) -> {
            // Of endpoints that are new or gone VpcEndpoints tells what they mean.
            if (!WHOLE.contains(label)) {
                Map<String, LocatedStatement> own = PolicyVersions.mattering(policy);
                own.keySet().removeAll(inBoth);
                statements.put(label, List.copyOf(own.values()));
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
}
