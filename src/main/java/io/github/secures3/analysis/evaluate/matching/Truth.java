package io.github.secures3.analysis.evaluate.matching;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * True, false, or unknown for stated reasons: Kleene's three-valued logic.
 *
 * <p>{@code and} with a false side is false and {@code or} with a true side is true, whatever the other side is; a reason survives only
 * where it could change the answer.
 *
 * @since 0.1
 */
public final class Truth {

    /** It holds. */
    public static final Truth TRUE = new Truth(List.of());
    /** It does not hold. */
    public static final Truth FALSE = new Truth(List.of());

    /** More reasons than this help nobody, and a hostile policy could pile them up. */
    private static final int MOST_REASONS = 16;

    private final List<String> reasons;

    private Truth(List<String> reasons) {
        this.reasons = reasons;
    }

    /** True or false. */
    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** Unknown for this reason, such as {@code the context key aws:SourceVpce is not given}. */
    public static Truth unknown(String reason) {
        return new Truth(List.of(reason));
    }

    /** Whether it holds for certain. */
    public boolean isTrue() {
        return this == TRUE;
    }

    /** Whether it fails for certain. */
    public boolean isFalse() {
        return this == FALSE;
    }

    /** Whether neither is certain. */
    public boolean isUnknown() {
        return this != TRUE && this != FALSE;
    }

    /** Why it is unknown, in the order of discovery, at most sixteen; empty where it is known. */
    public List<String> reasons() {
        return reasons;
    }

    /** Both hold. */
    public Truth and(Truth other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        if (this == TRUE) {
            return other;
        }
        return other == TRUE ? this : merge(other);
    }

    /** At least one holds. */
    public Truth or(Truth other) {
        if (this == TRUE || other == TRUE) {
            return TRUE;
        }
        if (this == FALSE) {
            return other;
        }
        return other == FALSE ? this : merge(other);
    }

    /** The opposite. */
    public Truth not() {
        if (this == TRUE) {
            return FALSE;
        }
        return this == FALSE ? TRUE : this;
    }

    private Truth merge(Truth other) {
        if (reasons.size() >= MOST_REASONS || reasons.equals(other.reasons)) {
            return this;
        }
        Set<String> all = new LinkedHashSet<>(reasons);
        all.addAll(other.reasons);
        return new Truth(all.stream().limit(MOST_REASONS).toList());
    }

    @Override
    public String toString() {
        if (isUnknown()) {
            return "UNKNOWN" + reasons;
        }
        return isTrue() ? "TRUE" : "FALSE";
    }
}
