package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.DirectoryBucket;
import io.github.secures3.analysis.model.DirectoryBucketPolicy;
import io.github.secures3.analysis.model.TableBucket;
import io.github.secures3.analysis.model.TableBucketPolicy;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.analysis.model.VectorBucket;
import io.github.secures3.analysis.model.VectorBucketPolicy;
import io.github.secures3.policy.PolicyType;

/**
 * Reads table buckets, vector buckets and directory buckets with their policies.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3tables-tablebucketpolicy.html">AWS::S3Tables::TableBucketPolicy</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3vectors-vectorbucketpolicy.html">AWS::S3Vectors::VectorBucketPolicy</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3express-bucketpolicy.html">AWS::S3Express::BucketPolicy</a>
 */
final class SpecialBucketResources {

    private SpecialBucketResources() {}

    static void register(Family family) {
        family.accept("AWS::S3Tables::TableBucket", source -> {
            Properties encryption = source.properties().child("EncryptionConfiguration");
            return new TableBucket(
                    source.element(),
                    source.text("TableBucketName"),
                    source.arn("TableBucketARN"),
                    encryption.text("SSEAlgorithm"),
                    encryption.text("KMSKeyArn"));
        });
        family.accept(
                "AWS::S3Tables::TableBucketPolicy",
                source -> new TableBucketPolicy(
                        source.element(),
                        source.text("TableBucketARN"),
                        source.policy("ResourcePolicy", PolicyType.RESOURCE)));
        family.accept(
                "AWS::S3Tables::TablePolicy",
                source -> new TableBucketPolicy(
                        source.element(),
                        source.text("TableARN"),
                        source.policy("ResourcePolicy", PolicyType.RESOURCE)));
        family.accept("AWS::S3Vectors::VectorBucket", source -> {
            Properties encryption = source.properties().child("EncryptionConfiguration");
            return new VectorBucket(
                    source.element(),
                    source.text("VectorBucketName"),
                    source.arn("VectorBucketArn"),
                    encryption.text("SseType"),
                    encryption.text("KmsKeyArn"));
        });
        family.accept("AWS::S3Vectors::VectorBucketPolicy", source -> {
            Value<String> byArn = source.text("VectorBucketArn");
            return new VectorBucketPolicy(
                    source.element(),
                    byArn.isAbsent() ? source.text("VectorBucketName") : byArn,
                    source.policy("Policy", PolicyType.RESOURCE));
        });
        family.accept(
                "AWS::S3Express::DirectoryBucket",
                source -> new DirectoryBucket(
                        source.element(),
                        source.name(ArnRules.REF),
                        source.arn("Arn"),
                        Encryption.of(source.properties().child("BucketEncryption")),
                        Lifecycle.rules(source.properties().child("LifecycleConfiguration"))));
        family.accept(
                "AWS::S3Express::BucketPolicy",
                source -> new DirectoryBucketPolicy(
                        source.element(), source.text("Bucket"), source.policy("PolicyDocument", PolicyType.RESOURCE)));
    }
}
