package io.github.secures3.analysis.evaluate;

import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Effect;
import org.jspecify.annotations.Nullable;

/**
 * A statement that nearly matched: it speaks of the action but something else fails, or the action alone fails.
 *
 * @param policy the number of its document within the layer, from 0
 * @param index the number of the statement within its document, from 0
 * @param sid its Sid, or null
 * @param effect its effect
 * @param origin where it stands, or its document, or null
 * @param failed the first part that fails
 * @param condition the condition that fails, where the part is the condition, else null
 * @since 0.1
 */
public record NearMiss(
        int policy,
        int index,
        @Nullable String sid,
        Effect effect,
        @Nullable PolicyOrigin origin,
        StatementMatch.Part failed,
        @Nullable Condition condition) {

    /** What fails, in words: {@code resource}, or {@code condition StringEquals aws:SourceVpce}. */
    public String reason() {
        Condition which = condition;
        return which == null ? failed.text() : "condition " + which.operator().text() + " " + which.key();
    }
}
