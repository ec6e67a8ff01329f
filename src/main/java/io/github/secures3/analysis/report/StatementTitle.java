package io.github.secures3.analysis.report;

import io.github.secures3.analysis.evaluate.PolicyOrigin;
import io.github.secures3.analysis.evaluate.StatementTrace;
import io.github.secures3.policy.Effect;
import org.jspecify.annotations.Nullable;

/** A statement in words: its effect, its Sid or number, and where it stands. */
final class StatementTitle {

    private StatementTitle() {}

    static String of(StatementTrace statement) {
        return of(statement.effect(), statement.sid(), statement.index(), statement.origin());
    }

    static String of(Effect effect, @Nullable String sid, int index, @Nullable PolicyOrigin origin) {
        return effect.text() + " " + (sid == null || sid.isEmpty() ? "statement " + index : sid) + place(origin);
    }

    private static String place(@Nullable PolicyOrigin origin) {
        if (origin == null) {
            return "";
        }
        String id = origin.logicalId();
        String line = origin.line() > 0 ? ":" + origin.line() : "";
        return " of " + (id == null ? "" : id + " ") + "(" + origin.file() + line + ")";
    }
}
