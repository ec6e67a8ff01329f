package io.github.secures3.analysis.model;

import java.util.List;
import java.util.Objects;

/**
 * A general purpose bucket and its protections.
 *
 * @param element what it has in common with all resources
 * @param name its name; unknown where CloudFormation makes one up
 * @param arn its ARN, markers for unknown parts included
 * @param namespace {@code account-regional} or {@code global}
 * @param publicAccessBlock Block Public Access; absent means that the service's default holds, which blocks
 * @param ownership Object Ownership; absent means {@code BucketOwnerEnforced}
 * @param acl the canned ACL
 * @param versioning {@code Enabled} or {@code Suspended}
 * @param encryption default encryption; absent means {@code AES256}
 * @param objectLock Object Lock
 * @param logging server access logging
 * @param lifecycle lifecycle rules
 * @param replication replication
 * @param notifications receivers of events, those that a custom resource of CDK sets included
 * @param eventBridge whether events go to EventBridge, by the bucket itself or by that custom resource
 * @param tags tags
 * @param abac whether tags count in policies, {@code Enabled} or {@code Disabled}
 * @param inventories inventories
 * @param cors cross-origin rules
 * @param website website hosting
 * @param acceleration transfer acceleration
 * @param intelligentTiering ids of Intelligent-Tiering configurations
 * @param emptiedOnDeletion whether a custom resource of CDK deletes all objects before the bucket is deleted; absent where none does
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html">AWS::S3::Bucket</a>
 * @since 0.1
 */
public record Bucket(
        Element element,
        Value<String> name,
        String arn,
        Value<String> namespace,
        Value<PublicAccessBlock> publicAccessBlock,
        Value<String> ownership,
        Value<String> acl,
        Value<String> versioning,
        Value<List<BucketEncryption>> encryption,
        ObjectLock objectLock,
        Value<AccessLogging> logging,
        Value<List<LifecycleRule>> lifecycle,
        Value<Replication> replication,
        Value<List<Notification>> notifications,
        Value<Boolean> eventBridge,
        Value<List<Tag>> tags,
        Value<String> abac,
        Value<List<Inventory>> inventories,
        Value<List<CorsRule>> cors,
        Value<Website> website,
        Value<String> acceleration,
        Value<List<String>> intelligentTiering,
        Value<Boolean> emptiedOnDeletion)
        implements Resource {

    /** Checks that nothing is missing. */
    public Bucket {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(arn, "arn");
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(publicAccessBlock, "publicAccessBlock");
        Objects.requireNonNull(ownership, "ownership");
        Objects.requireNonNull(acl, "acl");
        Objects.requireNonNull(versioning, "versioning");
        Objects.requireNonNull(encryption, "encryption");
        Objects.requireNonNull(objectLock, "objectLock");
        Objects.requireNonNull(logging, "logging");
        Objects.requireNonNull(lifecycle, "lifecycle");
        Objects.requireNonNull(replication, "replication");
        Objects.requireNonNull(notifications, "notifications");
        Objects.requireNonNull(eventBridge, "eventBridge");
        Objects.requireNonNull(tags, "tags");
        Objects.requireNonNull(abac, "abac");
        Objects.requireNonNull(inventories, "inventories");
        Objects.requireNonNull(cors, "cors");
        Objects.requireNonNull(website, "website");
        Objects.requireNonNull(acceleration, "acceleration");
        Objects.requireNonNull(intelligentTiering, "intelligentTiering");
        Objects.requireNonNull(emptiedOnDeletion, "emptiedOnDeletion");
    }
}
