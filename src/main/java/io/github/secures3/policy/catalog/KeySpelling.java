package io.github.secures3.policy.catalog;

import java.util.Optional;

/**
 * Spells condition keys as AWS does: {@code s3:tlsversion} is {@code s3:TlsVersion}.
 *
 * <p>Letter case does not matter to AWS, but it does to readers.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html">Condition</a>
 * @since 0.1
 */
public final class KeySpelling {

    private KeySpelling() {}

    /** The key in AWS's spelling; as it stands where no catalog knows it. What a policy chooses, such as a tag key, stays as it stands. */
    public static String of(String key) {
        return GlobalConditionKeys.find(key)
                .or(() -> ofService(key))
                .map(known -> known.spelled(key))
                .orElse(key);
    }

    private static Optional<ConditionKey> ofService(String key) {
        int colon = key.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : ServiceCatalog.of(key.substring(0, colon)).flatMap(service -> service.conditionKey(key));
    }
}
