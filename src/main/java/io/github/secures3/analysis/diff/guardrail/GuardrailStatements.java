package io.github.secures3.analysis.diff.guardrail;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.diff.statement.Extent;
import io.github.secures3.analysis.diff.statement.StatementWords;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.OrganizationPolicy;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Statements of service and resource control policies that are gone, new, or match less or more than before. A Deny that goes or matches less, for
 * instance because one of its exceptions is wider, loosens; so does an Allow that matches more. A statement that moved to another policy with
 * the same targets has not changed; one with the same Sid is the same statement.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_authorization_policies.html">Authorization
 *     policies</a>
 * @since 0.1
 */
public final class GuardrailStatements implements DiffEvaluator {

    private static final Fact STATEMENT = Fact.of(
            "guardrail-statement", "organization policies deny as much as before", Kind.GUARDRAIL, Severity.ERROR);
    private static final Fact TARGET = Fact.of(
            "guardrail-target",
            "organization policies hold for as many accounts as before",
            Kind.GUARDRAIL,
            Severity.ERROR);
    private static final String FIX = "keep the guardrail, or make sure that nobody gets through where it stood";

    @Override
    public List<Fact> facts() {
        return List.of(STATEMENT, TARGET);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Guardrail> older = new ArrayList<>(Guardrail.of(differences.base()));
        List<Guardrail> newer = new ArrayList<>(Guardrail.of(differences.head()));
        // What cannot be read on one side is undecided as a whole, so nothing of it is gone or new.
        for (Pair<OrganizationPolicy> pair : differences.pairs(OrganizationPolicy.class)) {
            if (!Guardrail.isReadable(pair.base()) || !Guardrail.isReadable(pair.head())) {
                older.removeIf(rail -> rail.isOf(pair.base()));
                newer.removeIf(rail -> rail.isOf(pair.head()));
            }
        }
        List<Change> changes = new ArrayList<>();
        for (Guardrail rail : List.copyOf(older)) {
            same(rail, newer).ifPresent(other -> {
                older.remove(rail);
                newer.remove(other);
                targets(rail, other, changes);
            });
        }
        for (Guardrail rail : List.copyOf(older)) {
            newer.stream()
                    .filter(other -> !rail.name().isEmpty() && rail.name().equals(other.name()))
                    .findFirst()
                    .ifPresent(other -> {
                        older.remove(rail);
                        newer.remove(other);
                        changes.add(rewritten(rail, other));
                        targets(rail, other, changes);
                    });
        }
        older.forEach(rail -> changes.add(STATEMENT.removed(
                rail.policy(), rail.statement().at(), loosens(rail, true), text(rail, " is gone"), FIX)));
        newer.forEach(rail -> changes.add(STATEMENT.added(
                rail.policy(), rail.statement().at(), loosens(rail, false), text(rail, " is new"), FIX)));
        return changes;
    }

    /** The same statement: for the same targets if there is one. */
    private static Optional<Guardrail> same(Guardrail rail, List<Guardrail> others) {
        List<Guardrail> candidates = others.stream()
                .filter(other -> other.text().equals(rail.text()))
                .toList();
        return candidates.stream()
                .filter(other -> other.targets().equals(rail.targets()))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    private static void targets(Guardrail base, Guardrail head, List<Change> changes) {
        boolean deny = !StatementWords.isAllow(base.statement().statement());
        Set<String> gone = new TreeSet<>(base.targets());
        gone.removeAll(head.targets());
        Set<String> more = new TreeSet<>(head.targets());
        more.removeAll(base.targets());
        if (!gone.isEmpty()) {
            changes.add(target(
                    base,
                    head,
                    deny ? Direction.WEAKENED : Direction.STRENGTHENED,
                    "no longer holds for " + String.join(", ", gone)));
        }
        if (!more.isEmpty()) {
            changes.add(target(
                    base,
                    head,
                    deny ? Direction.STRENGTHENED : Direction.WEAKENED,
                    "newly holds for " + String.join(", ", more)));
        }
    }

    private static Change target(Guardrail base, Guardrail head, Direction direction, String what) {
        return TARGET.changed(
                new Pair<OrganizationPolicy>(base.policy(), head.policy()),
                base.policy().targets().place().orElse(base.policy().element().at()),
                head.policy().targets().place().orElse(head.policy().element().at()),
                direction,
                "the guardrail " + base.words() + " " + what,
                FIX);
    }

    private static Change rewritten(Guardrail base, Guardrail head) {
        Statement before = base.statement().statement();
        Statement after = head.statement().statement();
        Extent extent = Extent.of(before, base.version(), after, head.version());
        boolean allow = StatementWords.isAllow(after);
        Direction direction = switch (extent) {
            case SAME -> Direction.NEUTRAL;
            case UNCLEAR -> Direction.UNDECIDED;
            case MORE -> allow ? Direction.WEAKENED : Direction.STRENGTHENED;
            case LESS -> allow ? Direction.STRENGTHENED : Direction.WEAKENED;
        };
        String how = switch (extent) {
            case SAME -> "says the same in other words";
            case UNCLEAR -> "matches other requests than before";
            case MORE -> "matches more requests than before";
            case LESS -> "matches fewer requests than before";
        };
        return STATEMENT.changed(
                new Pair<OrganizationPolicy>(base.policy(), head.policy()),
                base.statement().at(),
                head.statement().at(),
                direction,
                "the guardrail " + head.words() + " " + how + ": it was "
                        + StatementWords.about(before, base.version(), head.version()) + " and is "
                        + StatementWords.about(after, head.version(), base.version()),
                FIX);
    }

    private static Direction loosens(Guardrail rail, boolean isGone) {
        boolean deny = !StatementWords.isAllow(rail.statement().statement());
        return deny == isGone ? Direction.WEAKENED : Direction.STRENGTHENED;
    }

    private static String text(Guardrail rail, String what) {
        String where = rail.targets().isEmpty() ? "" : " for " + String.join(", ", new TreeSet<>(rail.targets()));
        return "the guardrail " + rail.words() + what + where;
    }
}
