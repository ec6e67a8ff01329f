package io.github.secures3.constructs.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Stack;

/**
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html and
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html
 */
class BucketNamesTest {

    private static final String FORM =
            "' is not valid; use 3 to 63 lower-case letters, digits, periods and hyphens, with a"
                    + " letter or digit at both ends and no two periods in a row";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                "Data",
                "my_data",
                "-data",
                "data-",
                ".data",
                "data.",
                "my..data",
                "my data",
                "dätä",
                "data\n",
                "0123456789012345678901234567890123456789012345678901234567890123"
            })
    void a_name_in_another_form_is_refused(String name) {
        refused(name, "Storage/Data: bucket name '" + name + FORM);
    }

    @Test
    void a_name_that_looks_like_an_address_is_refused() {
        refused("192.168.5.4", "Storage/Data: bucket name '192.168.5.4' looks like an IP address; choose another name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xn--", "sthree-", "amzn-s3-demo-"})
    void a_reserved_start_is_refused(String prefix) {
        refused(
                prefix + "data",
                "Storage/Data: bucket name '" + prefix + "data' starts with '" + prefix
                        + "', which S3 reserves; choose another name");
        Refusals.refused(
                stack -> SecureBucket.Builder.create(stack, "Data")
                        .accountRegionalNamespace(prefix + "data")
                        .build(),
                "Storage/Data: name prefix '" + prefix + "data' starts with '" + prefix
                        + "', which S3 reserves; choose another");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3", "-an"})
    void a_reserved_end_is_refused(String suffix) {
        refused(
                "data" + suffix,
                "Storage/Data: bucket name 'data" + suffix + "' ends with '" + suffix
                        + "', which S3 reserves; choose another name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"my-.data", "my.-data"})
    void a_hyphen_beside_a_period_is_refused(String name) {
        refused(
                name,
                "Storage/Data: bucket name '" + name
                        + "' has a hyphen beside a period, which the CDK does not take; leave one of the two out");
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html */
    @ParameterizedTest
    @ValueSource(strings = {"me-south-1", "me-central-1"})
    void a_region_without_account_namespaces_is_refused(String region) {
        Stack stack = Synthesized.stack(Synthesized.app(), "Storage", "111122223333", region);
        Refusals.refused(
                stack,
                () -> SecureBucket.Builder.create(stack, "Data")
                        .accountRegionalNamespace("data")
                        .build(),
                "Storage/Data: accountRegionalNamespace is set, but " + region
                        + " has no such namespace; leave it out, or choose another Region");
    }

    @Test
    void shortest_and_longest_names_pass() {
        String longest = "a".repeat(63);
        for (String name : List.of("abc", "a.b", "1-2", "xn-data", longest)) {
            SynthesizedTemplate template = Synthesized.storage(stack ->
                    SecureBucket.Builder.create(stack, "Data").bucketName(name).build());
            assertThat(template.property("Data", "BucketName").asText()).isEqualTo(name);
        }
    }

    @Test
    void a_name_and_a_prefix_together_are_refused() {
        Refusals.refused(
                stack -> SecureBucket.Builder.create(stack, "Data")
                        .bucketName("data")
                        .accountRegionalNamespace("data")
                        .build(),
                "Storage/Data: bucketName 'data' and accountRegionalNamespace 'data' are both set; a name in the account's"
                        + " namespace is made from the prefix, so leave bucketName out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Data", "a.b", "-data", "data_1", "01234567890123456789012345678901x"})
    void a_prefix_in_another_form_is_refused(String prefix) {
        Refusals.refused(
                stack -> SecureBucket.Builder.create(stack, "Data")
                        .accountRegionalNamespace(prefix)
                        .build(),
                "Storage/Data: name prefix '" + prefix
                        + "' is not valid; use 1 to 32 lower-case letters, digits and hyphens, starting with a letter or"
                        + " digit: S3 appends the account id, the Region and -an");
    }

    @Test
    void a_stack_with_a_region_leaves_more_room_for_the_prefix() {
        Stack stack = Synthesized.stack(Synthesized.app(), "Storage", "111122223333", "eu-west-1");
        String longest = "a".repeat(37);
        assertThat((longest + "-111122223333-eu-west-1-an").length()).isEqualTo(63);
        SecureBucket.Builder.create(stack, "Data")
                .accountRegionalNamespace(longest)
                .build();
        Refusals.refused(
                stack,
                () -> SecureBucket.Builder.create(stack, "More")
                        .accountRegionalNamespace(longest + "a")
                        .build(),
                "Storage/More: name prefix '" + longest
                        + "a' is not valid; use 1 to 37 lower-case letters, digits and hyphens, starting with a letter or"
                        + " digit: S3 appends the account id, the Region and -an");
    }

    @Test
    void acceleration_does_not_work_with_a_period_in_the_name() {
        Refusals.refused(
                stack -> SecureBucket.Builder.create(stack, "Data")
                        .bucketName("my.data")
                        .transferAcceleration(true)
                        .build(),
                "Storage/Data: bucket name 'my.data' holds a period, which transferAcceleration does not work with; use"
                        + " hyphens");
    }

    private static void refused(String name, String message) {
        Refusals.refused(
                stack -> SecureBucket.Builder.create(stack, "Data")
                        .bucketName(name)
                        .build(),
                message);
        Refusals.refused(
                stack -> AccessLogBucket.Builder.create(stack, "Data")
                        .bucketName(name)
                        .build(),
                message);
        Refusals.refused(stack -> SecureBucket.fromBucketName(stack, "Data", name), message);
    }
}
