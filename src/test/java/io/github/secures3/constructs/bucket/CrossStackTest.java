package io.github.secures3.constructs.bucket;

import static io.github.secures3.constructs.bucket.Requests.allowed;
import static io.github.secures3.constructs.bucket.Requests.notAllowed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.requests.TestRequest;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;

/** A bucket, its key, its log bucket and its readers in stacks of their own: each app here must synthesize without a circle. */
class CrossStackTest {

    @Test
    void key_and_logs_of_another_stack_need_nothing_from_the_buckets_stack() {
        App app = Synthesized.app();
        Stack base = Synthesized.stack(app, "Base");
        Stack storage = Synthesized.stack(app, "Storage");
        AccessLogBucket logs = new AccessLogBucket(base, "Logs");
        Key key = new Key(base, "Key");
        SecureBucket.Builder.create(storage, "Data")
                .encryptionKey(key)
                .accessLogBucket(logs)
                .build();

        Synthesized all = Synthesized.of(app);
        assertThat(all.template(base).text()).doesNotContain("Storage:");
        assertThat(all.template(storage)
                        .property("Data", "LoggingConfiguration")
                        .toString())
                .contains("\"DestinationBucketName\":\"logs\"");
        assertThat(all.template(storage).resources("AWS::KMS::Key")).isEmpty();
    }

    @Test
    void a_reader_in_another_stack_is_granted_there_and_there_alone() {
        App app = Synthesized.app();
        Stack storage = Synthesized.stack(app, "Storage");
        Stack application = Synthesized.stack(app, "Application");
        SecureBucket data = new SecureBucket(storage, "Data");
        Role reader = Role.Builder.create(application, "Reader")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        data.grantRead(reader, "reports/");

        Synthesized all = Synthesized.of(app);
        SynthesizedTemplate there = all.template(application);
        allowed(there.rolePolicy("Reader"), TestRequest.byIdentity(Requests.ROLE, "s3:GetObject", Requests.OBJECT));
        notAllowed(
                there.rolePolicy("Reader"),
                TestRequest.byIdentity(Requests.ROLE, "s3:GetObject", Requests.BUCKET + "/other/x"));
        assertThat(all.template(storage).bucketPolicy("Data").statements()).hasSize(6);
    }

    @Test
    void a_nested_stack_has_a_log_bucket_of_its_own() {
        App app = Synthesized.app();
        Stack storage = Synthesized.stack(app, "Storage");
        NestedStack nested = new NestedStack(storage, "Nested");
        new SecureBucket(storage, "Data");
        new SecureBucket(nested, "More");

        assertThat(Synthesized.of(app).texts().values())
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).contains("SecureS3AccessLogsBucket"));
    }

    @Test
    void inventories_reach_a_bucket_of_another_stack() {
        App app = Synthesized.app();
        Stack reporting = Synthesized.stack(app, "Reporting");
        Stack storage = Synthesized.stack(app, "Storage");
        SecureBucket reports = new SecureBucket(reporting, "Reports");
        SecureBucket.Builder.create(storage, "Data")
                .inventory(BucketInventory.daily("all", reports))
                .build();

        Synthesized all = Synthesized.of(app);
        assertThat(all.template(reporting).text()).doesNotContain("Storage:");
        assertThat(all.template(storage)
                        .property("Data", "InventoryConfigurations")
                        .toString())
                .contains("arn:aws:s3:::reports");
    }
}
