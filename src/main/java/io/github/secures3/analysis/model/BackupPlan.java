package io.github.secures3.analysis.model;

import java.util.List;
import java.util.Objects;

/**
 * A plan of AWS Backup.
 *
 * @param element what it has in common with all resources
 * @param id its id
 * @param name its name
 * @param rules the rules
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-backup-backupplan.html">AWS::Backup::BackupPlan</a>
 * @since 0.1
 */
public record BackupPlan(Element element, Value<String> id, Value<String> name, Value<List<BackupRule>> rules)
        implements Resource {

    /** Checks that nothing is missing. */
    public BackupPlan {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(rules, "rules");
    }
}
