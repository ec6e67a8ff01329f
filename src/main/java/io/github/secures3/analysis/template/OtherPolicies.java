package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.OtherPolicy;
import io.github.secures3.analysis.model.PermissionSet;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.PolicyType;

/**
 * Reads policies of resources of which nothing else is looked into, and permission sets.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3objectlambda-accesspointpolicy.html">AWS::S3ObjectLambda::AccessPointPolicy</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3files-filesystempolicy.html">AWS::S3Files::FileSystemPolicy</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-backup-logicallyairgappedbackupvault.html">AWS::Backup::LogicallyAirGappedBackupVault</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-organizations-resourcepolicy.html">AWS::Organizations::ResourcePolicy</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sso-permissionset.html">AWS::SSO::PermissionSet</a>
 */
final class OtherPolicies {

    private OtherPolicies() {}

    static void register(Family family) {
        onAnother(
                family,
                "AWS::S3ObjectLambda::AccessPointPolicy",
                "Object Lambda access point policy",
                "ObjectLambdaAccessPoint",
                "PolicyDocument");
        onAnother(family, "AWS::S3Outposts::BucketPolicy", "bucket policy", "Bucket", "PolicyDocument");
        onAnother(family, "AWS::S3Files::FileSystemPolicy", "file system policy", "FileSystemId", "Policy");
        inside(family, "AWS::S3Outposts::AccessPoint", "access point policy", "Policy");
        inside(family, "AWS::S3Express::AccessPoint", "access point policy", "Policy");
        inside(family, "AWS::Backup::LogicallyAirGappedBackupVault", "vault policy", "AccessPolicy");
        inside(family, "AWS::Organizations::ResourcePolicy", "delegation policy of the organization", "Content");
        family.accept(
                "AWS::SSO::PermissionSet",
                source -> new PermissionSet(
                        source.element(),
                        source.policy("InlinePolicy", PolicyType.IDENTITY),
                        source.properties().texts("ManagedPolicies"),
                        source.properties().list("CustomerManagedPolicyReferences", OtherPolicies::name),
                        source.element().property("PermissionsBoundary")));
    }

    private static void onAnother(Family family, String type, String word, String target, String document) {
        family.accept(
                type,
                source -> new OtherPolicy(
                        source.element(), word, source.text(target), source.policy(document, PolicyType.RESOURCE)));
    }

    private static void inside(Family family, String type, String word, String document) {
        family.accept(
                type,
                source -> new OtherPolicy(
                        source.element(), word, Value.absent(), source.policy(document, PolicyType.RESOURCE)));
    }

    /** The path before the name, a slash where there is none. */
    private static Value<String> name(Properties reference) {
        Value<String> name = reference.text("Name");
        Value<String> path = reference.text("Path");
        if (path.isUnknown() || !(name instanceof Value.Known<String> known)) {
            return path.isUnknown() ? path : name;
        }
        return new Value.Known<>(path.known().orElse("/") + known.value(), known.at());
    }
}
