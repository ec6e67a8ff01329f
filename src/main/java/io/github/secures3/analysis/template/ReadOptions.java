package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.Acknowledgement;
import io.github.secures3.analysis.model.Estate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a reader knows besides the templates.
 *
 * @param parameters values of template parameters, by name, or by {@code stack.name} for one stack alone, which wins
 * @param account the account of stacks that are not bound to one, or null where it is unknown
 * @param region the Region of stacks that are not bound to one, or null where it is unknown
 * @param partition the partition of stacks whose Region is unknown, or null where that is unknown too
 * @param assumeDefaults whether a parameter without a value has its default; each is listed among the estate's assumptions
 * @param acknowledged what was acknowledged on constructs around stacks, such as the app and its stages, by construct path; an assembly has
 *     only what stands in stacks
 * @since 0.1
 */
public record ReadOptions(
        Map<String, String> parameters,
        @Nullable String account,
        @Nullable String region,
        @Nullable String partition,
        boolean assumeDefaults,
        Map<String, List<Acknowledgement>> acknowledged) {

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z0-9]+)+");

    private static final int MOST_LISTED = 12;

    /** Copies the maps. */
    public ReadOptions {
        parameters = Map.copyOf(parameters);
        acknowledged = Map.copyOf(acknowledged);
    }

    /** No parameter values, account and Region unknown, the partition {@code aws}, parameters at their defaults. */
    public static ReadOptions defaults() {
        return new ReadOptions(Map.of(), null, null, "aws", true, Map.of());
    }

    /** These options with parameter values in place of those before. */
    public ReadOptions withParameters(Map<String, String> values) {
        return new ReadOptions(values, account, region, partition, assumeDefaults, acknowledged);
    }

    /**
     * These options with an account and a Region for stacks that are not bound to one.
     *
     * @param inAccount its 12 digits, such as {@code 111122223333}
     * @param inRegion such as {@code eu-west-1}
     * @throws IllegalArgumentException if one is none
     */
    public ReadOptions withEnvironment(String inAccount, String inRegion) {
        if (!ACCOUNT.matcher(inAccount).matches()) {
            throw new IllegalArgumentException("'" + inAccount + "' is no account id; give its 12 digits");
        }
        if (!REGION.matcher(inRegion).matches()) {
            throw new IllegalArgumentException("'" + inRegion + "' is no Region; write it as eu-west-1");
        }
        return new ReadOptions(parameters, inAccount, inRegion, partition, assumeDefaults, acknowledged);
    }

    /**
     * Requires every parameter that has a value here to be one of the templates: a value for a misspelt one is a value for none.
     *
     * @throws IllegalArgumentException if one is not, naming those that there are
     */
    public void requireDeclaredIn(Estate estate) {
        List<String> declared = estate.stacks().stream()
                .flatMap(stack -> stack.parameters().stream()
                        .flatMap(name -> stack.parent() == null
                                ? Stream.of(name, stack.id() + "." + name)
                                : Stream.of(stack.id() + "." + name)))
                .distinct()
                .toList();
        for (String given : parameters.keySet()) {
            if (!declared.contains(given)) {
                throw new IllegalArgumentException("'" + given + "' is no parameter of the templates; they have "
                        + (declared.isEmpty()
                                ? "none"
                                : declared.stream().limit(MOST_LISTED).collect(Collectors.joining(", "))));
            }
        }
    }

    /** These options with every parameter unknown that has no value given. */
    public ReadOptions withoutDefaults() {
        return new ReadOptions(parameters, account, region, partition, false, acknowledged);
    }

    /** These options with the partition unknown wherever the Region is. */
    public ReadOptions withoutPartition() {
        return new ReadOptions(parameters, account, region, null, assumeDefaults, acknowledged);
    }

    /** These options with what was acknowledged on constructs around stacks, by construct path. */
    public ReadOptions withAcknowledged(Map<String, List<Acknowledgement>> around) {
        return new ReadOptions(parameters, account, region, partition, assumeDefaults, around);
    }
}
