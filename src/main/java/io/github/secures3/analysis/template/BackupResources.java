package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.BackupCopy;
import io.github.secures3.analysis.model.BackupPlan;
import io.github.secures3.analysis.model.BackupRule;
import io.github.secures3.analysis.model.BackupSelection;
import io.github.secures3.analysis.model.BackupVault;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.PolicyType;

/**
 * Reads vaults, plans and selections of AWS Backup.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-backup-backupvault.html">AWS::Backup::BackupVault</a>
 */
final class BackupResources {

    private BackupResources() {}

    static void register(Family family) {
        family.accept("AWS::Backup::BackupVault", source -> {
            Properties lock = source.properties().child("LockConfiguration");
            return new BackupVault(
                    source.element(),
                    source.name(ArnRules.REF),
                    source.arn("BackupVaultArn"),
                    source.text("EncryptionKeyArn"),
                    source.policy("AccessPolicy", PolicyType.RESOURCE),
                    lock.number("MinRetentionDays"),
                    lock.number("MaxRetentionDays"),
                    lock.number("ChangeableForDays"));
        });
        family.accept("AWS::Backup::BackupPlan", source -> {
            Properties plan = source.properties().child("BackupPlan");
            return new BackupPlan(
                    source.element(),
                    source.name(ArnRules.REF),
                    plan.text("BackupPlanName"),
                    plan.list("BackupPlanRule", BackupResources::rule));
        });
        family.accept("AWS::Backup::BackupSelection", source -> {
            Properties selection = source.properties().child("BackupSelection");
            boolean byTags = !(selection.get("ListOfTags") instanceof Resolved.Nothing)
                    || !(selection.get("Conditions") instanceof Resolved.Nothing);
            return new BackupSelection(
                    source.element(),
                    source.text("BackupPlanId"),
                    selection.text("IamRoleArn"),
                    selection.texts("Resources"),
                    selection.texts("NotResources"),
                    new Value.Known<>(byTags, source.place().location()));
        });
    }

    private static BackupRule rule(Properties rule) {
        return new BackupRule(
                rule.text("RuleName"),
                rule.text("TargetBackupVault"),
                rule.text("ScheduleExpression"),
                rule.flag("EnableContinuousBackup"),
                rule.child("Lifecycle").number("DeleteAfterDays"),
                rule.number("StartWindowMinutes"),
                rule.number("CompletionWindowMinutes"),
                rule.list(
                        "CopyActions",
                        copy -> new BackupCopy(
                                copy.text("DestinationBackupVaultArn"),
                                copy.child("Lifecycle").number("DeleteAfterDays"))));
    }
}
