package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Setting;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.IamRole;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * How long a session of a role lasts at most: stolen credentials work for as long. One hour where it is left out.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html#id_roles_update-session-duration">Maximum
 *     session duration</a>
 * @since 0.1
 */
public final class SessionDuration implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("session-duration", "sessions of roles last no longer than before", Kind.ACCESS, Severity.NOTE);
    private static final Setting<BigDecimal> SETTING = Setting.<BigDecimal>of(
                    FACT,
                    "the longest session of the role",
                    "keep sessions as short as before",
                    Comparator.reverseOrder())
            .byDefault(BigDecimal.valueOf(3600))
            .inWords(seconds -> seconds.toPlainString() + " seconds");

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        return differences.pairs(IamRole.class).stream()
                .flatMap(pair ->
                        SETTING
                                .compare(
                                        pair,
                                        pair.base().maxSessionDuration(),
                                        pair.head().maxSessionDuration())
                                .stream())
                .toList();
    }
}
