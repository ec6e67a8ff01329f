package io.github.secures3.analysis.diff.protection;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.diff.difference.Setting;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.ObjectLock;
import io.github.secures3.analysis.model.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How long and how firmly objects are locked when they come without a retention of their own. A year counts as 365 days. Governance mode, which
 * privileged users can bypass, is weaker than compliance mode.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html">Object Lock</a>
 * @since 0.1
 */
public final class DefaultRetention implements DiffEvaluator {

    private static final Fact FACT = Fact.of(
            "object-lock-retention",
            "default retention stays as long and as strict as it was",
            Kind.PROTECTION,
            Severity.ERROR);
    private static final Setting<String> MODE = Setting.of(
            FACT,
            "the mode of default retention",
            "set the stronger mode again; objects that are written meanwhile have the weaker one",
            Comparator.comparing(List.of("GOVERNANCE", "COMPLIANCE")::indexOf));
    private static final Setting<BigDecimal> PERIOD = Setting.<BigDecimal>of(
                    FACT,
                    "default retention",
                    "set the longer period again; objects that are written meanwhile have the shorter one",
                    Comparator.naturalOrder())
            .inWords(days -> days.toPlainString() + " days");
    private static final BigDecimal DAYS_OF_A_YEAR = BigDecimal.valueOf(365);

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Bucket> pair : differences.pairs(Bucket.class)) {
            ObjectLock base = pair.base().objectLock();
            ObjectLock head = pair.head().objectLock();
            PERIOD.compare(pair, period(base), period(head)).ifPresent(changes::add);
            // Where there is no retention, or was none, the period says it all.
            if (!base.mode().isAbsent() && !head.mode().isAbsent()) {
                MODE.compare(pair, base.mode(), head.mode()).ifPresent(changes::add);
            }
        }
        return changes;
    }

    private static Value<BigDecimal> period(ObjectLock lock) {
        if (!lock.days().isAbsent()) {
            return lock.days();
        }
        Value<BigDecimal> years = lock.years();
        return years.part(number ->
                new Value.Known<>(number.multiply(DAYS_OF_A_YEAR), years.place().orElseThrow()));
    }
}
