package io.github.secures3.analysis.diff.protection;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Items;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.BackupSelection;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What a backup plan is about: resources that it no longer takes in, or leaves out. A selection by other tags is undecided.
 *
 * @see <a href="https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html">Assigning resources</a>
 * @since 0.1
 */
public final class BackupSelections implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("backup-selection", "whatever was backed up still is", Kind.PROTECTION, Severity.ERROR);
    private static final String FIX = "back up the resource as before, or make sure that something else does";
    private static final Items<Value<String>> TAKEN =
            Items.ofProtection(FACT, "backup of", arn -> arn.asText().orElse(""), FIX);
    private static final Items<Value<String>> LEFT_OUT =
            Items.ofAccess(FACT, "exception from backup of", arn -> arn.asText().orElse(""), FIX);

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (BackupSelection selection : differences.removed(BackupSelection.class)) {
            changes.add(FACT.removed(selection, Direction.WEAKENED, "the backup selection is gone", FIX));
        }
        for (BackupSelection selection : differences.added(BackupSelection.class)) {
            changes.add(FACT.added(selection, Direction.STRENGTHENED, "the backup selection is new", FIX));
        }
        for (Pair<BackupSelection> pair : differences.pairs(BackupSelection.class)) {
            if (!pair.hasSameProperties()) {
                compare(pair, changes);
            }
        }
        return changes;
    }

    private static void compare(Pair<BackupSelection> pair, List<Change> changes) {
        BackupSelection base = pair.base();
        BackupSelection head = pair.head();
        List<Change> found = new ArrayList<>(TAKEN.compare(pair, base.resources(), head.resources()));
        found.addAll(LEFT_OUT.compare(pair, base.notResources(), head.notResources()));
        boolean samePlan = base.plan().asText().equals(head.plan().asText());
        boolean byTags = base.byTags().isSurely(yes -> yes) || head.byTags().isSurely(yes -> yes);
        if (!samePlan
                || (byTags
                        && found.isEmpty()
                        && !base.role().asText().equals(head.role().asText()))) {
            found.add(FACT.changed(
                    pair, Direction.UNDECIDED, "the backup selection is of another plan or by another role", FIX));
        } else if (byTags && found.isEmpty()) {
            found.add(FACT.changed(pair, Direction.UNDECIDED, "the backup selection goes by other tags", FIX));
        }
        changes.addAll(found);
    }
}
