package io.github.secures3.analysis.diff.protection;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Items;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.diff.difference.Setting;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.BackupCopy;
import io.github.secures3.analysis.model.BackupPlan;
import io.github.secures3.analysis.model.BackupRule;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Backup plans and their rules: those that are gone, keep backups for a shorter time, or no longer allow recovery to a point in time, whose
 * copies are kept for a shorter time, or that are given up sooner. Rules are told apart by name; one that has another name and does the same is
 * the same. Another schedule or vault is undecided.
 *
 * @see <a href="https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html">Backups of S3</a>
 * @since 0.1
 */
public final class BackupRules implements DiffEvaluator {

    private static final Fact FACT = Fact.of(
            "backup-plan", "backups are made as often, and kept and copied as before", Kind.PROTECTION, Severity.ERROR);
    private static final String FIX = "back up as before, or make sure that something else does";
    private static final BigDecimal FOR_EVER = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final Items<BackupCopy> COPIES = Items.ofProtection(FACT, "copy to vault", BackupRules::vault, FIX);

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (BackupPlan plan : differences.removed(BackupPlan.class)) {
            changes.add(FACT.removed(plan, Direction.WEAKENED, "the backup plan is gone", FIX));
        }
        for (BackupPlan plan : differences.added(BackupPlan.class)) {
            changes.add(FACT.added(plan, Direction.STRENGTHENED, "the backup plan is new", FIX));
        }
        for (Pair<BackupPlan> pair : differences.pairs(BackupPlan.class)) {
            if (!pair.hasSame("BackupPlan")) {
                compare(pair, changes);
            }
        }
        return changes;
    }

    private static void compare(Pair<BackupPlan> pair, List<Change> changes) {
        Value<List<BackupRule>> base = pair.base().rules();
        Value<List<BackupRule>> head = pair.head().rules();
        if (base.isUnknown() || head.isUnknown()) {
            Value<List<BackupRule>> unknown = head.isUnknown() ? head : base;
            changes.add(change(
                    pair,
                    base.place(),
                    head.place(),
                    Direction.UNDECIDED,
                    "the rules of the backup plan cannot be told: "
                            + unknown.whyUnknown().orElse("")));
            return;
        }
        List<BackupRule> newer = new ArrayList<>(head.known().orElse(List.of()));
        List<BackupRule> older = new ArrayList<>();
        for (BackupRule rule : base.known().orElse(List.of())) {
            Optional<BackupRule> other = newer.stream()
                    .filter(candidate ->
                            candidate.name().asText().equals(rule.name().asText()))
                    .findFirst();
            other.ifPresent(newer::remove);
            other.ifPresentOrElse(found -> compare(pair, rule, found, changes), () -> older.add(rule));
        }
        older.removeIf(rule -> newer.stream()
                .filter(candidate -> isSame(pair, rule, candidate))
                .findFirst()
                .map(newer::remove)
                .orElse(false));
        older.forEach(rule -> changes.add(
                change(pair, rule.name().place(), head.place(), Direction.WEAKENED, words(rule) + " is gone")));
        newer.forEach(rule -> changes.add(
                change(pair, base.place(), rule.name().place(), Direction.STRENGTHENED, words(rule) + " is new")));
    }

    /** Whether two rules with other names do the same. */
    private static boolean isSame(Pair<BackupPlan> pair, BackupRule base, BackupRule head) {
        List<Change> changes = new ArrayList<>();
        compare(pair, base, head, changes);
        return changes.isEmpty();
    }

    private static void compare(Pair<BackupPlan> pair, BackupRule base, BackupRule head, List<Change> changes) {
        retention("retention by " + words(base))
                .compare(pair, base.deleteAfterDays(), head.deleteAfterDays())
                .ifPresent(changes::add);
        window(pair, "the time to start for " + words(base), base.startMinutes(), head.startMinutes(), changes);
        window(
                pair,
                "the time to complete for " + words(base),
                base.completionMinutes(),
                head.completionMinutes(),
                changes);
        Setting.<Boolean>of(FACT, "recovery to a point in time by " + words(base), FIX, Comparator.naturalOrder())
                .byDefault(false)
                .inWords(on -> on ? "possible" : "impossible")
                .compare(pair, base.continuous(), head.continuous())
                .ifPresent(changes::add);
        different(pair, "the schedule of " + words(base), base.schedule(), head.schedule(), changes);
        different(pair, "the vault of " + words(base), base.vault(), head.vault(), changes);
        changes.addAll(COPIES.compare(pair, base.copies(), head.copies()));
        for (BackupCopy copy : base.copies().known().orElse(List.of())) {
            head.copies().known().orElse(List.of()).stream()
                    .filter(other -> vault(other).equals(vault(copy)))
                    .findFirst()
                    .flatMap(other -> retention("retention of the copy in vault " + vault(copy))
                            .compare(pair, kept(copy, base), kept(other, head)))
                    .ifPresent(changes::add);
        }
    }

    /** A copy without a lifecycle is kept as long as what it is a copy of. */
    private static Value<BigDecimal> kept(BackupCopy copy, BackupRule rule) {
        return copy.deleteAfterDays().isAbsent() ? rule.deleteAfterDays() : copy.deleteAfterDays();
    }

    private static String vault(BackupCopy copy) {
        return copy.vault().asText().orElse("");
    }

    private static Setting<BigDecimal> retention(String what) {
        return Setting.<BigDecimal>of(FACT, what, FIX, Comparator.naturalOrder())
                .byDefault(FOR_EVER)
                .inWords(days -> days.compareTo(FOR_EVER) == 0 ? "for ever" : days.toPlainString() + " days");
    }

    /** A backup that does not start or end in time is given up; how long that is where it is left out only the service knows. */
    private static void window(
            Pair<BackupPlan> pair, String what, Value<BigDecimal> base, Value<BigDecimal> head, List<Change> changes) {
        if (base.isAbsent() != head.isAbsent()) {
            changes.add(change(
                    pair,
                    base.place(),
                    head.place(),
                    Direction.UNDECIDED,
                    what + " was " + minutes(base) + " and is " + minutes(head)));
            return;
        }
        Setting.<BigDecimal>of(FACT, what, FIX, Comparator.naturalOrder())
                .inWords(minutes -> minutes.toPlainString() + " minutes")
                .compare(pair, base, head)
                .ifPresent(changes::add);
    }

    private static String minutes(Value<BigDecimal> value) {
        return value.known()
                .map(minutes -> minutes.toPlainString() + " minutes")
                .or(value::asText)
                .orElse("up to AWS Backup");
    }

    private static void different(
            Pair<BackupPlan> pair, String what, Value<String> base, Value<String> head, List<Change> changes) {
        if (!base.asText().equals(head.asText())) {
            changes.add(change(
                    pair,
                    base.place(),
                    head.place(),
                    Direction.UNDECIDED,
                    what + " was " + base.asText().orElse("not set") + " and is "
                            + head.asText().orElse("not set")));
        }
    }

    private static String words(BackupRule rule) {
        return "backup rule " + rule.name().asText().orElse("without a name");
    }

    private static Change change(
            Pair<BackupPlan> pair,
            Optional<Location> base,
            Optional<Location> head,
            Direction direction,
            String message) {
        return FACT.changed(
                pair,
                base.orElse(pair.base().element().at()),
                head.orElse(pair.head().element().at()),
                direction,
                message,
                FIX);
    }
}
