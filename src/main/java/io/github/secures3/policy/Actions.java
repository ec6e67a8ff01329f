package io.github.secures3.policy;

import java.util.Arrays;
import java.util.List;

/**
 * The {@code Action} or {@code NotAction} element of a statement.
 *
 * @param negated true for {@code NotAction}
 * @param patterns what the element lists, in its order: a service prefix and a name such as {@code s3:GetObject}, wildcards allowed; case does not matter
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html">Action</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html">NotAction</a>
 * @since 0.1
 */
public record Actions(boolean negated, List<String> patterns) {

    /** Copies the patterns. */
    public Actions {
        patterns = List.copyOf(patterns);
    }

    /** {@code Action} with these patterns. */
    public static Actions of(String... patterns) {
        return of(Arrays.asList(patterns));
    }

    /** {@code Action} with these patterns. */
    public static Actions of(List<String> patterns) {
        return new Actions(false, patterns);
    }

    /** {@code NotAction} with these patterns: all but them. */
    public static Actions allExcept(String... patterns) {
        return allExcept(Arrays.asList(patterns));
    }

    /** {@code NotAction} with these patterns: all but them. */
    public static Actions allExcept(List<String> patterns) {
        return new Actions(true, patterns);
    }
}
