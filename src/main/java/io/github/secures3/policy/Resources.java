package io.github.secures3.policy;

import java.util.Arrays;
import java.util.List;

/**
 * The {@code Resource} or {@code NotResource} element of a statement.
 *
 * @param negated true for {@code NotResource}
 * @param patterns what the element lists, in its order: ARNs, wildcards and policy variables allowed; case matters
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Resource</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html">NotResource</a>
 * @since 0.1
 */
public record Resources(boolean negated, List<String> patterns) {

    /** Copies the patterns. */
    public Resources {
        patterns = List.copyOf(patterns);
    }

    /** {@code Resource} with these patterns. */
    public static Resources of(String... patterns) {
        return of(Arrays.asList(patterns));
    }

    /** {@code Resource} with these patterns. */
    public static Resources of(List<String> patterns) {
        return new Resources(false, patterns);
    }

    /** {@code NotResource} with these patterns: all but them. */
    public static Resources allExcept(String... patterns) {
        return allExcept(Arrays.asList(patterns));
    }

    /** {@code NotResource} with these patterns: all but them. */
    public static Resources allExcept(List<String> patterns) {
        return new Resources(true, patterns);
    }
}
