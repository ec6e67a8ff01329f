package io.github.secures3.constructs.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.testing.Golden;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/** Whole templates, and the logical ids that must never change. */
class GoldenTemplatesTest {

    /** One stack with its golden file. */
    record Case(String name, Consumer<Stack> content) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("default", stack -> new SecureBucket(stack, "Data")),
                new Case("everything", SampleBuckets::everything),
                new Case("opt-outs", SampleBuckets::optOuts),
                new Case(
                        "sse-s3",
                        stack -> SecureBucket.Builder.create(stack, "Data")
                                .allowWithoutKms("Published data, readable by every account of the company")
                                .build()),
                new Case(
                        "account-regional",
                        stack -> SecureBucket.Builder.create(stack, "Data")
                                .accountRegionalNamespace("company-data")
                                .accessLogBucket(AccessLogBucket.Builder.create(stack, "Logs")
                                        .accountRegionalNamespace("company-logs")
                                        .build())
                                .build()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_template_is_the_golden_one(Case golden) {
        Golden.check(
                "bucket/" + golden.name() + ".template.json",
                Synthesized.storage(golden.content()).text());
    }

    @Test
    void every_default_that_can_be_switched_off_is_so_in_a_golden_template() {
        String templates = cases().map(
                        golden -> Synthesized.storage(golden.content()).text())
                .collect(Collectors.joining());
        assertThat(Stream.of(BucketOptOuts.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge())
                        .map(method -> "\"" + method.getName() + "\""))
                .hasSizeGreaterThan(10)
                .allMatch(templates::contains);
    }

    @Test
    void the_templates_of_a_bucket_with_key_and_log_bucket_of_another_stack_are_the_golden_ones() {
        App app = Synthesized.app();
        Stack shared = Synthesized.stack(app, "Shared");
        Stack storage = Synthesized.stack(app, "Storage");
        SecureBucket.Builder.create(storage, "Data")
                .encryptionKey(new Key(shared, "Key"))
                .accessLogBucket(new AccessLogBucket(shared, "Logs"))
                .build();
        Synthesized synthesized = Synthesized.of(app);
        Golden.check(
                "bucket/cross-stack.template.json",
                synthesized.template(storage).text());
        Golden.check(
                "bucket/cross-stack-shared.template.json",
                synthesized.template(shared).text());
    }

    /** CloudFormation knows a resource by its logical id alone: a changed one is a new, empty bucket or a key that decrypts nothing. */
    @Test
    void logical_ids_of_buckets_and_keys_stay() {
        SynthesizedTemplate template = Synthesized.storage(stack -> {
            new SecureBucket(stack, "Data");
            new SecureBucket(new Construct(stack, "Lake"), "Raw");
            new AccessLogBucket(stack, "Logs");
            SecureBucket.Builder.create(stack, "Plain")
                    .allowWithoutKms("open data")
                    .build();
        });
        Map<String, List<String>> pinned = Map.of(
                "AWS::S3::Bucket",
                List.of(
                        "DataBucketE6B0FAA8",
                        "LakeRawBucket28F84711",
                        "LogsBucket5C52C3D2",
                        "PlainBucket8A30DAF0",
                        "SecureS3AccessLogsBucketF182CD12"),
                "AWS::KMS::Key",
                List.of("DataKey5F086070", "LakeRawKey0569707F"));
        pinned.forEach((type, ids) -> assertThat(
                        new ArrayList<>(template.resources(type).keySet()))
                .as(
                        "a changed logical id of an %s replaces it at the next deployment, and what it held is lost to"
                                + " the stack",
                        type)
                .isEqualTo(ids));
    }

    @Test
    void synthesizing_twice_gives_the_same_bytes() {
        for (Case golden : cases().toList()) {
            assertThat(Synthesized.storage(golden.content()).text())
                    .isEqualTo(Synthesized.storage(golden.content()).text());
        }
    }
}
