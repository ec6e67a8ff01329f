package io.github.secures3.constructs.replication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.secures3.constructs.bucket.SecureBucketProps;
import io.github.secures3.testing.RecommendedFlags;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.targets.SnsTopic;
import software.amazon.awscdk.services.sns.Topic;

/** The templates as a whole. */
class TemplatesTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "replication");

    @ParameterizedTest
    @CsvSource({"111122223333, one-account", "444455556666, two-accounts"})
    void are_those_that_were_reviewed(String replicaAccount, String name) throws IOException {
        Copies.Plan plan = Copies.plan();
        plan.replicaAccount = replicaAccount;
        Copies copies = plan.synthesized();

        compare(name + ".source.template.json", copies.source().text());
        compare(name + ".replica.template.json", copies.replica().text());
    }

    /** A stateful resource under another id is another resource: the old one is deleted or left behind. */
    @Test
    void give_stateful_resources_the_same_ids_for_ever() {
        Copies copies = Copies.inOneAccount();

        assertThat(copies.source().resources("AWS::S3::Bucket"))
                .containsOnlyKeys("DataBucket29F23293", "SecureS3AccessLogsBucketF182CD12");
        assertThat(copies.source().resources("AWS::KMS::Key")).containsOnlyKeys("DataBucketKeyF2F96432");
        assertThat(copies.source().resources("AWS::IAM::Role")).containsOnlyKeys("DataRole2CE6F88C");
        assertThat(copies.replica().resources("AWS::S3::Bucket"))
                .containsOnlyKeys("CopyBucketB64C9903", "SecureS3AccessLogsBucketF182CD12");
        assertThat(copies.replica().resources("AWS::KMS::Key")).containsOnlyKeys("CopyBucketKey44161579");
        assertThat(copies.replica().resources("AWS::KMS::Alias")).containsOnlyKeys("CopyBucketKeyAlias5DBB7492");
    }

    @Test
    void are_the_same_each_time() {
        assertThat(Copies.acrossAccounts().app().texts())
                .isEqualTo(Copies.acrossAccounts().app().texts());
    }

    @Test
    void are_the_same_under_all_recommended_feature_flags() {
        assertThat(watched(RecommendedFlags.read()).texts())
                .isEqualTo(watched(Map.of()).texts());
    }

    private static Synthesized watched(Map<String, ?> context) {
        App app = Synthesized.app(context);
        Stack stack = Synthesized.stack(app, "Storage", Copies.ACCOUNT, Copies.IRELAND);
        ReplicatedBucket.Builder.create(stack, "Data")
                .bucketName("acme-data")
                .rule(ReplicationRule.to(
                        ReplicaDestination.named(Copies.OTHER_ACCOUNT, Copies.FRANKFURT, "acme-copy"),
                        DeleteMarkers.REPLICATED,
                        ReplicaModifications.SYNCED))
                .lagAlarms(Synthesized.stack(app, "Watch", Copies.ACCOUNT, Copies.FRANKFURT))
                .failureEvents(new SnsTopic(new Topic(stack, "Failures")))
                .build();
        ReplicaBucket.Builder.create(Synthesized.stack(app, "Copy", Copies.OTHER_ACCOUNT, Copies.FRANKFURT), "Copy")
                .bucketName("acme-copy")
                .acceptReplicasFrom(ReplicationSource.of(Copies.ACCOUNT, "acme-data"))
                .build();
        return Synthesized.of(app);
    }

    @Test
    void refer_to_each_other_by_name_only() {
        Copies copies = Copies.acrossAccounts();

        for (SynthesizedTemplate template : new SynthesizedTemplate[] {copies.source(), copies.replica()}) {
            assertThat(template.text()).doesNotContain("Fn::ImportValue", "Custom::");
            assertThat(template.root().has("Outputs")).isFalse();
            Cycles.none(template);
        }
    }

    /** S3 refuses a rule whose destination does not exist: https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketReplication.html */
    @Test
    void are_deployed_destination_first() {
        JsonNode artifacts = Copies.acrossAccounts().app().manifest().path("artifacts");

        assertThat(artifacts.at("/Storage/dependencies").toString()).contains("\"Copy\"");
        assertThat(artifacts.at("/Copy/dependencies").toString()).doesNotContain("\"Storage\"");
    }

    /** Two buckets that replicate to each other, each in a stack of its own. */
    @Test
    void can_go_both_ways() {
        App app = Synthesized.app();
        Stack ireland = Synthesized.stack(app, "Ireland", Copies.ACCOUNT, Copies.IRELAND);
        Stack frankfurt = Synthesized.stack(app, "Frankfurt", Copies.ACCOUNT, Copies.FRANKFURT);
        ReplicatedBucket east = ReplicatedBucket.Builder.create(frankfurt, "East")
                .bucketName("acme-east")
                .acceptReplicasFrom(ReplicationSource.of(Copies.ACCOUNT, "acme-west"))
                .rule(ReplicationRule.to(
                        ReplicaDestination.named(Copies.ACCOUNT, Copies.IRELAND, "acme-west"),
                        DeleteMarkers.REPLICATED,
                        ReplicaModifications.SYNCED))
                .lagAlarms(ireland)
                .build();
        ReplicatedBucket west = ReplicatedBucket.Builder.create(ireland, "West")
                .bucketName("acme-west")
                .acceptReplicasFrom(east.asSource())
                .rule(ReplicationRule.to(east.asDestination(), DeleteMarkers.REPLICATED, ReplicaModifications.SYNCED))
                .build();
        assertThat(west.asSource()).isEqualTo(ReplicationSource.of(Copies.ACCOUNT, "acme-west"));
        Synthesized synthesized = Synthesized.of(app);

        both(synthesized.template(ireland), "West", "arn:aws:s3:::acme-east", "alias/acme-east");
        both(synthesized.template(frankfurt), "East", "arn:aws:s3:::acme-west", "alias/acme-west");
    }

    private static void both(SynthesizedTemplate template, String id, String other, String alias) {
        JsonNode rule = template.property(id, "ReplicationConfiguration").at("/Rules/0");
        assertThat(rule.at("/Destination/Bucket").asText()).isEqualTo(other);
        assertThat(rule.at("/Destination/EncryptionConfiguration/ReplicaKmsKeyID")
                        .asText())
                .endsWith(alias);
        assertThat(rule.at("/SourceSelectionCriteria/ReplicaModifications/Status")
                        .asText())
                .isEqualTo("Enabled");
        assertThat(template.bucketPolicy(id).statements())
                .extracting(statement -> statement.sid())
                .contains("AllowReplicas");
        assertThat(template.keyPolicy(id + "Bucket").statements())
                .extracting(statement -> statement.sid())
                .containsExactly("AllowAccountIdentities", "AllowReplicaEncryption", "AllowReplicationDecryption");
        assertThat(template.resources("AWS::CloudWatch::Alarm")).hasSize(3);
        Cycles.none(template);
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html */
    @Test
    void know_names_in_the_namespace_of_the_account() {
        App app = Synthesized.app();
        Stack stack = Synthesized.stack(app, "Copy", Copies.OTHER_ACCOUNT, Copies.FRANKFURT);
        ReplicaBucket copy = ReplicaBucket.Builder.create(stack, "Copy")
                .bucket(SecureBucketProps.builder()
                        .accountRegionalNamespace("copy")
                        .build())
                .acceptReplicasFrom(ReplicationSource.of(Copies.ACCOUNT, "acme-data"))
                .build();

        assertThat(copy.asDestination().bucketName()).isEqualTo("copy-444455556666-eu-central-1-an");
        assertThat(copy.asDestination().keyId()).endsWith(":alias/copy-444455556666-eu-central-1-an");
    }

    private static void compare(String file, String actual) throws IOException {
        Path golden = GOLDEN.resolve(file);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, actual + "\n");
        }
        assertThat(actual).isEqualTo(Files.readString(golden).stripTrailing());
    }
}
