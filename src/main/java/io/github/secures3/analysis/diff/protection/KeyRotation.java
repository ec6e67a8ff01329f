package io.github.secures3.analysis.diff.protection;

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
 * Whether the material of a KMS key rotates by itself.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html">Rotating keys</a>
 * @since 0.1
 */
public final class KeyRotation implements DiffEvaluator {

    private static final Fact FACT = Fact.of("key-rotation", "keys go on rotating", Kind.PROTECTION, Severity.WARNING);
    private static final Setting<Boolean> SETTING = Setting.<Boolean>of(
                    FACT, "rotation of the key", "enable EnableKeyRotation again", Comparator.naturalOrder())
            .byDefault(false)
            .inWords(on -> on ? "on" : "off");

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        return differences.pairs(KmsKey.class).stream()
                .flatMap(pair -> SETTING
                        .compare(pair, pair.base().rotation(), pair.head().rotation())
                        .stream())
                .toList();
    }
}
