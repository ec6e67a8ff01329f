package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Items;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.CorsRule;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Which pages of other origins a browser lets read or write objects.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html">CORS</a>
 * @since 0.1
 */
public final class CrossOrigin implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("cors", "no origin may use further methods", Kind.ACCESS, Severity.WARNING);
    private static final Items<String> ITEMS = Items.ofAccess(
            FACT,
            "cross-origin access",
            text -> text,
            "name the origins and methods that your pages need, and no others");

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Bucket> pair : differences.pairs(Bucket.class)) {
            if (!pair.hasSame("CorsConfiguration")) {
                changes.addAll(ITEMS.compare(pair, accesses(pair.base()), accesses(pair.head())));
            }
        }
        return changes;
    }

    /** Each method from each origin. */
    private static Value<List<String>> accesses(Bucket bucket) {
        return bucket.cors().part(rules -> {
            TreeSet<String> all = new TreeSet<>();
            for (CorsRule rule : rules) {
                if (rule.allowedOrigins().isUnknown() || rule.allowedMethods().isUnknown()) {
                    return rule.allowedOrigins().isUnknown()
                            ? rule.allowedOrigins().part(never -> Value.absent())
                            : rule.allowedMethods().part(never -> Value.absent());
                }
                for (Value<String> origin : rule.allowedOrigins().known().orElse(List.of())) {
                    for (Value<String> method : rule.allowedMethods().known().orElse(List.of())) {
                        all.add("of " + method.asText().orElse("") + " from "
                                + origin.asText().orElse(""));
                    }
                }
            }
            return new Value.Known<>(List.copyOf(all), bucket.cors().place().orElseThrow());
        });
    }
}
