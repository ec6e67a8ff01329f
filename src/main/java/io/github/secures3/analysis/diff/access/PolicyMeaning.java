package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.statement.Extent;
import io.github.secures3.analysis.diff.statement.StatementWords;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.analysis.prove.PolicyComparison;
import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Conditions;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the two versions of a policy mean, taken as a whole: statements that are written otherwise and mean the same are no change.
 *
 * <p>What a policy denies counts by itself where another policy may allow it: for a principal of the account of a resource, an identity policy or
 * the policy of the resource is enough, and a Deny in either of them wins over both.
 *
 * @param opens whether the newer may allow what the older does not
 * @param closes whether the older may allow what the newer does not
 * @param loosens whether the newer may leave undenied what the older denies, for others to allow
 * @param tightens whether the older may leave undenied what the newer denies, for others to allow
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html">Identity and
 *     resource policies in one account</a>
 */
record PolicyMeaning(boolean opens, boolean closes, boolean loosens, boolean tightens) {

    private static final long STEPS = 20_000_000;
    private static final PolicyMeaning UNKNOWN = new PolicyMeaning(true, true, true, true);
    private static final Statement FULL_ACCESS = new Statement(
            null, Effect.ALLOW, Principals.everyone(), Actions.of("*"), Resources.of("*"), Conditions.none());

    /**
     * What two versions of a policy mean.
     *
     * @param gone the statements that only the older version has
     * @param added the statements that only the newer version has
     * @param elsewhere whether another policy may allow what this one denies
     */
    static PolicyMeaning of(
            PolicyVersions versions, List<LocatedStatement> gone, List<LocatedStatement> added, boolean elsewhere) {
        Side older = Side.of(versions.base(), gone);
        Side newer = Side.of(versions.head(), added);
        if (older == null || newer == null) {
            return UNKNOWN;
        }
        boolean onlyDenials =
                Stream.concat(older.own().stream(), newer.own().stream()).noneMatch(StatementWords::isAllow);
        List<Comparison> asked = new ArrayList<>();
        // Where no Allow is another, nothing opens but by what is denied no longer.
        boolean whole = !elsewhere || !onlyDenials;
        if (whole) {
            asked.addAll(bothWays(older, newer));
        }
        if (elsewhere) {
            asked.addAll(bothWays(older.besideFullAccess(), newer.besideFullAccess()));
        }
        List<Boolean> open = mayOpen(typeOf(versions.label()), asked);
        int denials = asked.size() - 2;
        return new PolicyMeaning(
                whole && open.get(0),
                whole && open.get(1),
                elsewhere && open.get(denials),
                elsewhere && open.get(denials + 1));
    }

    /** What their denials mean by themselves, whatever the two versions allow. */
    static PolicyMeaning ofDenials(PolicyVersions versions, List<LocatedStatement> gone, List<LocatedStatement> added) {
        Side older = Side.of(versions.base(), gone);
        Side newer = Side.of(versions.head(), added);
        if (older == null || newer == null) {
            return UNKNOWN;
        }
        List<Boolean> open =
                mayOpen(typeOf(versions.label()), bothWays(older.besideFullAccess(), newer.besideFullAccess()));
        return new PolicyMeaning(false, false, open.get(0), open.get(1));
    }

    private static List<Comparison> bothWays(Side older, Side newer) {
        return List.of(new Comparison(older, newer), new Comparison(newer, older));
    }

    /** One version of a policy, and the statements of it that the other lacks. */
    private record Side(PolicyDocument document, List<Statement> own) {

        /** Null where not all of the policy is known. */
        static @Nullable Side of(Value<LocatedPolicy> policy, List<LocatedStatement> own) {
            return policy.known()
                    .filter(LocatedPolicy::isComplete)
                    .map(located -> new Side(
                            located.knownPart(),
                            own.stream().map(LocatedStatement::statement).toList()))
                    .orElse(null);
        }

        /** What the policy leaves to others: everything but what it denies. */
        Side besideFullAccess() {
            List<Statement> all = new ArrayList<>(denials(document.statements()));
            all.add(FULL_ACCESS);
            return new Side(new PolicyDocument(document.version(), document.id(), all), denials(own));
        }

        private static List<Statement> denials(List<Statement> statements) {
            return statements.stream()
                    .filter(statement -> !StatementWords.isAllow(statement))
                    .toList();
        }
    }

    /** Whether the newer side of each may allow more; all that takes a proof is asked together, for they share their statements. */
    private static List<Boolean> mayOpen(PolicyType type, List<Comparison> asked) {
        List<Comparison> left = asked.stream()
                .filter(each -> each.newer().document().statements().stream().anyMatch(StatementWords::isAllow))
                .filter(each -> mayOpenByStatements(each.older(), each.newer()))
                .toList();
        List<PolicyComparison.Change> changes = left.stream()
                .map(each -> new PolicyComparison.Change(
                        each.older().document(), each.newer().document()))
                .toList();
        List<Boolean> proved = PolicyComparison.allowNothingNew(type, changes, STEPS * asked.size());
        return asked.stream()
                .map(each -> left.contains(each) && !proved.get(left.indexOf(each)))
                .toList();
    }

    private record Comparison(Side older, Side newer) {}

    /** Whether the change of statements can open anything at all, as far as that shows without a proof. */
    private static boolean mayOpenByStatements(Side older, Side newer) {
        boolean same = older.own().size() == 1
                && newer.own().size() == 1
                && older.own().get(0).effect() == newer.own().get(0).effect();
        if (same) {
            Statement gone = older.own().get(0);
            Extent extent = Extent.of(
                    gone,
                    older.document().version(),
                    newer.own().get(0),
                    newer.document().version());
            Extent closing = StatementWords.isAllow(gone) ? Extent.LESS : Extent.MORE;
            return extent != Extent.SAME && extent != closing;
        }
        return newer.own().stream().anyMatch(StatementWords::isAllow)
                || !older.own().stream().allMatch(StatementWords::isAllow);
    }

    /** The changes of statements that change what is allowed. */
    List<Change> meant(List<Change> written) {
        List<Change> meant = new ArrayList<>(written);
        meant.removeIf(change -> !isMeant(change));
        return meant;
    }

    private boolean isMeant(Change change) {
        boolean deny = StatementChange.isOfDeny(change);
        return switch (change.direction()) {
            case WEAKENED -> opens || (deny && loosens);
            case STRENGTHENED -> closes || (deny && tightens);
            case UNDECIDED, NEUTRAL -> true;
        };
    }

    private static PolicyType typeOf(String label) {
        if (label.startsWith("inline polic") || label.equals("managed policy")) {
            return PolicyType.IDENTITY;
        }
        return label.equals("trust policy") ? PolicyType.ANY : PolicyType.RESOURCE;
    }
}
