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
import java.util.function.BiPredicate;

/**
 * Statements of service and resource control policies that are gone, new, or match less or more than before. A Deny that goes or matches less, for
 * instance because one of its exceptions is wider, loosens; so does an Allow that matches more. A statement that moved to another policy with
 * the same targets has not changed; one with the same Sid is the same statement. Denials that together deny the same have not changed either.
 *
 * <p>What loosens comes with a request that gets through where it did not.
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
        GuardrailMeaning meaning = new GuardrailMeaning(older, newer);
        GuardrailExamples examples = new GuardrailExamples(meaning);
        List<Change> changes = new ArrayList<>();
        take(older, newer, Guardrail::isSameForTheSame);
        older.removeIf(rail -> isWithoutEffect(meaning.effect(rail)));
        newer.removeIf(rail -> isWithoutEffect(meaning.effect(rail)));
        for (Guardrail[] pair : take(older, newer, Guardrail::isSame)) {
            targets(pair[0], pair[1], examples, changes);
        }
        for (Guardrail[] pair : take(older, newer, Guardrail::hasSameName)) {
            rewritten(pair[0], pair[1], meaning, examples).ifPresent(changes::add);
            targets(pair[0], pair[1], examples, changes);
        }
        for (Guardrail rail : older) {
            if (!rail.denies() || meaning.effect(rail).opens()) {
                Direction direction = rail.denies() ? Direction.WEAKENED : Direction.STRENGTHENED;
                Change change =
                        STATEMENT.removed(rail.policy(), rail.statement().at(), direction, text(rail, " is gone"), FIX);
                changes.add(examples.withLoss(change, rail, rail.targets()));
            }
        }
        for (Guardrail rail : newer) {
            if (!rail.denies() || meaning.effect(rail).closes()) {
                Direction direction = rail.denies() ? Direction.STRENGTHENED : Direction.WEAKENED;
                Change change =
                        STATEMENT.added(rail.policy(), rail.statement().at(), direction, text(rail, " is new"), FIX);
                changes.add(examples.withGain(change, null, rail));
            }
        }
        return changes;
    }

    /** Takes out of both lists what belongs together, each with the first that fits. */
    private static List<Guardrail[]> take(
            List<Guardrail> older, List<Guardrail> newer, BiPredicate<Guardrail, Guardrail> fits) {
        List<Guardrail[]> pairs = new ArrayList<>();
        for (Guardrail rail : List.copyOf(older)) {
            newer.stream().filter(other -> fits.test(rail, other)).findFirst().ifPresent(other -> {
                older.remove(rail);
                newer.remove(other);
                pairs.add(new Guardrail[] {rail, other});
            });
        }
        return pairs;
    }

    private static boolean isWithoutEffect(GuardrailMeaning.Effect effect) {
        return !effect.opens() && !effect.closes();
    }

    private static void targets(Guardrail base, Guardrail head, GuardrailExamples examples, List<Change> changes) {
        Set<String> gone = new TreeSet<>(base.targets());
        gone.removeAll(head.targets());
        Set<String> more = new TreeSet<>(head.targets());
        more.removeAll(base.targets());
        if (!gone.isEmpty()) {
            Direction direction = base.denies() ? Direction.WEAKENED : Direction.STRENGTHENED;
            Change change = target(base, head, direction, "no longer holds for " + String.join(", ", gone));
            changes.add(examples.withLoss(change, base, gone));
        }
        if (!more.isEmpty()) {
            Direction direction = base.denies() ? Direction.STRENGTHENED : Direction.WEAKENED;
            Change change = target(base, head, direction, "newly holds for " + String.join(", ", more));
            changes.add(examples.withGain(change, null, head));
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

    /** The change of a statement; empty where other denials for the same targets make up for it. */
    private static Optional<Change> rewritten(
            Guardrail base, Guardrail head, GuardrailMeaning meaning, GuardrailExamples examples) {
        Statement before = base.statement().statement();
        Statement after = head.statement().statement();
        Extent extent = Extent.of(before, base.version(), after, head.version());
        Direction direction = switch (extent) {
            case SAME -> Direction.NEUTRAL;
            case UNCLEAR -> Direction.UNDECIDED;
            case MORE -> head.denies() ? Direction.STRENGTHENED : Direction.WEAKENED;
            case LESS -> head.denies() ? Direction.WEAKENED : Direction.STRENGTHENED;
        };
        if (base.targets().equals(head.targets())) {
            GuardrailMeaning.Effect effect = meaning.effect(base);
            if ((direction == Direction.WEAKENED && !effect.opens())
                    || (direction == Direction.STRENGTHENED && !effect.closes())) {
                return Optional.empty();
            }
            // Whoever changes the language hardly means that a variable turns into plain text, whatever comes of it.
            boolean sameLanguage = StatementWords.saysTheSameInBoth(before, base.version(), head.version());
            if (direction == Direction.UNDECIDED && sameLanguage && effect.opens() != effect.closes()) {
                direction = effect.opens() ? Direction.WEAKENED : Direction.STRENGTHENED;
                extent = effect.opens() ? Extent.LESS : Extent.MORE;
            }
        }
        String how = switch (extent) {
            case SAME -> "says the same in other words";
            case UNCLEAR -> "matches other requests than before";
            case MORE -> "matches more requests than before";
            case LESS -> "matches fewer requests than before";
        };
        Change change = STATEMENT.changed(
                new Pair<OrganizationPolicy>(base.policy(), head.policy()),
                base.statement().at(),
                head.statement().at(),
                direction,
                "the guardrail " + head.words() + " " + how + ": it was "
                        + StatementWords.about(before, base.version(), head.version()) + " and is "
                        + StatementWords.about(after, head.version(), base.version()),
                FIX);
        return Optional.of(
                head.denies()
                        ? examples.withLoss(change, base, head.targets())
                        : examples.withGain(change, base, head));
    }

    private static String text(Guardrail rail, String what) {
        String where = rail.targets().isEmpty() ? "" : " for " + String.join(", ", new TreeSet<>(rail.targets()));
        return "the guardrail " + rail.words() + what + where;
    }
}
