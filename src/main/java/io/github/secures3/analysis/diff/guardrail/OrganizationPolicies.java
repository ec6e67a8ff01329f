package io.github.secures3.analysis.diff.guardrail;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.OrganizationPolicy;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Organization policies other than service and resource control policies, which are taken as a whole: one that is gone or holds for less loosens,
 * and another content is undecided. For Block Public Access, {@code all} is more than no policy, and {@code none}, which switches it off
 * everywhere, less. Of service and resource control policies it is undecided what cannot be read.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_s3.html">S3 policies</a>
 * @since 0.1
 */
public final class OrganizationPolicies implements DiffEvaluator {

    private static final Fact POLICY = Fact.of(
            "organization-policy", "other organization policies stay as they were", Kind.GUARDRAIL, Severity.ERROR);
    private static final Fact PUBLIC = Fact.of(
            "public-access-policy", "Block Public Access of the organization stays on", Kind.GUARDRAIL, Severity.ERROR);
    private static final Fact TARGET = Fact.of(
            "organization-policy-target",
            "other organization policies hold for as many accounts as before",
            Kind.GUARDRAIL,
            Severity.ERROR);
    private static final String FIX =
            "keep the policy as it was, or make sure that every account is protected otherwise";

    @Override
    public List<Fact> facts() {
        return List.of(POLICY, PUBLIC, TARGET);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (OrganizationPolicy policy : differences.removed(OrganizationPolicy.class)) {
            if (isWhole(policy)) {
                changes.add(fact(policy).removed(policy, worth(policy).reversed(), words(policy) + " is gone", FIX));
            }
        }
        for (OrganizationPolicy policy : differences.added(OrganizationPolicy.class)) {
            if (isWhole(policy)) {
                changes.add(fact(policy).added(policy, worth(policy), words(policy) + " is new", FIX));
            }
        }
        for (Pair<OrganizationPolicy> pair : differences.pairs(OrganizationPolicy.class)) {
            if (!pair.hasSameProperties()) {
                content(pair).ifPresent(changes::add);
                if (isWhole(pair.head())) {
                    targets(pair, changes);
                }
            }
        }
        return changes;
    }

    /** Whether the policy is no list of statements that are known. */
    private static boolean isWhole(OrganizationPolicy policy) {
        return !Guardrail.isReadable(policy);
    }

    private static Optional<Change> content(Pair<OrganizationPolicy> pair) {
        boolean statements = !isWhole(pair.base()) && !isWhole(pair.head());
        if (statements || (pair.hasSame("Content") && pair.hasSame("Type"))) {
            return Optional.empty();
        }
        Optional<String> before = level(pair.base());
        Optional<String> after = level(pair.head());
        Direction direction = Direction.UNDECIDED;
        if (before.isPresent() && after.isPresent()) {
            direction = before.equals(after)
                    ? Direction.NEUTRAL
                    : after.get().equals("all") ? Direction.STRENGTHENED : Direction.WEAKENED;
        }
        String what = before.isPresent() && after.isPresent()
                ? "Block Public Access of the organization was " + before.get() + " and is " + after.get()
                : words(pair.head()) + " has another content" + unknown(pair);
        return Optional.of(fact(pair.head())
                .changed(
                        pair,
                        pair.base()
                                .content()
                                .place()
                                .orElse(pair.base().element().at()),
                        pair.head()
                                .content()
                                .place()
                                .orElse(pair.head().element().at()),
                        direction,
                        what,
                        FIX));
    }

    private static String unknown(Pair<OrganizationPolicy> pair) {
        return reason(pair.head())
                .or(() -> reason(pair.base()))
                .map(why -> " that cannot be told: " + why)
                .orElse("");
    }

    private static Optional<String> reason(OrganizationPolicy policy) {
        Value<LocatedPolicy> document = policy.document();
        return document.whyUnknown()
                .or(() -> policy.content().whyUnknown())
                .or(() -> document.known()
                        .filter(known -> !known.isComplete())
                        .map(known -> known.unknown().get(0).reason()));
    }

    private static void targets(Pair<OrganizationPolicy> pair, List<Change> changes) {
        Set<String> gone = Guardrail.targets(pair.base());
        Set<String> more = Guardrail.targets(pair.head());
        Set<String> both = new TreeSet<>(gone);
        both.retainAll(more);
        gone.removeAll(both);
        more.removeAll(both);
        if (!gone.isEmpty()) {
            changes.add(target(pair, worth(pair.base()).reversed(), " no longer holds for " + String.join(", ", gone)));
        }
        if (!more.isEmpty()) {
            changes.add(target(pair, worth(pair.head()), " newly holds for " + String.join(", ", more)));
        }
    }

    private static Change target(Pair<OrganizationPolicy> pair, Direction direction, String what) {
        return TARGET.changed(
                pair,
                pair.base().targets().place().orElse(pair.base().element().at()),
                pair.head().targets().place().orElse(pair.head().element().at()),
                direction,
                words(pair.head()) + what,
                FIX);
    }

    /** What it does to security that there is such a policy. */
    private static Direction worth(OrganizationPolicy policy) {
        if (!isPublicAccess(policy)) {
            return Direction.STRENGTHENED;
        }
        return level(policy)
                .map(level -> level.equals("all") ? Direction.STRENGTHENED : Direction.WEAKENED)
                .orElse(Direction.UNDECIDED);
    }

    private static Fact fact(OrganizationPolicy policy) {
        return isPublicAccess(policy) ? PUBLIC : POLICY;
    }

    private static boolean isPublicAccess(OrganizationPolicy policy) {
        return policy.policyType().isSurely("S3_POLICY"::equals);
    }

    /** What an S3 policy assigns, {@code all} or {@code none}, where that is clear. */
    private static Optional<String> level(OrganizationPolicy policy) {
        return policy.publicAccess().known().filter(level -> level.equals("all") || level.equals("none"));
    }

    private static String words(OrganizationPolicy policy) {
        return "the organization policy of type " + policy.policyType().asText().orElse("unknown");
    }
}
