package io.github.secures3.constructs.bucket;

import static io.github.secures3.agreement.TwoReadings.allowed;
import static io.github.secures3.agreement.TwoReadings.denied;
import static io.github.secures3.agreement.TwoReadings.notAllowed;
import static io.github.secures3.agreement.TwoReadings.passes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.requests.TestRequest;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.kms.Key;

/** A cycle between stacks would end synthesis with an error, so that each of these tests is one against cycles as well. */
class CrossStackTest {

    @Test
    void the_key_can_lie_in_another_stack_and_the_role_in_a_third() {
        App app = Synthesized.app();
        Stack keys = Synthesized.stack(app, "Keys");
        Stack storage = Synthesized.stack(app, "Storage");
        Stack readers = Synthesized.stack(app, "Readers");
        SecureBucket bucket = SecureBucket.Builder.create(storage, "Data")
                .encryptionKey(new Key(keys, "SharedKey"))
                .build();
        bucket.grantRead(SampleBuckets.role(readers, "Reader"), "team1/");
        Synthesized synthesized = Synthesized.of(app);

        String key = "arn:aws:kms:eu-west-1:111122223333:key/shared";
        SynthesizedTemplate source = synthesized.template(storage);
        passes(source.bucketPolicy("Data"), Requests.onObject("s3:PutObject").with(Requests.SSE_KEY, key));
        denied(source.bucketPolicy("Data"), Requests.onObject("s3:PutObject").with(Requests.SSE_KEY, Requests.KEY));
        TestRequest read = Requests.onObject("s3:GetObject").to(Requests.BUCKET + "/team1/a.csv");
        var role = synthesized.template(readers).rolePolicy("Reader");
        allowed(role, read);
        notAllowed(role, read.to(Requests.BUCKET + "/team10/a.csv"));
        allowed(
                role,
                read.doing("kms:Decrypt")
                        .to(key)
                        .with("kms:ViaService", "s3.eu-west-1.amazonaws.com")
                        .with("kms:EncryptionContext:aws:s3:arn", Requests.BUCKET));
        assertThat(synthesized.template(keys).text()).doesNotContain("ImportValue");
        assertThat(source.bucketPolicy("Data").statements()).hasSize(6);
    }

    @Test
    void a_grant_leaves_the_stack_of_the_bucket_free_of_that_of_the_role() {
        App app = Synthesized.app();
        Stack storage = Synthesized.stack(app, "Storage");
        Stack readers = Synthesized.stack(app, "Readers");
        Role role = SampleBuckets.role(readers, "Reader");
        SecureBucket bucket = new SecureBucket(storage, "Data");
        bucket.grantReadWrite(role);
        readers.addStackDependency(storage);
        Synthesized synthesized = Synthesized.of(app);
        assertThat(synthesized.template(storage).text()).doesNotContain("ImportValue");
        allowed(synthesized.template(readers).rolePolicy("Reader"), Requests.onObject("s3:PutObject"));
    }

    @Test
    void inventories_cross_stacks_and_the_destination_depends_on_no_source() {
        App app = Synthesized.app();
        Stack central = Synthesized.stack(app, "Central");
        SecureBucket reports = new SecureBucket(central, "Reports");
        Stack storage = Synthesized.stack(app, "Storage");
        SecureBucket.Builder.create(storage, "Data")
                .inventory(BucketInventory.weekly("all", reports))
                .build();
        Synthesized synthesized = Synthesized.of(app);
        assertThat(synthesized
                        .template(storage)
                        .property("Data", "InventoryConfigurations")
                        .at("/0/Destination/BucketArn")
                        .asText())
                .isEqualTo("arn:aws:s3:::reports");
        assertThat(synthesized.template(central).text()).doesNotContain("ImportValue");
    }

    @Test
    void each_stack_has_a_log_bucket_of_its_own_a_nested_one_too() {
        App app = Synthesized.app();
        Stack storage = Synthesized.stack(app, "Storage");
        new SecureBucket(storage, "Data");
        NestedStack nested = new NestedStack(storage, "Nested");
        SecureBucket inner = new SecureBucket(nested, "Data");
        inner.grantRead(SampleBuckets.role(storage, "Reader"));
        Synthesized synthesized = Synthesized.of(app);
        for (Stack stack : new Stack[] {storage, nested}) {
            SynthesizedTemplate template = synthesized.template(stack);
            assertThat(template.resources("AWS::S3::Bucket")).hasSize(2);
            assertThat(template.property("Data", "LoggingConfiguration")
                            .path("DestinationBucketName")
                            .asText())
                    .isEqualTo("secures3accesslogs");
        }
    }

    @Test
    void stacks_of_one_id_in_two_stages_share_nothing() {
        App app = Synthesized.app();
        AccessLogBucket[] logs = new AccessLogBucket[2];
        for (int i = 0; i < 2; i++) {
            Stack stack = new Stack(new Stage(app, "Stage" + i), "Storage");
            logs[i] = new SecureBucket(stack, "Data").getAccessLogBucket();
            assertThat(AccessLogBucket.forStackOf(stack)).isSameAs(logs[i]);
        }
        assertThat(logs[0]).isNotSameAs(logs[1]);
    }

    @Test
    void a_bucket_with_an_environment_logs_to_another_stack_of_the_same() {
        App app = Synthesized.app();
        Stack central = Synthesized.stack(app, "Central", "111122223333", "eu-west-1");
        AccessLogBucket logs = AccessLogBucket.Builder.create(central, "Logs")
                .bucketName("logs")
                .build();
        Stack storage = Synthesized.stack(app, "Storage", "111122223333", "eu-west-1");
        SecureBucket.Builder.create(storage, "Data").accessLogBucket(logs).build();
        assertThat(Synthesized.of(app)
                        .template(storage)
                        .property("Data", "LoggingConfiguration")
                        .path("DestinationBucketName")
                        .asText())
                .isEqualTo("logs");
    }
}
