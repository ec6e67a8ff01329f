package io.github.secures3.analysis.diff.protection;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Items;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Inventory;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Inventories of a bucket: the regular lists of what is in it, by which somebody notices what is missing. One that is not enabled counts as none.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory.html">S3 Inventory</a>
 * @since 0.1
 */
public final class Inventories implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("inventory", "inventories go on being made", Kind.PROTECTION, Severity.WARNING);
    private static final Items<Inventory> ITEMS =
            Items.ofProtection(FACT, "inventory", Inventories::text, "make the inventory again");

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Bucket> pair : differences.pairs(Bucket.class)) {
            if (!pair.hasSame("InventoryConfigurations")) {
                changes.addAll(ITEMS.compare(pair, made(pair.base()), made(pair.head())));
            }
        }
        return changes;
    }

    private static Value<List<Inventory>> made(Bucket bucket) {
        return bucket.inventories()
                .part(list -> new Value.Known<>(
                        list.stream()
                                .filter(inventory -> !inventory.enabled().isSurely(on -> !on))
                                .toList(),
                        bucket.inventories().place().orElseThrow()));
    }

    private static String text(Inventory inventory) {
        return inventory.id().asText().orElse("") + ", "
                + inventory.frequency().asText().orElse("") + " of "
                + inventory.includedVersions().asText().orElse("") + " versions, to "
                + inventory.destination().asText().orElse("")
                + (inventory.enabled().isUnknown()
                        ? ", if " + inventory.enabled().asText().orElse("")
                        : "");
    }
}
