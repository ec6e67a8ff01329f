package io.github.secures3.analysis.diff.protection;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.diff.difference.Setting;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.BackupVault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The lock of a backup vault: how long backups are kept at least and at most, and after how many days nobody can lift it. Without such a number a
 * privileged user can lift it at any time.
 *
 * @see <a href="https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html">AWS Backup Vault Lock</a>
 * @since 0.1
 */
public final class BackupVaultLock implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("backup-vault-lock", "backup vaults stay locked as they were", Kind.PROTECTION, Severity.ERROR);
    private static final String FIX = "lock the vault as before, so that backups outlive whoever wants to delete them";
    private static final BigDecimal ANY = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final Setting<BigDecimal> MINIMUM =
            days("the shortest retention that the vault takes").byDefault(BigDecimal.ZERO);
    private static final Setting<BigDecimal> MAXIMUM = Setting.<BigDecimal>indifferent(
                    FACT, "the longest retention that the vault takes", FIX)
            .byDefault(ANY)
            .inWords(days -> days.compareTo(ANY) == 0 ? "any" : words(days));
    private static final Setting<BigDecimal> FINAL = Setting.<BigDecimal>of(
                    FACT, "the time until the lock is final", FIX, Comparator.reverseOrder())
            .inWords(BackupVaultLock::words);

    private static Setting<BigDecimal> days(String name) {
        return Setting.<BigDecimal>of(FACT, name, FIX, Comparator.naturalOrder())
                .inWords(BackupVaultLock::words);
    }

    private static String words(BigDecimal days) {
        return days.toPlainString() + " days";
    }

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<BackupVault> pair : differences.pairs(BackupVault.class)) {
            BackupVault base = pair.base();
            BackupVault head = pair.head();
            MINIMUM.compare(pair, base.minRetentionDays(), head.minRetentionDays())
                    .ifPresent(changes::add);
            MAXIMUM.compare(pair, base.maxRetentionDays(), head.maxRetentionDays())
                    .ifPresent(changes::add);
            FINAL.compare(pair, base.changeableForDays(), head.changeableForDays())
                    .ifPresent(changes::add);
        }
        return changes;
    }
}
