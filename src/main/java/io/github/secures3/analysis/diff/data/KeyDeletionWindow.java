package io.github.secures3.analysis.diff.data;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Setting;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.KmsKey;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * How long a KMS key that is deleted can still be saved. 30 days where the template leaves it out.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html">Deleting keys</a>
 * @since 0.1
 */
public final class KeyDeletionWindow implements DiffEvaluator {

    private static final Fact FACT = Fact.of(
            "key-deletion-window",
            "keys wait as long as before until they are deleted",
            Kind.DATA_AT_RISK,
            Severity.WARNING);
    private static final Setting<BigDecimal> SETTING = Setting.<BigDecimal>of(
                    FACT,
                    "the waiting period before the key is deleted",
                    "wait as long as before; nothing that the key encrypts can be read without it",
                    Comparator.naturalOrder())
            .byDefault(BigDecimal.valueOf(30))
            .inWords(days -> days.toPlainString() + " days");

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        return differences.pairs(KmsKey.class).stream()
                .flatMap(pair ->
                        SETTING
                                .compare(
                                        pair,
                                        pair.base().pendingWindowInDays(),
                                        pair.head().pendingWindowInDays())
                                .stream())
                .toList();
    }
}
