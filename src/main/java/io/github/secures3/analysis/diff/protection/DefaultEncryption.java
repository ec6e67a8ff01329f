package io.github.secures3.analysis.diff.protection;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.diff.difference.Setting;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The algorithm that encrypts objects by default, of general purpose, directory, table and vector buckets: S3 managed keys, KMS keys, or two
 * layers with KMS keys. Objects that are there stay encrypted as they are. Who can newly read without the key, {@code diff.bucket-access} tells.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html">Default encryption</a>
 * @since 0.1
 */
public final class DefaultEncryption implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("encryption", "default encryption stays as strong as it was", Kind.PROTECTION, Severity.WARNING);
    private static final String WITHOUT_KEY = ", so that reading what is written from now on no longer needs the key";
    private static final String WITH_KEY = ", so that reading what is written from now on needs the key, too";
    private static final Setting<String> SETTING = Setting.<String>of(
                    FACT,
                    "default encryption",
                    "encrypt with a KMS key again, so that reading needs the key too",
                    Comparator.comparing(List.of("AES256", "aws:kms", "aws:kms:dsse")::indexOf))
            .byDefault("AES256");

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        return differences.pairs().stream()
                .filter(pair -> EncryptionRules.has(pair.base()))
                .flatMap(pair -> change(pair).stream())
                .toList();
    }

    private static Optional<Change> change(Pair<Resource> pair) {
        Value<String> base = EncryptionRules.algorithm(pair.base());
        Value<String> head = EncryptionRules.algorithm(pair.head());
        boolean goes = EncryptionRules.isKms(pair.base()) && !EncryptionRules.isKms(pair.head());
        boolean comes = !EncryptionRules.isKms(pair.base()) && EncryptionRules.isKms(pair.head());
        return SETTING.compare(pair, base, head).map(change -> switch (change.direction()) {
            case WEAKENED -> goes ? change.saying(WITHOUT_KEY) : change;
            case STRENGTHENED -> comes ? change.saying(WITH_KEY) : change;
            case UNDECIDED, NEUTRAL -> change;
        });
    }
}
