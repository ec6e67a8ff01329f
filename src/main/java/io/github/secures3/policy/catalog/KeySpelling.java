package io.github.secures3.policy.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    private static final int MOST_SUGGESTIONS = 3;

    private KeySpelling() {}

    /** The key in AWS's spelling; as it stands where no catalog knows it. What a policy chooses, such as a tag key, stays as it stands. */
    public static String of(String key) {
        return GlobalConditionKeys.find(key)
                .or(() -> ofService(key))
                .map(known -> known.spelled(key))
                .orElse(key);
    }

    /** Whether no catalog knows the key, although it would have to. Keys of services without a catalog are not judged. */
    public static boolean isUnknown(String key) {
        if (GlobalConditionKeys.find(key).isPresent()) {
            return false;
        }
        int colon = key.indexOf(':');
        String prefix = colon < 0 ? "" : key.substring(0, colon).toLowerCase(Locale.ROOT);
        return ServiceCatalog.of(prefix)
                .map(known -> known.conditionKey(key).isEmpty())
                .orElse(prefix.isEmpty() || prefix.equals("aws"));
    }

    /** At most three keys that are spelled nearly so. */
    public static List<String> closestTo(String key) {
        int colon = key.indexOf(':');
        List<String> close = new ArrayList<>(GlobalConditionKeys.suggest(key));
        ServiceCatalog.of(colon < 0 ? "" : key.substring(0, colon))
                .ifPresent(service -> close.addAll(service.suggestConditionKey(key)));
        return close.stream().distinct().limit(MOST_SUGGESTIONS).toList();
    }

    private static Optional<ConditionKey> ofService(String key) {
        int colon = key.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : ServiceCatalog.of(key.substring(0, colon)).flatMap(service -> service.conditionKey(key));
    }
}
