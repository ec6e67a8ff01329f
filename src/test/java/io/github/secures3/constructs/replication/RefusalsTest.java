package io.github.secures3.constructs.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.secures3.constructs.InvalidConfigurationException;
import io.github.secures3.constructs.bucket.ObjectLock;
import io.github.secures3.constructs.bucket.SecureBucketProps;
import io.github.secures3.testing.Synthesized;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Lazy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.targets.SnsTopic;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;

/** Each refusal names the construct, what is wrong and the fix, and leaves nothing behind. */
class RefusalsTest {

    private static final App APP = Synthesized.app();
    private static int stacks;

    private static final ReplicaDestination COPY =
            ReplicaDestination.named("444455556666", "eu-central-1", "acme-copy");

    private static ReplicationRule to(ReplicaDestination destination) {
        return ReplicationRule.to(destination, DeleteMarkers.REPLICATED, ReplicaModifications.SYNCED);
    }

    private static SecureBucketProps.Builder bucket() {
        return SecureBucketProps.builder();
    }

    private static Arguments rule(ReplicationRule rule, String problem) {
        return Arguments.of((UnaryOperator<ReplicatedBucket.Builder>) b -> b.rule(rule), problem);
    }

    private static Arguments source(UnaryOperator<ReplicatedBucket.Builder> change, String problem) {
        return Arguments.of((UnaryOperator<ReplicatedBucket.Builder>) b -> change.apply(b.rule(to(COPY))), problem);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                rule(
                        to(ReplicaDestination.named("111122223333", "eu-west-1", "acme-copy")),
                        "rule 'to-acme-copy' replicates within eu-west-1, where one failure of the Region reaches both"
                                + " copies; choose a destination in another Region"),
                rule(
                        to(ReplicaDestination.named("111122223333", "cn-north-1", "acme-copy")),
                        "rule 'to-acme-copy' replicates from eu-west-1 to cn-north-1, which lie in different"
                                + " partitions; S3 does not replicate across them"),
                rule(
                        to(ReplicaDestination.named(
                                "444455556666",
                                "eu-central-1",
                                "arn:aws:s3:eu-central-1:444455556666:accesspoint/copies")),
                        "rule 'to-arn:aws:s3:eu-central-1:444455556666:accesspoint/copies' names the access point"
                                + " 'arn:aws:s3:eu-central-1:444455556666:accesspoint/copies' as its destination; S3"
                                + " replicates into buckets only, so name the bucket behind it"),
                rule(
                        to(ReplicaDestination.named("444455556666", "eu-central-1", "copies-abc123-s3alias")),
                        "rule 'to-copies-abc123-s3alias' names 'copies-abc123-s3alias' as its destination, which is no"
                                + " bucket name; write the name itself, neither an ARN nor the alias of an access point"),
                rule(
                        to(ReplicaDestination.named("4444", "eu-central-1", "acme-copy")),
                        "rule 'to-acme-copy' names the account '4444'; write 12 digits, such as 444455556666"),
                rule(
                        to(ReplicaDestination.named("444455556666", "Frankfurt", "acme-copy")),
                        "rule 'to-acme-copy' names the Region 'Frankfurt'; write its code, such as eu-central-1"),
                rule(
                        to(COPY.withoutKms()),
                        "rule 'to-acme-copy' has no key for the replicas, so S3 would leave every object out that is"
                                + " encrypted with KMS; name the destination's key with withKeyAlias or withKeyArn"),
                rule(
                        to(COPY.withKeyAlias("alias/aws/s3")),
                        "rule 'to-acme-copy' names the key 'alias/aws/s3'; write an alias of your own that starts with"
                                + " alias/, with letters, digits, /, _ and -, or the ARN of the key with withKeyArn"),
                rule(
                        to(COPY.withKeyArn("arn:aws:kms:eu-central-1:444455556666:alias/copies")),
                        "rule 'to-acme-copy' names the key 'arn:aws:kms:eu-central-1:444455556666:alias/copies', which"
                                + " is no ARN of a KMS key; write the ARN of the key itself, or its alias with"
                                + " withKeyAlias"),
                rule(
                        to(COPY.withKeyArn("arn:aws:kms:eu-west-1:444455556666:key/1234")),
                        "rule 'to-acme-copy' names the key 'arn:aws:kms:eu-west-1:444455556666:key/1234', but the"
                                + " destination lies in eu-central-1 of account 444455556666; S3 encrypts a replica with a"
                                + " key of its own Region"),
                rule(
                        to(COPY.withObjectLock()),
                        "rule 'to-acme-copy' replicates from a bucket without Object Lock to one with it, so that only"
                                + " the replicas cannot be deleted; set objectLock on both sides"),
                rule(
                        to(COPY).withTag("team", "red"),
                        "rule 'to-acme-copy' replicates delete markers and selects by tag, but a delete marker has no"
                                + " tags; choose DeleteMarkers.NOT_REPLICATED, or select by prefix"),
                rule(
                        to(COPY).allowWithoutMetrics("test"),
                        "rule 'to-acme-copy' has Replication Time Control but no metrics, which S3 refuses; take"
                                + " allowWithoutMetrics away, or add allowWithoutTimeControl"),
                rule(
                        to(COPY).allowWithoutTimeControl(" "),
                        "allowWithoutTimeControl:to-acme-copy was given a reason of 1 characters; say in 1 to 256"
                                + " characters why the default may be left out"),
                rule(to(COPY).withPriority(-1), "rule 'to-acme-copy' has the priority -1; give 0 or more"),
                rule(
                        to(COPY).withPrefix("p".repeat(1025)),
                        "rule 'to-acme-copy' has a prefix of 1025 characters; object keys have at most 1024"),
                rule(
                        to(COPY).withId("i".repeat(256)),
                        "rule '" + "i".repeat(256) + "' has an id of 256 characters; give 1 to 255"),
                rule(tagged(11), "rule 'to-acme-copy' asks for 11 tags; an object has at most 10"),
                Arguments.of(
                        UnaryOperator.<ReplicatedBucket.Builder>identity(),
                        "no rule is given, so nothing would be replicated; add one with rule(ReplicationRule.to(...))"),
                source(
                        b -> b.rule(to(COPY).withPriority(1)),
                        "two rules have the id 'to-acme-copy'; give each its own with withId"),
                source(
                        b -> b.rule(to(COPY).withId("second")),
                        "rule 'second' and rule 'to-acme-copy' both have the priority 0; give each its own with"
                                + " withPriority, the higher one wins"),
                source(
                        RefusalsTest::thousandMore,
                        "1001 rules are given; S3 takes at most 1000, so let a rule cover more"),
                source(
                        RefusalsTest::manyDestinations,
                        "the rules have so many destinations that the role's policy becomes too large: "),
                source(
                        b -> b.bucket(bucket().allowWithoutVersioning("scratch").build()),
                        "allowWithoutVersioning is set, but replication works on versions only; keep versioning on"),
                source(
                        b -> b.bucket(bucket().allowWithoutKms("public").build()),
                        "rule 'to-acme-copy' encrypts replicas with KMS, while this bucket is set to go without;"
                                + " encrypt both sides alike: take allowWithoutKms away, or use withoutKms on the"
                                + " destination"),
                source(
                        b -> b.bucket(
                                bucket().objectLock(ObjectLock.governance(30)).build()),
                        "rule 'to-acme-copy' replicates from a bucket with Object Lock to one without, and locked"
                                + " objects would not arrive; set objectLock on the destination, and withObjectLock where"
                                + " it is named"),
                source(
                        b -> b.roleName("path/role"),
                        "roleName 'path/role' is not valid; use 1 to 64 letters, digits and _+=,.@- without a path"),
                source(
                        b -> b.allowWithoutLagAlarms(""),
                        "allowWithoutLagAlarms was given a reason of 0 characters; say in 1 to 256 characters why the"
                                + " default may be left out"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void is_refused(UnaryOperator<ReplicatedBucket.Builder> change, String problem) {
        Stack stack = stack("eu-west-1");
        refused(
                stack,
                "Data",
                () -> change.apply(ReplicatedBucket.Builder.create(stack, "Data")
                                .bucketName("acme-data")
                                .allowWithoutLagAlarms("watched elsewhere"))
                        .build(),
                problem);
    }

    @Test
    void lag_alarms_need_a_place() {
        Stack stack = stack("eu-west-1");
        refused(
                stack,
                "Data",
                () -> ReplicatedBucket.Builder.create(stack, "Data")
                        .bucketName("acme-data")
                        .rule(to(COPY))
                        .build(),
                "rule 'to-acme-copy' has nowhere to put its lag alarms: S3 publishes latency and pending bytes in"
                        + " eu-central-1; name a stack in that Region and account 111122223333 with lagAlarms, or use"
                        + " allowWithoutLagAlarms");
    }

    @Test
    void lag_alarms_belong_in_the_region_of_a_destination() {
        Stack stack = stack("eu-west-1");
        refused(
                stack,
                "Data",
                () -> ReplicatedBucket.Builder.create(stack, "Data")
                        .bucketName("acme-data")
                        .rule(to(COPY))
                        .lagAlarms(stack)
                        .build(),
                "lagAlarms names a stack in eu-west-1 of account 111122223333, where no rule has metrics; S3 publishes"
                        + " them in the Region of the destination, for account 111122223333");
    }

    @Test
    void failure_events_need_metrics() {
        Stack stack = stack("eu-west-1");
        SnsTopic target = new SnsTopic(new Topic(stack, "Failures"));
        refused(
                stack,
                "Data",
                () -> ReplicatedBucket.Builder.create(stack, "Data")
                        .bucketName("acme-data")
                        .rule(to(COPY).allowWithoutTimeControl("test").allowWithoutMetrics("test"))
                        .failureEvents(target)
                        .build(),
                "failureEvents has targets, but a rule goes without metrics, and S3 sends no events for it; take"
                        + " allowWithoutMetrics away");
    }

    @Test
    void a_stack_without_environment_and_a_bucket_without_name_cannot_be_named() {
        Stack anywhere = Synthesized.stack(APP, "Anywhere");
        refused(
                anywhere,
                "Data",
                () -> ReplicatedBucket.Builder.create(anywhere, "Data")
                        .bucketName("acme-data")
                        .rule(to(COPY))
                        .build(),
                "the stack Anywhere has no account or Region of its own; replication names both on either side, so"
                        + " give the stack an environment, as in"
                        + " Environment.builder().account(\"111122223333\").region(\"eu-west-1\")");
        Stack stack = stack("eu-west-1");
        String problem =
                "the bucket has no name that is known now; the other side of a replication refers to it by name, so"
                        + " choose one with bucketName, a literal text";
        refused(
                stack,
                "Data",
                () -> ReplicatedBucket.Builder.create(stack, "Data")
                        .rule(to(COPY))
                        .build(),
                problem);
        refused(
                stack,
                "Copy",
                () -> ReplicaBucket.Builder.create(stack, "Copy")
                        .bucketName(Lazy.uncachedString(context -> "later"))
                        .acceptReplicasFrom(ReplicationSource.of("111122223333", "acme-data"))
                        .build(),
                problem);
    }

    @Test
    void a_destination_in_the_app_must_let_the_source_in() {
        ReplicaBucket copy = ReplicaBucket.Builder.create(stack("eu-central-1"), "Copy")
                .bucketName("acme-copy")
                .acceptReplicasFrom(ReplicationSource.of("111122223333", "acme-other"))
                .build();
        Stack stack = stack("eu-west-1");
        refused(
                stack,
                "Data",
                () -> ReplicatedBucket.Builder.create(stack, "Data")
                        .bucketName("acme-data")
                        .roleName("Replication")
                        .rule(to(copy.asDestination()))
                        .build(),
                "rule 'to-acme-copy' replicates to acme-copy, which does not let this bucket in; add"
                        + " acceptReplicasFrom(new ReplicationSource(\"111122223333\", \"acme-data\", \"Replication\")) to"
                        + " it");
    }

    @Test
    void both_sides_of_an_app_must_be_encrypted_alike() {
        ReplicaBucket copy = ReplicaBucket.Builder.create(stack("eu-central-1"), "Copy")
                .bucket(bucket().encryptWithDualLayerKms("two layers").build())
                .bucketName("acme-copy")
                .acceptReplicasFrom(ReplicationSource.of("111122223333", "acme-data"))
                .build();
        Stack stack = stack("eu-west-1");
        refused(
                stack,
                "Data",
                () -> ReplicatedBucket.Builder.create(stack, "Data")
                        .bucketName("acme-data")
                        .rule(to(copy.asDestination()))
                        .build(),
                "rule 'to-acme-copy' replicates from aws:kms to aws:kms:dsse; encrypt both sides alike");
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html */
    @Test
    void uploads_under_keys_that_the_role_may_not_use_are_no_silent_gap() {
        for (SecureBucketProps.Builder settings : List.of(bucket(), bucket().allowWithoutKms("public data"))) {
            Stack stack = stack("eu-west-1");
            refused(
                    stack,
                    "Data",
                    () -> ReplicatedBucket.Builder.create(stack, "Data")
                            .bucket(settings.allowUploadsUnderOtherKeys("partners bring theirs")
                                    .build())
                            .bucketName("acme-data")
                            .rule(to(COPY))
                            .build(),
                    "allowUploadsUnderOtherKeys is set, but objects under other keys would not be replicated: the role"
                            + " may use the bucket's own key alone, and S3 leaves KMS objects out where replicas have no"
                            + " key; take it away");
        }
    }

    @Test
    void the_key_of_the_source_must_be_one_of_its_account() {
        Stack stack = stack("eu-west-1");
        IKey foreign = Key.fromKeyArn(
                stack, "Key", "arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab");
        refused(
                stack,
                "Data",
                () -> ReplicatedBucket.Builder.create(stack, "Data")
                        .bucket(bucket().encryptionKey(foreign).build())
                        .bucketName("acme-data")
                        .rule(to(COPY))
                        .build(),
                "encryptionKey belongs to account 444455556666, this bucket to 111122223333, so that its owner would"
                        + " have to let the replication role in; choose a key of this account");
    }

    @Test
    void an_imported_key_is_used_with_a_warning_that_holds_the_statement() {
        Stack stack = stack("eu-west-1");
        IKey imported = Key.fromKeyArn(
                stack, "Key", "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");
        ReplicatedBucket data = ReplicatedBucket.Builder.create(stack, "Data")
                .bucket(bucket().encryptionKey(imported).build())
                .bucketName("acme-data")
                .rule(to(COPY))
                .allowWithoutLagAlarms("watched elsewhere")
                .build();

        assertThat(data.getNode().getMetadata())
                .filteredOn(entry -> entry.getType().equals("aws:cdk:warning"))
                .singleElement()
                .satisfies(warning -> assertThat(String.valueOf(warning.getData()))
                        .contains("its owner must add this statement", "AllowReplicationDecryption", "kms:Decrypt"));
    }

    @Test
    void a_replica_needs_a_source_a_key_of_its_own_and_versions() {
        Stack stack = stack("eu-central-1");
        refused(
                stack,
                "Copy",
                () -> ReplicaBucket.Builder.create(stack, "Copy")
                        .bucketName("acme-copy")
                        .build(),
                "no source is named, so nothing could be replicated here; add"
                        + " acceptReplicasFrom(ReplicationSource.of(account, bucketName))");
        refused(
                stack,
                "Copy",
                () -> ReplicaBucket.Builder.create(stack, "Copy")
                        .bucketName("acme-data")
                        .acceptReplicasFrom(ReplicationSource.of("111122223333", "acme-data"))
                        .build(),
                "the bucket 'acme-data' is named as its own source; name the bucket that it holds replicas of");
        refused(
                stack,
                "Copy",
                replica(stack, bucket().allowWithoutVersioning("scratch")),
                "allowWithoutVersioning is set, but replication works on versions only; keep versioning on");
        Stack withKey = stack("eu-central-1");
        Key key = new Key(withKey, "Key");
        refused(
                withKey,
                "Copy",
                replica(withKey, bucket().encryptionKey(key)),
                "encryptionKey is set on a bucket that receives replicas; the source names the key by its alias, so"
                        + " leave encryptionKey out and let the bucket make its key");
    }

    @Test
    void a_bucket_that_accepts_nothing_is_no_destination() {
        Stack stack = stack("eu-west-1");
        ReplicatedBucket data = ReplicatedBucket.Builder.create(stack, "Data")
                .bucketName("acme-data")
                .rule(to(COPY))
                .allowWithoutLagAlarms("watched elsewhere")
                .build();

        assertThatThrownBy(data::asDestination)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage(stack.getNode().getId()
                        + "/Data: the bucket is used as a destination but lets no source in; add"
                        + " acceptReplicasFrom(ReplicationSource.of(...))");
    }

    private static Supplier<Object> replica(Stack stack, SecureBucketProps.Builder props) {
        return () -> ReplicaBucket.Builder.create(stack, "Copy")
                .bucket(props.build())
                .bucketName("acme-copy")
                .acceptReplicasFrom(ReplicationSource.of("111122223333", "acme-data"))
                .build();
    }

    private static ReplicatedBucket.Builder thousandMore(ReplicatedBucket.Builder builder) {
        for (int i = 1; i <= 1000; i++) {
            builder.rule(to(COPY).withId("rule-" + i).withPriority(i));
        }
        return builder;
    }

    private static ReplicatedBucket.Builder manyDestinations(ReplicatedBucket.Builder builder) {
        for (int i = 1; i <= 40; i++) {
            builder.rule(to(ReplicaDestination.named("444455556666", "eu-central-1", "acme-copy-" + i))
                    .withPriority(i));
        }
        return builder;
    }

    private static ReplicationRule tagged(int tags) {
        ReplicationRule rule = ReplicationRule.to(COPY, DeleteMarkers.NOT_REPLICATED, ReplicaModifications.SYNCED);
        for (int i = 0; i < tags; i++) {
            rule = rule.withTag("key" + i, "value");
        }
        return rule;
    }

    private static Stack stack(String region) {
        return Synthesized.stack(APP, "Stack" + stacks++, "111122223333", region);
    }

    private static void refused(Stack stack, String id, Supplier<Object> attempt, String problem) {
        int before = stack.getNode().findAll().size();
        assertThatThrownBy(attempt::get)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith(stack.getNode().getId() + "/" + id + ": " + problem);
        assertThat(stack.getNode().findAll()).as("what is left in the stack").hasSize(before);
    }
}
