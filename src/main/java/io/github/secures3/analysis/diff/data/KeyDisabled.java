package io.github.secures3.analysis.diff.data;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Setting;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.KmsKey;
import java.util.Comparator;
import java.util.List;

/**
 * Whether a KMS key can be used. What a disabled key encrypts can be read by nobody.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html">Enabling and disabling keys</a>
 * @since 0.1
 */
public final class KeyDisabled implements DiffEvaluator {

    private static final Fact FACT = Fact.of("key-disabled", "keys stay enabled", Kind.DATA_AT_RISK, Severity.ERROR);
    private static final Setting<Boolean> SETTING = Setting.<Boolean>of(
                    FACT,
                    "the key",
                    "enable the key again, or move what it encrypts to another key first",
                    Comparator.naturalOrder())
            .byDefault(true)
            .inWords(on -> on ? "enabled" : "disabled");

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        return differences.pairs(KmsKey.class).stream()
                .flatMap(pair ->
                        SETTING.compare(pair, pair.base().enabled(), pair.head().enabled()).stream())
                .toList();
    }
}
