package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.AccessLogging;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.BucketPolicy;
import io.github.secures3.analysis.model.CorsRule;
import io.github.secures3.analysis.model.Inventory;
import io.github.secures3.analysis.model.ObjectLock;
import io.github.secures3.analysis.model.PublicAccessBlock;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.analysis.model.Website;
import io.github.secures3.policy.PolicyType;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads buckets and their policies.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html">AWS::S3::Bucket</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucketpolicy.html">AWS::S3::BucketPolicy</a>
 */
final class BucketResources {

    private BucketResources() {}

    static void register(Family family) {
        family.accept("AWS::S3::Bucket", BucketResources::bucket);
        family.accept(
                "AWS::S3::BucketPolicy",
                source -> new BucketPolicy(
                        source.element(), source.text("Bucket"), source.policy("PolicyDocument", PolicyType.RESOURCE)));
    }

    private static Bucket bucket(Source source) {
        Properties properties = source.properties();
        Properties notifications = properties.child("NotificationConfiguration");
        Value<String> name = source.name(ArnRules.REF);
        Properties byCustomResource = source.customBucketResources().notifications(source, name);
        return new Bucket(
                source.element(),
                name,
                source.arn("Arn"),
                properties.text("BucketNamespace"),
                publicAccessBlock(properties),
                properties.child("OwnershipControls").first("Rules").text("ObjectOwnership"),
                properties.text("AccessControl"),
                properties.child("VersioningConfiguration").text("Status"),
                Encryption.of(properties.child("BucketEncryption")),
                lock(properties),
                properties.object("LoggingConfiguration", BucketResources::logging),
                Lifecycle.rules(properties.child("LifecycleConfiguration")),
                properties.object("ReplicationConfiguration", ReplicationRules::of),
                Notifications.of(notifications, byCustomResource),
                Notifications.eventBridge(notifications, byCustomResource),
                properties.tags("Tags"),
                properties.text("AbacStatus"),
                properties.list("InventoryConfigurations", BucketResources::inventory),
                properties.child("CorsConfiguration").list("CorsRules", BucketResources::cors),
                properties.object("WebsiteConfiguration", BucketResources::website),
                properties.child("AccelerateConfiguration").text("AccelerationStatus"),
                tieringIds(properties),
                source.customBucketResources().emptying(source, name));
    }

    static Value<PublicAccessBlock> publicAccessBlock(Properties properties) {
        return properties.object(
                "PublicAccessBlockConfiguration",
                block -> new PublicAccessBlock(
                        block.flag("BlockPublicAcls"),
                        block.flag("IgnorePublicAcls"),
                        block.flag("BlockPublicPolicy"),
                        block.flag("RestrictPublicBuckets")));
    }

    private static ObjectLock lock(Properties properties) {
        Properties retention =
                properties.child("ObjectLockConfiguration").child("Rule").child("DefaultRetention");
        return new ObjectLock(
                properties.flag("ObjectLockEnabled"),
                retention.text("Mode"),
                retention.number("Days"),
                retention.number("Years"));
    }

    private static AccessLogging logging(Properties logging) {
        return new AccessLogging(
                logging.text("DestinationBucketName"),
                logging.text("LogFilePrefix"),
                logging.child("TargetObjectKeyFormat")
                        .child("PartitionedPrefix")
                        .text("PartitionDateSource"));
    }

    private static Inventory inventory(Properties inventory) {
        Properties destination = inventory.child("Destination");
        return new Inventory(
                inventory.text("Id"),
                inventory.flag("Enabled"),
                destination.text("BucketArn"),
                destination.text("BucketAccountId"),
                destination.text("Prefix"),
                destination.text("Format"),
                inventory.text("ScheduleFrequency"),
                inventory.text("IncludedObjectVersions"),
                inventory.texts("OptionalFields"));
    }

    private static CorsRule cors(Properties rule) {
        return new CorsRule(
                rule.text("Id"),
                rule.texts("AllowedOrigins"),
                rule.texts("AllowedMethods"),
                rule.texts("AllowedHeaders"),
                rule.texts("ExposedHeaders"),
                rule.number("MaxAge"));
    }

    private static Website website(Properties website) {
        return new Website(
                website.text("IndexDocument"),
                website.text("ErrorDocument"),
                website.child("RedirectAllRequestsTo").text("HostName"),
                website.fingerprint("RoutingRules"));
    }

    private static Value<List<String>> tieringIds(Properties properties) {
        Value<List<Value<String>>> ids =
                properties.list("IntelligentTieringConfigurations", configuration -> configuration.text("Id"));
        if (!(ids instanceof Value.Known<List<Value<String>>> known)) {
            return ids instanceof Value.Unknown<List<Value<String>>> unknown ? unknown.as() : Value.absent();
        }
        List<String> texts = new ArrayList<>();
        known.value().forEach(id -> texts.add(id.asText().orElse("")));
        return new Value.Known<>(List.copyOf(texts), known.at());
    }
}
