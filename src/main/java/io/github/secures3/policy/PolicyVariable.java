package io.github.secures3.policy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A variable that AWS replaces by a value of the request, such as {@code ${aws:PrincipalTag/team, 'none'}}.
 *
 * @param key the condition key whose value is filled in
 * @param defaultValue what stands there when the request lacks the key, or null
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Variables and tags</a>
 * @since 0.1
 */
public record PolicyVariable(String key, @Nullable String defaultValue) {

    /** Checks that the key is there. */
    public PolicyVariable {
        Objects.requireNonNull(key, "key");
    }

    /** The variable written with this between its braces. */
    static PolicyVariable parse(String inside) {
        int comma = inside.indexOf(',');
        if (comma < 0) {
            return new PolicyVariable(inside.trim(), null);
        }
        String value = inside.substring(comma + 1).trim();
        boolean quoted = value.length() >= 2 && value.startsWith("'") && value.endsWith("'");
        return new PolicyVariable(
                inside.substring(0, comma).trim(), quoted ? value.substring(1, value.length() - 1) : value);
    }

    /** The variable as a policy spells it. */
    public String text() {
        String fallback = defaultValue;
        return fallback == null ? "${" + key + "}" : "${" + key + ", '" + fallback + "'}";
    }
}
