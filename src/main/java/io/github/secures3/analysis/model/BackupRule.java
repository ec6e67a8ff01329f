package io.github.secures3.analysis.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * One rule of a backup plan.
 *
 * @param name its name
 * @param vault the name of the vault
 * @param schedule when it runs
 * @param continuous whether it allows recovery to a point in time
 * @param deleteAfterDays when backups are deleted
 * @param startMinutes within how many minutes a backup must start
 * @param completionMinutes within how many minutes it must be complete
 * @param copies the copies that it makes
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-backup-backupplan-backupruleresourcetype.html">BackupRuleResourceType</a>
 * @since 0.1
 */
public record BackupRule(
        Value<String> name,
        Value<String> vault,
        Value<String> schedule,
        Value<Boolean> continuous,
        Value<BigDecimal> deleteAfterDays,
        Value<BigDecimal> startMinutes,
        Value<BigDecimal> completionMinutes,
        Value<List<BackupCopy>> copies) {

    /** Checks that nothing is missing. */
    public BackupRule {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(vault, "vault");
        Objects.requireNonNull(schedule, "schedule");
        Objects.requireNonNull(continuous, "continuous");
        Objects.requireNonNull(deleteAfterDays, "deleteAfterDays");
        Objects.requireNonNull(startMinutes, "startMinutes");
        Objects.requireNonNull(completionMinutes, "completionMinutes");
        Objects.requireNonNull(copies, "copies");
    }
}
