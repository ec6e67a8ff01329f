package io.github.secures3.analysis.rules;

import java.util.List;
import java.util.Objects;

/**
 * A control about S3 that no rule covers, and why: a template cannot show it.
 *
 * @param control the control
 * @param reason why no rule covers it, without a full stop
 * @since 0.1
 */
public record UncoveredControl(Control control, String reason) {

    private static final List<UncoveredControl> ALL = TabSeparated.read("uncovered-controls.tsv").stream()
            .map(fields ->
                    new UncoveredControl(new Control(Framework.valueOf(fields.get(0)), fields.get(1)), fields.get(2)))
            .toList();

    /** Checks that nothing is missing. */
    public UncoveredControl {
        Objects.requireNonNull(control, "control");
        Objects.requireNonNull(reason, "reason");
    }

    /** All of them, by catalog. */
    public static List<UncoveredControl> all() {
        return ALL;
    }
}
