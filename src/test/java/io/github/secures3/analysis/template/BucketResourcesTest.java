package io.github.secures3.analysis.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.BucketEncryption;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.LifecycleRule;
import io.github.secures3.analysis.model.Notification;
import io.github.secures3.analysis.model.OptOut;
import io.github.secures3.analysis.model.PublicAccessBlock;
import io.github.secures3.analysis.model.ReplicationRule;
import io.github.secures3.analysis.model.Value;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// AWS::S3::Bucket: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html
class BucketResourcesTest {

    private static final Estate ESTATE =
            Templates.read(ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1"), "families.yaml");
    private static final Bucket DATA = Templates.named(ESTATE, Bucket.class, "Data");

    // Namespaces: https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html
    @Test
    void computes_names_of_the_account_regional_namespace() {
        assertThat(DATA.name().known()).contains("data-111122223333-eu-west-1-an");
        assertThat(DATA.arn()).isEqualTo("arn:aws:s3:::data-111122223333-eu-west-1-an");
        assertThat(DATA.namespace().known()).contains("account-regional");
    }

    @Test
    void names_the_condition_of_a_property_that_it_decides() {
        PublicAccessBlock block = DATA.publicAccessBlock().known().orElseThrow();
        assertThat(block.blockPublicAcls().known()).contains(true);
        assertThat(block.blockPublicPolicy().known()).contains(true);
        assertThat(block.restrictPublicBuckets().known()).contains(false);
        assertThat(block.ignorePublicAcls().isSurely(on -> on)).isFalse();
        assertThat(block.ignorePublicAcls().mayBe(on -> on)).isTrue();
        assertThat(block.ignorePublicAcls().whyUnknown())
                .hasValueSatisfying(why -> assertThat(why).contains("condition IsStrict"));
    }

    @Test
    void names_the_condition_of_a_resource_that_it_decides() {
        assertThat(DATA.element().isSurelyPresent()).isFalse();
        assertThat(DATA.element().presence().whyUnknown())
                .hasValueSatisfying(why -> assertThat(why).contains("condition IsStrict"));
        assertThat(ESTATE.resource("families", "Gone")).isEmpty();
        assertThat(Templates.named(ESTATE, Bucket.class, "Logs").element().isSurelyPresent())
                .isTrue();
    }

    @Test
    void keeps_metadata_and_deletion_policies() {
        assertThat(DATA.element().constructPath()).isEqualTo("App/Data/Bucket/Resource");
        assertThat(DATA.element().optOuts()).containsExactly(new OptOut("allowWithoutKms", "public website assets"));
        assertThat(DATA.element().deletionPolicy().known()).contains("Retain");
        assertThat(DATA.element().updateReplacePolicy().known()).contains("Retain");
        assertThat(DATA.element().id()).isEqualTo("families/Data");
    }

    @Test
    void reads_encryption_and_lock() {
        BucketEncryption encryption = DATA.encryption().known().orElseThrow().get(0);
        assertThat(encryption.algorithm().known()).contains("aws:kms");
        assertThat(encryption.key().asText())
                .contains("arn:aws:kms:eu-west-1:111122223333:key/${Token[families.Key.KeyId~]}");
        assertThat(encryption.bucketKey().known()).contains(true);
        assertThat(encryption.blockedTypes().known().orElseThrow().get(0).known())
                .contains("SSE-C");
        assertThat(DATA.objectLock().mode().known()).contains("COMPLIANCE");
        assertThat(DATA.objectLock().days().known()).contains(new BigDecimal(30));
        assertThat(DATA.objectLock().years().isAbsent()).isTrue();
        assertThat(DATA.versioning().known()).contains("Enabled");
        assertThat(DATA.ownership().known()).contains("BucketOwnerEnforced");
        assertThat(DATA.abac().known()).contains("Enabled");
    }

    @Test
    void reads_lifecycle_replication_and_events() {
        List<LifecycleRule> rules = DATA.lifecycle().known().orElseThrow();
        assertThat(rules.get(0).abortIncompleteUploadsAfterDays().known()).contains(new BigDecimal(7));
        assertThat(rules.get(1).noncurrentDays().known()).contains(new BigDecimal(90));
        assertThat(rules.get(1).newerNoncurrentVersions().known()).contains(new BigDecimal(3));
        assertThat(rules.get(1)
                        .noncurrentTransitions()
                        .known()
                        .orElseThrow()
                        .get(0)
                        .storageClass()
                        .known())
                .contains("GLACIER_IR");
        ReplicationRule copy = DATA.replication()
                .known()
                .orElseThrow()
                .rules()
                .known()
                .orElseThrow()
                .get(0);
        assertThat(copy.prefix().known()).contains("live/");
        assertThat(copy.account().known()).contains("444455556666");
        assertThat(copy.replicaKey().known()).contains("arn:aws:kms:eu-west-1:444455556666:key/1");
        assertThat(DATA.eventBridge().known()).contains(true);
        Notification queue = DATA.notifications().known().orElseThrow().get(0);
        assertThat(queue.service().known()).contains("Queue");
        assertThat(queue.filters().known().orElseThrow().get(0).value().known()).contains("in/");
    }

    @Test
    void reads_logging_inventories_and_web_settings() {
        assertThat(DATA.logging().known().orElseThrow().destination().known()).contains("logs-111122223333");
        assertThat(DATA.logging().known().orElseThrow().partition().known()).contains("EventTime");
        assertThat(DATA.inventories().known().orElseThrow().get(0).destination().known())
                .contains("arn:aws:s3:::logs-111122223333");
        assertThat(DATA.cors().known().orElseThrow().get(0).maxAge().known()).contains(new BigDecimal(60));
        assertThat(DATA.website().known().orElseThrow().indexDocument().known()).contains("index.html");
        assertThat(DATA.acceleration().known()).contains("Suspended");
        assertThat(DATA.intelligentTiering().known()).contains(List.of("tiers"));
    }

    @Test
    void takes_what_is_no_property_of_its_kind_for_unknown(@TempDir Path directory) {
        Estate estate = Templates.readText(directory, "wrong.json", """
            {"Resources": {"Data": {"Type": "AWS::S3::Bucket", "Properties": {
              "VersioningConfiguration": "Enabled",
              "ObjectLockEnabled": "perhaps",
              "Tags": {"a": "b"},
              "LifecycleConfiguration": {"Rules": [7]},
              "BucketName": ["a"]}}}}
            """);
        Bucket bucket = estate.buckets().get(0);
        assertThat(List.of(
                        bucket.versioning(),
                        bucket.objectLock().enabled(),
                        bucket.tags(),
                        bucket.lifecycle(),
                        bucket.name()))
                .allMatch(Value::isUnknown);
        assertThat(bucket.objectLock().enabled().whyUnknown()).contains("'perhaps' stands where true or false belongs");
        assertThat(bucket.versioning().place().orElseThrow().pointer())
                .isEqualTo("/Resources/Data/Properties/VersioningConfiguration");
    }
}
