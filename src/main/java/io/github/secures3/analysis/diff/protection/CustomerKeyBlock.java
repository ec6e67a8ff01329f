package io.github.secures3.analysis.diff.protection;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Setting;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.BucketEncryption;
import io.github.secures3.analysis.model.Value;
import java.util.Comparator;
import java.util.List;

/**
 * Whether the bucket refuses encryption with keys that requests bring along (SSE-C). Left out, it is what S3 has for the account, which is less
 * than refused and more than allowed.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/blocking-unblocking-s3-c-encryption-gpb.html">Blocking SSE-C</a>
 * @since 0.1
 */
public final class CustomerKeyBlock implements DiffEvaluator {

    private static final String REFUSED = "refused";
    private static final String UP_TO_S3 = "up to S3";
    private static final String ALLOWED = "allowed";
    private static final Fact FACT = Fact.of(
            "sse-c-block", "encryption with customer-provided keys stays refused", Kind.PROTECTION, Severity.WARNING);
    private static final Setting<String> SETTING = Setting.<String>of(
                    FACT,
                    "encryption with customer-provided keys",
                    "list SSE-C under BlockedEncryptionTypes, so that nobody can lock the data with a key that only"
                            + " they have",
                    Comparator.comparing(List.of(ALLOWED, UP_TO_S3, REFUSED)::indexOf))
            .byDefault(UP_TO_S3);

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        return differences.pairs(Bucket.class).stream()
                .flatMap(pair -> SETTING.compare(pair, block(pair.base()), block(pair.head())).stream())
                .toList();
    }

    private static Value<String> block(Bucket bucket) {
        Value<List<Value<String>>> types = EncryptionRules.of(bucket).part(BucketEncryption::blockedTypes);
        return types.part(list -> {
            boolean refused = list.stream().anyMatch(type -> type.isSurely("SSE-C"::equals));
            if (refused) {
                return new Value.Known<>(REFUSED, types.place().orElseThrow());
            }
            return list.stream()
                    .filter(Value::isUnknown)
                    .findFirst()
                    .orElseGet(() -> new Value.Known<>(ALLOWED, types.place().orElseThrow()));
        });
    }
}
