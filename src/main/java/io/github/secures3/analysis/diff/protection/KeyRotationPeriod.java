package io.github.secures3.analysis.diff.protection;

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
 * How often the material of a KMS key rotates, where it does so in both versions. Once a year where the template leaves it out.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html">Rotating keys</a>
 * @since 0.1
 */
public final class KeyRotationPeriod implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("key-rotation-period", "keys rotate as often as before", Kind.PROTECTION, Severity.NOTE);
    private static final Setting<BigDecimal> SETTING = Setting.<BigDecimal>of(
                    FACT, "the rotation period of the key", "rotate as often as before", Comparator.reverseOrder())
            .byDefault(BigDecimal.valueOf(365))
            .inWords(days -> days.toPlainString() + " days");

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        return differences.pairs(KmsKey.class).stream()
                .filter(pair -> pair.base().rotation().mayBe(on -> on)
                        && pair.head().rotation().mayBe(on -> on))
                .flatMap(pair ->
                        SETTING
                                .compare(
                                        pair,
                                        pair.base().rotationPeriodInDays(),
                                        pair.head().rotationPeriodInDays())
                                .stream())
                .toList();
    }
}
