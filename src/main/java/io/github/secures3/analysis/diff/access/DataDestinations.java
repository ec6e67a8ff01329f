package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.BackupPlan;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where copies, inventories, events and backups go to outside of the templates: whoever has that place reads them there, whatever the policies of
 * the bucket say.
 *
 * <p>A place in another account weakens where it is new. One of an account that the templates do not tell is undecided.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-walkthrough-2.html">Replication to another account</a>
 * @since 0.1
 */
public final class DataDestinations implements DiffEvaluator {

    private static final Fact FACT = Fact.of(
            "data-destination",
            "copies, inventories, events and backups go to nobody else",
            Kind.ACCESS,
            Severity.ERROR);
    private static final String FIX = "check that whoever has this place is meant to get them";
    private static final String FIX_WHEN_GONE = "check that nobody there goes without them";

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Resource> pair : differences.pairs()) {
            if (!pair.hasSameProperties()) {
                Map<String, Destination> older = outside(pair.base(), differences.base());
                Map<String, Destination> newer = outside(pair.head(), differences.head());
                older.forEach((name, each) -> {
                    if (!newer.containsKey(name)) {
                        Location there = pair.head().element().at();
                        changes.add(FACT.changed(
                                pair, each.at(), there, whenNew(each).reversed(), gone(name, each), FIX_WHEN_GONE));
                    }
                });
                newer.forEach((name, each) -> {
                    if (!older.containsKey(name)) {
                        Location there = pair.base().element().at();
                        changes.add(FACT.changed(pair, there, each.at(), whenNew(each), isNew(name, each), FIX));
                    }
                });
            }
        }
        for (Resource resource : differences.removed()) {
            outside(resource, differences.base())
                    .forEach((name, each) -> changes.add(FACT.removed(
                            resource, each.at(), whenNew(each).reversed(), gone(name, each), FIX_WHEN_GONE)));
        }
        for (Resource resource : differences.added()) {
            outside(resource, differences.head())
                    .forEach((name, each) ->
                            changes.add(FACT.added(resource, each.at(), whenNew(each), isNew(name, each), FIX)));
        }
        return changes;
    }

    /** By what and where it is, what goes out of the templates. */
    private static Map<String, Destination> outside(Resource resource, Estate estate) {
        List<Destination> all = resource instanceof Bucket bucket
                ? Destination.of(bucket)
                : resource instanceof BackupPlan plan ? Destination.of(plan) : Destination.of(resource);
        Map<String, Destination> outside = new TreeMap<>();
        all.stream()
                .filter(each -> !each.isIn(estate))
                .filter(each -> each.isForeign(resource, estate).orElse(true))
                .map(each -> each.sure(each.isForeign(resource, estate).isPresent()))
                .forEach(each -> outside.put(each.what() + " to " + each.place(), each));
        return outside;
    }

    private static Direction whenNew(Destination destination) {
        return destination.isSure() ? Direction.WEAKENED : Direction.UNDECIDED;
    }

    private static String isNew(String name, Destination destination) {
        return name + account(destination) + " are new" + doubt(destination);
    }

    private static String gone(String name, Destination destination) {
        return name + account(destination) + " are gone" + doubt(destination);
    }

    private static String account(Destination destination) {
        return destination.account().map(id -> " in account " + id).orElse("");
    }

    private static String doubt(Destination destination) {
        return destination.isSure() ? "" : ", and the templates do not tell whether that is the account of the stack";
    }
}
