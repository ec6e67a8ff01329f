package io.github.secures3.analysis.model;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A vault of AWS Backup.
 *
 * @param element what it has in common with all resources
 * @param name its name
 * @param arn its ARN, markers for unknown parts included
 * @param key the KMS key
 * @param accessPolicy its policy
 * @param minRetentionDays the shortest retention that its lock allows
 * @param maxRetentionDays the longest retention that its lock allows
 * @param changeableForDays after how many days the lock becomes final; absent means that it can be lifted
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-backup-backupvault.html">AWS::Backup::BackupVault</a>
 * @since 0.1
 */
public record BackupVault(
        Element element,
        Value<String> name,
        String arn,
        Value<String> key,
        Value<LocatedPolicy> accessPolicy,
        Value<BigDecimal> minRetentionDays,
        Value<BigDecimal> maxRetentionDays,
        Value<BigDecimal> changeableForDays)
        implements Resource {

    /** Checks that nothing is missing. */
    public BackupVault {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(arn, "arn");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(accessPolicy, "accessPolicy");
        Objects.requireNonNull(minRetentionDays, "minRetentionDays");
        Objects.requireNonNull(maxRetentionDays, "maxRetentionDays");
        Objects.requireNonNull(changeableForDays, "changeableForDays");
    }
}
