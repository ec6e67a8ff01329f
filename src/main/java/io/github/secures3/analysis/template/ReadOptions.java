package io.github.secures3.analysis.template;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a reader knows besides the templates.
 *
 * @param parameters values of template parameters, by name, or by {@code stack.name} for one stack alone, which wins
 * @param account the account of stacks that are not bound to one, or null where it is unknown
 * @param region the Region of stacks that are not bound to one, or null where it is unknown
 * @param partition the partition of stacks whose Region is unknown, or null where that is unknown too
 * @param assumeDefaults whether a parameter without a value has its default; each is listed among the estate's assumptions
 * @since 0.1
 */
public record ReadOptions(
        Map<String, String> parameters,
        @Nullable String account,
        @Nullable String region,
        @Nullable String partition,
        boolean assumeDefaults) {

    /** Copies the parameters. */
    public ReadOptions {
        parameters = Map.copyOf(parameters);
    }

    /** No parameter values, account and Region unknown, the partition {@code aws}, parameters at their defaults. */
    public static ReadOptions defaults() {
        return new ReadOptions(Map.of(), null, null, "aws", true);
    }

    /** These options with parameter values in place of those before. */
    public ReadOptions withParameters(Map<String, String> values) {
        return new ReadOptions(values, account, region, partition, assumeDefaults);
    }

    /** These options with an account and a Region for stacks that are not bound to one. */
    public ReadOptions withEnvironment(String inAccount, String inRegion) {
        Objects.requireNonNull(inAccount, "inAccount");
        Objects.requireNonNull(inRegion, "inRegion");
        return new ReadOptions(parameters, inAccount, inRegion, partition, assumeDefaults);
    }

    /** These options with every parameter unknown that has no value given. */
    public ReadOptions withoutDefaults() {
        return new ReadOptions(parameters, account, region, partition, false);
    }

    /** These options with the partition unknown wherever the Region is. */
    public ReadOptions withoutPartition() {
        return new ReadOptions(parameters, account, region, null, assumeDefaults);
    }
}
