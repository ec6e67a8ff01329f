package io.github.secures3.policy.catalog;

import java.util.List;
import java.util.Optional;

/**
 * The condition keys that exist for every service, and the cross-service keys such as {@code ec2:SourceInstanceArn} that AWS lists with them.
 *
 * <p>A global key can appear in any policy, but not every request carries it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</a>
 * @since 0.1
 */
public final class GlobalConditionKeys {

    private GlobalConditionKeys() {}

    /** All of them, sorted by name whatever the letter case. */
    public static List<ConditionKey> all() {
        return Loaded.KEYS.all();
    }

    /** The key that a policy means by this name, in any letter case, {@code aws:PrincipalTag/team} included. */
    public static Optional<ConditionKey> find(String name) {
        return Loaded.KEYS.find(name);
    }

    /** Up to three names close to this one, closest first, for messages about unknown keys; empty where none is close. */
    public static List<String> suggest(String name) {
        return Loaded.KEYS.suggest(name);
    }

    /** Reads the data on first use. */
    private static final class Loaded {
        static final ConditionKeys KEYS = CatalogReader.readConditionKeys("global.tsv");
    }
}
