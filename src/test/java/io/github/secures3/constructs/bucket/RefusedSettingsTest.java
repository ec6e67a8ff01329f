package io.github.secures3.constructs.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.secures3.policy.statements.TlsVersion;
import io.github.secures3.testing.Synthesized;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;

/** Settings that are out of range or contradict each other, whatever the order they are given in. */
class RefusedSettingsTest {

    /** One refused combination. */
    record Refused(String message, Consumer<SecureBucket.Builder> settings) {
        @Override
        public String toString() {
            return message;
        }
    }

    static Stream<Refused> settings() {
        return Stream.of(
                new Refused(
                        "allowWithoutKms and encryptWithDualLayerKms are both set; choose one of them",
                        b -> b.encryptWithDualLayerKms("r").allowWithoutKms("r")),
                new Refused(
                        "keyAlias 'data' is set, but no key is made for this bucket; give the alias to the key that is used"
                                + " instead",
                        b -> b.keyAlias("data").allowWithoutKms("r")),
                new Refused(
                        "allowWithoutBucketKey is set beside allowWithoutKms; there is no S3 Bucket Key without KMS, so leave"
                                + " it out",
                        b -> b.allowWithoutBucketKey("r").allowWithoutKms("r")),
                moot(
                        "minimumTls",
                        "allowTlsBelow12",
                        b -> b.minimumTls(TlsVersion.TLS_1_3).allowTlsBelow12("r")),
                moot(
                        "minimumTls",
                        "allowTlsBelow12",
                        b -> b.allowTlsBelow12("r").minimumTls(TlsVersion.TLS_1_2)),
                moot(
                        "accessLogPrefix",
                        "allowWithoutAccessLogs",
                        b -> b.accessLogPrefix("logs/").allowWithoutAccessLogs("r")),
                moot(
                        "abortIncompleteUploadsAfterDays",
                        "keepIncompleteUploads",
                        b -> b.abortIncompleteUploadsAfterDays(7).keepIncompleteUploads("r")),
                moot(
                        "expireNoncurrentVersionsAfterDays",
                        "allowWithoutVersioning",
                        b -> b.expireNoncurrentVersionsAfterDays(90).allowWithoutVersioning("r")),
                moot(
                        "noncurrentVersionsToKeep",
                        "keepNoncurrentVersionsForever",
                        b -> b.keepNoncurrentVersionsForever("r").noncurrentVersionsToKeep(3)),
                new Refused(
                        "allowWithoutVersioning and keepNoncurrentVersionsForever are both set; choose one of them",
                        b -> b.allowWithoutVersioning("r").keepNoncurrentVersionsForever("r")),
                new Refused(
                        "objectLock is set beside allowWithoutVersioning; Object Lock protects versions, so keep versioning"
                                + " on",
                        b -> b.objectLock(ObjectLock.governance(1)).allowWithoutVersioning("r")),
                new Refused(
                        "objectLock is set beside deleteWithStack; a bucket with locked objects cannot be deleted, so leave"
                                + " one of them out",
                        b -> b.deleteWithStack("r").objectLock(ObjectLock.compliance(1))),
                new Refused(
                        "abortIncompleteUploadsAfterDays is 0; give 1 or more days",
                        b -> b.abortIncompleteUploadsAfterDays(0)),
                new Refused(
                        "expireNoncurrentVersionsAfterDays is -1; give 1 or more days",
                        b -> b.expireNoncurrentVersionsAfterDays(-1)),
                new Refused(
                        "organizationPerimeter: 'acme' is no organization id; write o- and 10 to 32 lower-case letters or"
                                + " digits, such as o-exampleorgid",
                        b -> b.organizationPerimeter("acme")),
                new Refused("noncurrentVersionsToKeep is 0; give 1 to 100", b -> b.noncurrentVersionsToKeep(0)),
                new Refused("noncurrentVersionsToKeep is 101; give 1 to 100", b -> b.noncurrentVersionsToKeep(101)),
                age(Duration.ZERO),
                age(Duration.ofSeconds(-1)),
                age(Duration.ofNanos(999_999)),
                age(Duration.ofDays(7).plusMillis(1)));
    }

    private static Refused moot(String setting, String optOut, Consumer<SecureBucket.Builder> settings) {
        return new Refused(
                setting + " is set beside " + optOut + ", which leaves it without effect; leave one of them out",
                settings);
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html */
    private static Refused age(Duration age) {
        return new Refused(
                "maximumPresignedUrlAge is " + age + "; give 1 millisecond to 7 days, the longest that S3 accepts",
                b -> b.maximumPresignedUrlAge(age));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void a_bucket_with_these_settings_is_refused(Refused refused) {
        Refusals.refused(
                stack -> {
                    SecureBucket.Builder builder = SecureBucket.Builder.create(stack, "Data");
                    refused.settings().accept(builder);
                    builder.build();
                },
                "Storage/Data: " + refused.message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "logs", "/logs/", "/logs"})
    void a_log_prefix_that_is_no_folder_is_refused(String prefix) {
        Refusals.refused(
                stack -> SecureBucket.Builder.create(stack, "Data")
                        .accessLogPrefix(prefix)
                        .build(),
                "Storage/Data: accessLogPrefix '" + prefix
                        + "' is not valid; start with a name and end with a slash, as in access-logs/");
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html */
    @Test
    void a_log_prefix_that_leaves_no_room_for_the_rest_of_the_key_is_refused() {
        String longest = "l".repeat(799) + "/";
        Synthesized.storage(stack -> SecureBucket.Builder.create(stack, "Data")
                .accessLogPrefix(longest)
                .build());
        Refusals.refused(
                stack -> SecureBucket.Builder.create(stack, "Data")
                        .accessLogPrefix("l" + longest)
                        .build(),
                "Storage/Data: accessLogPrefix has 801 characters; give at most 800, for S3 appends account, Region, bucket"
                        + " and date, and a key ends at 1,024 bytes");
    }

    @Test
    void a_log_bucket_beside_a_bucket_without_logs_is_refused() {
        Stack stack = Synthesized.stack(Synthesized.app(), "Storage");
        AccessLogBucket logs = new AccessLogBucket(stack, "Logs");
        Refusals.refused(
                stack,
                () -> SecureBucket.Builder.create(stack, "Data")
                        .accessLogBucket(logs)
                        .allowWithoutAccessLogs("r")
                        .build(),
                "Storage/Data: accessLogBucket is set beside allowWithoutAccessLogs, which leaves it without effect; leave"
                        + " one of them out");
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html */
    @Test
    void logs_and_inventories_stay_in_their_region_and_account() {
        App app = Synthesized.app();
        Stack storage = Synthesized.stack(app, "Storage", "111122223333", "eu-west-1");
        Stack region = Synthesized.stack(app, "OtherRegion", "111122223333", "us-east-1");
        Stack account = Synthesized.stack(app, "OtherAccount", "444455556666", "eu-west-1");
        AccessLogBucket farLogs = new AccessLogBucket(region, "Logs");
        AccessLogBucket foreignLogs = new AccessLogBucket(account, "Logs");
        SecureBucket farReports = new SecureBucket(region, "Reports");
        SecureBucket foreignReports = new SecureBucket(account, "Reports");
        String far =
                " lies in us-east-1, this bucket in eu-west-1; S3 delivers within one Region, so choose a destination"
                        + " in eu-west-1";
        String foreign =
                " belongs to account 444455556666, this bucket to 111122223333; choose a destination in the same"
                        + " account";
        refusedIn(storage, b -> b.accessLogBucket(farLogs), "accessLogBucket" + far);
        refusedIn(storage, b -> b.accessLogBucket(foreignLogs), "accessLogBucket" + foreign);
        String inventory = "the destination of inventory 'all'";
        refusedIn(storage, b -> b.inventory(BucketInventory.weekly("all", farReports)), inventory + far);
        refusedIn(storage, b -> b.inventory(BucketInventory.weekly("all", foreignReports)), inventory + foreign);
        assertThat(farReports.getBucket().getPolicy().getDocument().getStatementCount())
                .as("a refused destination stays closed")
                .isEqualTo(6);
    }

    @Test
    void a_second_construct_with_the_same_id_is_refused_by_the_cdk() {
        Stack stack = Synthesized.stack(Synthesized.app(), "Storage");
        new SecureBucket(stack, "Data");
        assertThatThrownBy(() -> new SecureBucket(stack, "Data"))
                .hasMessageContaining("There is already a Construct with name 'Data' in Stack");
    }

    private static void refusedIn(Stack stack, Consumer<SecureBucket.Builder> settings, String message) {
        Refusals.refused(
                stack,
                () -> {
                    SecureBucket.Builder builder = SecureBucket.Builder.create(stack, "Data");
                    settings.accept(builder);
                    builder.build();
                },
                stack.getNode().getId() + "/Data: " + message);
    }
}
