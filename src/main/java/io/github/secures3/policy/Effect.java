package io.github.secures3.policy;

import java.util.Optional;

/**
 * What a matching statement does.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html">Effect</a>
 * @since 0.1
 */
public enum Effect {
    /** Grants the request, unless some other statement denies it. */
    ALLOW("Allow"),
    /** Refuses the request, whatever other statements allow. */
    DENY("Deny");

    private final String text;

    Effect(String text) {
        this.text = text;
    }

    /** The word as a policy spells it. */
    public String text() {
        return text;
    }

    /** The effect that a policy spells this way; the spelling is case-sensitive, as AWS states. */
    public static Optional<Effect> of(String text) {
        for (Effect effect : values()) {
            if (effect.text.equals(text)) {
                return Optional.of(effect);
            }
        }
        return Optional.empty();
    }
}
