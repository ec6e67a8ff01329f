package io.github.secures3.analysis.template;

import io.github.secures3.policy.UnresolvedToken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names and ARNs that follow from a template, by resource type.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html">ARNs of Amazon S3</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">ARNs of IAM</a>
 */
final class ArnRules {

    /** The attribute that stands for {@code Ref}. */
    static final String REF = "";

    private static final Map<String, ArnRule> RULES = rules();

    private ArnRules() {}

    private static Map<String, ArnRule> rules() {
        Map<String, ArnRule> rules = new HashMap<>();
        rules.put("AWS::S3::Bucket", ArnRule.named("BucketName", "arn:{p}:s3:::{name}"));
        rules.put(
                "AWS::S3::AccessPoint",
                ArnRule.named("Name", "arn:{p}:s3:{r}:{a}:accesspoint/{name}").withNameAttribute("Name"));
        rules.put("AWS::S3::MultiRegionAccessPoint", ArnRule.named("Name", "arn:{p}:s3::{a}:accesspoint/{name}"));
        rules.put(
                "AWS::S3Express::DirectoryBucket",
                ArnRule.named("BucketName", "arn:{p}:s3express:{r}:{a}:bucket/{name}"));
        rules.put(
                "AWS::S3Tables::TableBucket",
                ArnRule.named("TableBucketName", "arn:{p}:s3tables:{r}:{a}:bucket/{name}")
                        .refIsArn("TableBucketARN"));
        rules.put(
                "AWS::S3Vectors::VectorBucket",
                ArnRule.named("VectorBucketName", "arn:{p}:s3vectors:{r}:{a}:bucket/{name}")
                        .refIsArn("VectorBucketArn"));
        rules.put(
                "AWS::S3::AccessGrantsInstance",
                ArnRule.numbered("AccessGrantsInstanceId", "arn:{p}:s3:{r}:{a}:access-grants/default")
                        .withArnAttribute("AccessGrantsInstanceArn"));
        rules.put(
                "AWS::S3::AccessGrantsLocation",
                ArnRule.numbered("AccessGrantsLocationId", "arn:{p}:s3:{r}:{a}:access-grants/default/location/{name}")
                        .withArnAttribute("AccessGrantsLocationArn"));
        rules.put("AWS::IAM::Role", ArnRule.named("RoleName", "arn:{p}:iam::{a}:role{path}{name}"));
        rules.put("AWS::IAM::User", ArnRule.named("UserName", "arn:{p}:iam::{a}:user{path}{name}"));
        rules.put("AWS::IAM::Group", ArnRule.named("GroupName", "arn:{p}:iam::{a}:group{path}{name}"));
        rules.put(
                "AWS::IAM::ManagedPolicy",
                ArnRule.named("ManagedPolicyName", "arn:{p}:iam::{a}:policy{path}{name}")
                        .refIsArn("PolicyArn"));
        rules.put("AWS::KMS::Key", ArnRule.numbered("KeyId", "arn:{p}:kms:{r}:{a}:key/{name}"));
        rules.put("AWS::KMS::ReplicaKey", ArnRule.numbered("KeyId", "arn:{p}:kms:{r}:{a}:key/{name}"));
        rules.put("AWS::KMS::Alias", ArnRule.named("AliasName", "arn:{p}:kms:{r}:{a}:{name}"));
        rules.put("AWS::EC2::VPCEndpoint", ArnRule.numbered("Id", "arn:{p}:ec2:{r}:{a}:vpc-endpoint/{name}"));
        rules.put("AWS::EC2::VPC", ArnRule.numbered("VpcId", "arn:{p}:ec2:{r}:{a}:vpc/{name}"));
        rules.put("AWS::Lambda::Function", ArnRule.named("FunctionName", "arn:{p}:lambda:{r}:{a}:function:{name}"));
        rules.put(
                "AWS::SNS::Topic",
                ArnRule.named("TopicName", "arn:{p}:sns:{r}:{a}:{name}").refIsArn("TopicArn"));
        rules.put("AWS::CloudTrail::Trail", ArnRule.named("TrailName", "arn:{p}:cloudtrail:{r}:{a}:trail/{name}"));
        rules.put(
                "AWS::Backup::BackupVault",
                ArnRule.named("BackupVaultName", "arn:{p}:backup:{r}:{a}:backup-vault:{name}")
                        .withArnAttribute("BackupVaultArn"));
        return rules;
    }

    /** The attribute where it follows from the name, markers for unknown parts included; empty where it does not. */
    static Optional<String> attribute(
            StackScope stack, String logicalId, Node.Mapping resource, String attribute, Place place) {
        String type = StackScope.typeOf(resource);
        ArnRule rule = RULES.get(type);
        if (rule == null) {
            return Optional.empty();
        }
        boolean arn =
                attribute.equals(REF) ? rule.refIsArn() : rule.arnAttributes().contains(attribute);
        boolean name =
                attribute.equals(REF) ? !rule.refIsArn() : rule.nameAttributes().contains(attribute);
        if (!arn && !name) {
            return Optional.empty();
        }
        String text = name(stack, logicalId, resource, rule);
        if (name) {
            return Optional.of(text);
        }
        String path = rule.arn().contains("{path}")
                ? property(stack, resource, "Path").orElse("/")
                : "";
        Environment environment = stack.environment();
        return Optional.of(stack.resolver()
                .text(stack.resolver()
                        .concatenate(
                                place,
                                List.of(
                                        rule.arn()
                                                .replace("{p}", environment.partition())
                                                .replace("{r}", environment.region())
                                                .replace("{a}", environment.account())
                                                .replace("{path}", "")
                                                .replace("{name}", ""),
                                        path,
                                        rule.arn().contains("{name}") ? text : ""))));
    }

    private static String name(StackScope stack, String logicalId, Node.Mapping resource, ArnRule rule) {
        if (StackScope.isRewritten(resource)) {
            return UnresolvedToken.of(stack.symbol(logicalId, rule.nameLabel()));
        }
        Optional<String> regional = BucketNamespace.name(stack, resource);
        if (regional.isPresent()) {
            return regional.get();
        }
        String property = rule.nameProperty();
        return Optional.ofNullable(property)
                .flatMap(given -> property(stack, resource, given))
                .orElseGet(() -> UnresolvedToken.ofGeneratedName(stack.symbol(logicalId, rule.nameLabel())));
    }

    /** The property as text, where it is given. */
    static Optional<String> property(StackScope stack, Node.Mapping resource, String name) {
        Node value = resource.get("Properties") instanceof Node.Mapping properties ? properties.get(name) : null;
        if (value == null) {
            return Optional.empty();
        }
        Resolved resolved = stack.resolver().resolve(value);
        return resolved instanceof Resolved.Nothing
                ? Optional.empty()
                : Optional.of(stack.resolver().text(resolved));
    }
}
