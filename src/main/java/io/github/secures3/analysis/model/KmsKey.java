package io.github.secures3.analysis.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * A KMS key, or a replica of one in another Region.
 *
 * @param element what it has in common with all resources
 * @param id its id
 * @param arn its ARN, markers for unknown parts included
 * @param policy its policy; absent means the one that KMS makes, which trusts the account
 * @param enabled whether it can be used; absent means it can
 * @param rotation whether it rotates by itself
 * @param rotationPeriodInDays how often
 * @param pendingWindowInDays how long a deletion waits
 * @param multiRegion whether it can have replicas
 * @param keySpec the kind of key
 * @param keyUsage what it is for
 * @param primaryKey the ARN of the key that this one replicates
 * @param tags tags
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html">AWS::KMS::Key</a>
 * @since 0.1
 */
public record KmsKey(
        Element element,
        Value<String> id,
        String arn,
        Value<LocatedPolicy> policy,
        Value<Boolean> enabled,
        Value<Boolean> rotation,
        Value<BigDecimal> rotationPeriodInDays,
        Value<BigDecimal> pendingWindowInDays,
        Value<Boolean> multiRegion,
        Value<String> keySpec,
        Value<String> keyUsage,
        Value<String> primaryKey,
        Value<List<Tag>> tags)
        implements Resource {

    /** Checks that nothing is missing. */
    public KmsKey {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(arn, "arn");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(enabled, "enabled");
        Objects.requireNonNull(rotation, "rotation");
        Objects.requireNonNull(rotationPeriodInDays, "rotationPeriodInDays");
        Objects.requireNonNull(pendingWindowInDays, "pendingWindowInDays");
        Objects.requireNonNull(multiRegion, "multiRegion");
        Objects.requireNonNull(keySpec, "keySpec");
        Objects.requireNonNull(keyUsage, "keyUsage");
        Objects.requireNonNull(primaryKey, "primaryKey");
        Objects.requireNonNull(tags, "tags");
    }
}
