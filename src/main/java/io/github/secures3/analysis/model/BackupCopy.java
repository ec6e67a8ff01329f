package io.github.secures3.analysis.model;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A copy that a rule of a backup plan makes of its backups.
 *
 * @param vault the ARN of the vault that receives it
 * @param deleteAfterDays when it is deleted
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-backup-backupplan-copyactionresourcetype.html">CopyActionResourceType</a>
 * @since 0.1
 */
public record BackupCopy(Value<String> vault, Value<BigDecimal> deleteAfterDays) {

    /** Checks that nothing is missing. */
    public BackupCopy {
        Objects.requireNonNull(vault, "vault");
        Objects.requireNonNull(deleteAfterDays, "deleteAfterDays");
    }
}
