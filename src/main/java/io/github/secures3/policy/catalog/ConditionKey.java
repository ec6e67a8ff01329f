package io.github.secures3.policy.catalog;

import java.util.List;

/**
 * A condition key as AWS documents it.
 *
 * <p>A name can leave one part open, as {@code ${TagKey}} or {@code <key>}, for the policy to choose, such as the tag key in
 * {@code aws:ResourceTag/${TagKey}}.
 *
 * @param name the key in AWS's spelling
 * @param types what its values are, usually one type; {@code aws:EpochTime} is read as a date or as a number
 * @param multivalued whether a request can hold several values, so that a condition needs {@code ForAllValues} or {@code ForAnyValue}
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">
 *     Single-valued and multivalued context keys</a>
 * @since 0.1
 */
public record ConditionKey(String name, List<ConditionKeyType> types, boolean multivalued) {

    /**
     * Copies the types.
     *
     * @throws IllegalArgumentException if there is no type
     */
    public ConditionKey {
        types = List.copyOf(types);
        if (types.isEmpty()) {
            throw new IllegalArgumentException("condition key '" + name + "' has no type; give one or more");
        }
    }

    /** The type that AWS names first. */
    public ConditionKeyType type() {
        return types.get(0);
    }

    /** Whether the name leaves a part open. */
    public boolean isTemplate() {
        return opening() >= 0;
    }

    /**
     * Whether a policy that writes this name means this key: letter case does not matter, and one or more characters stand for the open part.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html">Condition</a>
     */
    public boolean matches(String written) {
        int opening = opening();
        if (opening < 0) {
            return name.equalsIgnoreCase(written);
        }
        int rest = name.length() - closing() - 1;
        return written.length() > opening + rest
                && written.regionMatches(true, 0, name, 0, opening)
                && written.regionMatches(true, written.length() - rest, name, name.length() - rest, rest);
    }

    /** The name in AWS's spelling with what a policy writes for the open part; a name that does not match comes back as it is. */
    String spelled(String written) {
        int opening = opening();
        if (!matches(written)) {
            return written;
        }
        String rest = opening < 0 ? "" : name.substring(closing() + 1);
        return opening < 0
                ? name
                : name.substring(0, opening) + written.substring(opening, written.length() - rest.length()) + rest;
    }

    private int opening() {
        int variable = name.indexOf("${");
        return variable >= 0 ? variable : name.indexOf('<');
    }

    private int closing() {
        int brace = name.indexOf('}');
        return brace >= 0 ? brace : name.indexOf('>');
    }
}
