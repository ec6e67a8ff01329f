package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.KmsAlias;
import io.github.secures3.analysis.model.KmsKey;
import io.github.secures3.policy.PolicyType;

/**
 * Reads KMS keys and aliases.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html">AWS::KMS::Key</a>
 */
final class KeyResources {

    private KeyResources() {}

    static void register(Family family) {
        family.accept("AWS::KMS::Key", KeyResources::key);
        family.accept("AWS::KMS::ReplicaKey", KeyResources::key);
        family.accept(
                "AWS::KMS::Alias",
                source -> new KmsAlias(source.element(), source.text("AliasName"), source.text("TargetKeyId")));
    }

    private static KmsKey key(Source source) {
        Properties properties = source.properties();
        return new KmsKey(
                source.element(),
                source.name(ArnRules.REF),
                source.arn("Arn"),
                source.policy("KeyPolicy", PolicyType.RESOURCE),
                properties.flag("Enabled"),
                properties.flag("EnableKeyRotation"),
                properties.number("RotationPeriodInDays"),
                properties.number("PendingWindowInDays"),
                properties.flag("MultiRegion"),
                properties.text("KeySpec"),
                properties.text("KeyUsage"),
                properties.text("PrimaryKeyArn"),
                properties.tags("Tags"));
    }
}
