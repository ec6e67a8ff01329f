package io.github.secures3.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The {@code Condition} element of a statement: its lines, all of which must hold.
 *
 * @param all the lines in their order; none where the statement has no condition
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html">Condition</a>
 * @since 0.1
 */
public record Conditions(List<Condition> all) {

    private static final Conditions NONE = new Conditions(List.of());

    /**
     * Copies the lines.
     *
     * @throws IllegalArgumentException if the same operator tests the same key twice: JSON cannot say that, one line would be lost
     */
    public Conditions {
        all = List.copyOf(all);
        Set<String> seen = new HashSet<>();
        for (Condition condition : all) {
            if (!seen.add(condition.operator().text() + " " + condition.key().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "the condition " + condition.operator().text() + " on " + condition.key()
                                + " stands twice; list its values in one, or split the statement");
            }
        }
    }

    /** No condition. */
    public static Conditions none() {
        return NONE;
    }

    /** These lines. */
    public static Conditions of(Condition... all) {
        return new Conditions(Arrays.asList(all));
    }

    /** These lines and one more. */
    public Conditions and(Condition more) {
        List<Condition> lines = new ArrayList<>(all);
        lines.add(more);
        return new Conditions(lines);
    }

    /** Whether there is no line. */
    public boolean isEmpty() {
        return all.isEmpty();
    }
}
