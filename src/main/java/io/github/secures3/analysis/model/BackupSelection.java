package io.github.secures3.analysis.model;

import java.util.List;
import java.util.Objects;

/**
 * What a backup plan is about.
 *
 * @param element what it has in common with all resources
 * @param plan the id of the plan
 * @param role the ARN of the role that AWS Backup assumes
 * @param resources ARNs, wildcards allowed
 * @param notResources ARNs that are left out
 * @param byTags whether tags select resources too; always known
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-backup-backupselection.html">AWS::Backup::BackupSelection</a>
 * @since 0.1
 */
public record BackupSelection(
        Element element,
        Value<String> plan,
        Value<String> role,
        Value<List<Value<String>>> resources,
        Value<List<Value<String>>> notResources,
        Value<Boolean> byTags)
        implements Resource {

    /** Checks that nothing is missing. */
    public BackupSelection {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(resources, "resources");
        Objects.requireNonNull(notResources, "notResources");
        Objects.requireNonNull(byTags, "byTags");
    }
}
