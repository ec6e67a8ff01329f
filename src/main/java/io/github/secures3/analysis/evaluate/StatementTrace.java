package io.github.secures3.analysis.evaluate;

import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.policy.Effect;
import org.jspecify.annotations.Nullable;

/**
 * A statement that matched a request, or may match it.
 *
 * @param policy the number of its document within the layer, from 0
 * @param index the number of the statement within its document, from 0
 * @param sid its Sid, or null
 * @param effect its effect
 * @param origin where it stands, or its document, or null
 * @param matched true, or unknown with the reasons
 * @since 0.1
 */
public record StatementTrace(
        int policy,
        int index,
        @Nullable String sid,
        Effect effect,
        @Nullable PolicyOrigin origin,
        Truth matched) {

    /** The statement in words: its Sid in quotes, or its number. */
    public String title() {
        String name = sid;
        return name == null || name.isEmpty() ? "statement " + index : "statement \"" + name + "\"";
    }
}
