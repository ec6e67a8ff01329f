package io.github.secures3.constructs.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.statements.TlsVersion;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import org.junit.jupiter.api.Test;

/** Settings that several buckets share stay as they are, whatever happens to a bucket or the builder. */
class SharedPropsTest {

    @Test
    void two_buckets_from_one_set_of_settings_do_not_influence_each_other() {
        SecureBucketProps props = SecureBucketProps.builder()
                .allowSseC("old clients")
                .minimumTls(TlsVersion.TLS_1_3)
                .build();
        SynthesizedTemplate template = Synthesized.storage(stack -> {
            SecureBucket data = new SecureBucket(stack, "Data", props);
            data.grantRead(SampleBuckets.role(stack, "Reader"));
            data.acceptInventories();
            new SecureBucket(stack, "More", props);
        });
        SynthesizedTemplate alone = Synthesized.storage(stack -> new SecureBucket(stack, "More", props));
        assertThat(template.bucketPolicyResource("More")).isEqualTo(alone.bucketPolicyResource("More"));
        assertThat(template.bucket("More")).isEqualTo(alone.bucket("More"));
        assertThat(template.key("More")).isEqualTo(alone.key("More"));
    }

    @Test
    void settings_are_those_of_the_moment_they_were_built() {
        SecureBucketProps.Builder builder = SecureBucketProps.builder().allowSseC("old clients");
        SecureBucketProps before = builder.build();
        SecureBucketProps after =
                builder.allowWithoutKms("open data").allowSseC("older clients").build();
        SynthesizedTemplate template = Synthesized.storage(stack -> {
            new SecureBucket(stack, "Before", before);
            new SecureBucket(stack, "After", after);
        });
        assertThat(template.bucket("Before").at("/Metadata/SecureS3/OptOuts").toString())
                .isEqualTo("{\"allowSseC\":\"old clients\"}");
        assertThat(template.bucket("After").at("/Metadata/SecureS3/OptOuts").toString())
                .isEqualTo("{\"allowSseC\":\"older clients\",\"allowWithoutKms\":\"open data\"}");
        assertThat(template.resources("AWS::KMS::Key")).hasSize(1);
    }

    @Test
    void one_builder_makes_one_bucket_with_the_settings_of_the_moment() {
        SynthesizedTemplate template = Synthesized.storage(stack -> {
            SecureBucket.Builder builder = SecureBucket.Builder.create(stack, "Data");
            builder.build();
            builder.minimumTls(TlsVersion.TLS_1_3).allowSseC("too late");
        });
        SynthesizedTemplate plain = Synthesized.storage(stack -> new SecureBucket(stack, "Data"));
        assertThat(template.text()).isEqualTo(plain.text());
    }

    @Test
    void props_and_builder_say_the_same() {
        SynthesizedTemplate byProps = Synthesized.storage(stack -> new SecureBucket(
                stack,
                "Data",
                SecureBucketProps.builder().bucketName("data").writeOnce(true).build()));
        SynthesizedTemplate byBuilder = Synthesized.storage(stack -> SecureBucket.Builder.create(stack, "Data")
                .bucketName("data")
                .writeOnce(true)
                .build());
        assertThat(byProps.text()).isEqualTo(byBuilder.text());
    }
}
