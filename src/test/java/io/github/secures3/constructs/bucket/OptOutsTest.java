package io.github.secures3.constructs.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each opt-out drops its protection and nothing else, and says why in the template. */
class OptOutsTest {

    private static final String REASON = "Scratch space; nothing here outlives a day";
    private static final SynthesizedTemplate DEFAULT = Synthesized.storage(stack -> new SecureBucket(stack, "Data"));

    /**
     * One opt-out and what differs from the default template afterwards.
     *
     * @param changes each changed place with its new text, empty where it is gone
     * @param droppedSids statements that are gone
     * @param droppedResources types of resources that are gone
     */
    record OptOut(
            String method,
            BiFunction<SecureBucket.Builder, String, SecureBucket.Builder> call,
            Map<String, String> changes,
            Set<String> droppedSids,
            Set<String> droppedResources) {
        @Override
        public String toString() {
            return method;
        }
    }

    static Stream<OptOut> optOuts() {
        String encryption = "/BucketEncryption/ServerSideEncryptionConfiguration/0";
        String algorithm = encryption + "/ServerSideEncryptionByDefault/SSEAlgorithm";
        return Stream.of(
                new OptOut(
                        "allowWithoutKms",
                        SecureBucket.Builder::allowWithoutKms,
                        Map.of(
                                algorithm,
                                "\"AES256\"",
                                encryption + "/ServerSideEncryptionByDefault/KMSMasterKeyID",
                                "",
                                encryption + "/BucketKeyEnabled",
                                "false",
                                "DenyOtherEncryption/Condition/StringNotEquals/s3:x-amz-server-side-encryption",
                                "\"AES256\""),
                        Set.of("DenyOtherKmsKey", "DenyKmsWithoutKeyId"),
                        Set.of("AWS::KMS::Key")),
                new OptOut(
                        "encryptWithDualLayerKms",
                        SecureBucket.Builder::encryptWithDualLayerKms,
                        Map.of(
                                algorithm,
                                "\"aws:kms:dsse\"",
                                encryption + "/BucketKeyEnabled",
                                "false",
                                "DenyOtherEncryption/Condition/StringNotEquals/s3:x-amz-server-side-encryption",
                                "\"aws:kms:dsse\""),
                        Set.of(),
                        Set.of()),
                new OptOut(
                        "allowWithoutBucketKey",
                        SecureBucket.Builder::allowWithoutBucketKey,
                        Map.of(encryption + "/BucketKeyEnabled", "false"),
                        Set.of(),
                        Set.of()),
                new OptOut(
                        "allowUploadsUnderOtherKeys",
                        SecureBucket.Builder::allowUploadsUnderOtherKeys,
                        Map.of(),
                        Set.of("DenyOtherEncryption", "DenyOtherKmsKey", "DenyKmsWithoutKeyId"),
                        Set.of()),
                // S3 blocks SSE-C on new buckets unless told otherwise:
                // https://docs.aws.amazon.com/AmazonS3/latest/userguide/blocking-unblocking-s3-c-encryption-gpb.html
                new OptOut(
                        "allowSseC",
                        SecureBucket.Builder::allowSseC,
                        Map.of(encryption + "/BlockedEncryptionTypes/EncryptionType/0", "\"NONE\""),
                        Set.of("DenySseC"),
                        Set.of()),
                new OptOut(
                        "allowTlsBelow12",
                        SecureBucket.Builder::allowTlsBelow12,
                        Map.of(),
                        Set.of("DenyTlsBelow"),
                        Set.of()),
                new OptOut(
                        "allowWithoutAccessLogs",
                        SecureBucket.Builder::allowWithoutAccessLogs,
                        Map.of(
                                "/LoggingConfiguration/DestinationBucketName",
                                "",
                                "/LoggingConfiguration/LogFilePrefix",
                                "",
                                "/LoggingConfiguration/TargetObjectKeyFormat/PartitionedPrefix/PartitionDateSource",
                                ""),
                        Set.of(),
                        Set.of("AWS::S3::Bucket", "AWS::S3::BucketPolicy")),
                new OptOut(
                        "allowWithoutVersioning",
                        SecureBucket.Builder::allowWithoutVersioning,
                        Map.of(
                                "/VersioningConfiguration/Status", "",
                                "/LifecycleConfiguration/Rules/1/Id", "",
                                "/LifecycleConfiguration/Rules/1/Status", "",
                                "/LifecycleConfiguration/Rules/1/ExpiredObjectDeleteMarker", "",
                                "/LifecycleConfiguration/Rules/1/NoncurrentVersionExpiration/NewerNoncurrentVersions",
                                        "",
                                "/LifecycleConfiguration/Rules/1/NoncurrentVersionExpiration/NoncurrentDays", ""),
                        Set.of(),
                        Set.of()),
                new OptOut(
                        "keepNoncurrentVersionsForever",
                        SecureBucket.Builder::keepNoncurrentVersionsForever,
                        Map.of(
                                "/LifecycleConfiguration/Rules/1/Id", "",
                                "/LifecycleConfiguration/Rules/1/Status", "",
                                "/LifecycleConfiguration/Rules/1/ExpiredObjectDeleteMarker", "",
                                "/LifecycleConfiguration/Rules/1/NoncurrentVersionExpiration/NewerNoncurrentVersions",
                                        "",
                                "/LifecycleConfiguration/Rules/1/NoncurrentVersionExpiration/NoncurrentDays", ""),
                        Set.of(),
                        Set.of()),
                new OptOut(
                        "allowWithoutEventBridge",
                        SecureBucket.Builder::allowWithoutEventBridge,
                        Map.of("/NotificationConfiguration/EventBridgeConfiguration/EventBridgeEnabled", ""),
                        Set.of(),
                        Set.of()));
    }

    @ParameterizedTest
    @MethodSource("optOuts")
    void drops_exactly_its_protection_and_says_why(OptOut optOut) {
        SynthesizedTemplate template = Synthesized.storage(stack -> optOut.call()
                .apply(SecureBucket.Builder.create(stack, "Data"), REASON)
                .build());
        assertThat(template.bucket("Data").path("Metadata").toString())
                .isEqualTo("{\"SecureS3\":{\"OptOuts\":{\"" + optOut.method() + "\":\"" + REASON + "\"}}}");
        assertThat(changes(template, optOut.droppedSids())).isEqualTo(optOut.changes());
        assertThat(types(DEFAULT)).containsAll(types(template));
        List<String> gone = new ArrayList<>(types(DEFAULT));
        types(template).forEach(gone::remove);
        assertThat(gone).containsExactlyInAnyOrderElementsOf(optOut.droppedResources());
    }

    @Test
    void incomplete_uploads_can_be_kept() {
        SynthesizedTemplate template = Synthesized.storage(stack -> SecureBucket.Builder.create(stack, "Data")
                .keepIncompleteUploads(REASON)
                .build());
        JsonNode rules = template.property("Data", "LifecycleConfiguration").path("Rules");
        assertThat(rules.findValuesAsText("Id")).containsExactly("ExpireNoncurrentVersions");
        ObjectNode expected = DEFAULT.bucket("Data").path("Properties").deepCopy();
        ((ArrayNode) expected.at("/LifecycleConfiguration/Rules")).remove(0);
        assertThat(template.bucket("Data").path("Properties")).isEqualTo(expected);
        assertThat(template.bucketPolicy("Data")).isEqualTo(DEFAULT.bucketPolicy("Data"));
        assertThat(template.bucket("Data")
                        .at("/Metadata/SecureS3/OptOuts/keepIncompleteUploads")
                        .asText())
                .isEqualTo(REASON);
    }

    @Test
    void a_bucket_that_goes_with_its_stack_takes_policy_and_key_along_and_the_log_bucket_stays() {
        SynthesizedTemplate template = Synthesized.storage(stack -> SecureBucket.Builder.create(stack, "Data")
                .deleteWithStack(REASON)
                .build());
        for (JsonNode going :
                List.of(template.bucket("Data"), template.bucketPolicyResource("Data"), template.key("Data"))) {
            assertThat(going.path("DeletionPolicy").asText()).isEqualTo("Delete");
            assertThat(going.path("UpdateReplacePolicy").asText()).isEqualTo("Delete");
        }
        assertThat(template.bucket("SecureS3AccessLogs").path("DeletionPolicy").asText())
                .isEqualTo("Retain");
        assertThat(changes(template, Set.of())).isEmpty();
        assertThat(template.resources("Custom::S3AutoDeleteObjects"))
                .as("emptying the bucket is never automated")
                .isEmpty();
    }

    @Test
    void several_reasons_stand_side_by_side() {
        SynthesizedTemplate template = Synthesized.storage(stack -> SecureBucket.Builder.create(stack, "Data")
                .allowWithoutKms("public data")
                .allowWithoutAccessLogs("logged elsewhere")
                .build());
        assertThat(template.bucket("Data").at("/Metadata/SecureS3/OptOuts"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("public data", "logged elsewhere");
    }

    @ParameterizedTest
    @MethodSource("optOuts")
    void a_blank_or_too_long_reason_is_refused(OptOut optOut) {
        String allowed = "'; say in 1 to 256 characters why this bucket may go without the default";
        String longest = "x".repeat(256);
        for (Map.Entry<String, String> reason :
                Map.of("", "", " \t", " \t", longest + "x", longest + "...").entrySet()) {
            Refusals.refused(
                    stack -> optOut.call()
                            .apply(SecureBucket.Builder.create(stack, "Data"), reason.getKey())
                            .build(),
                    "Storage/Data: " + optOut.method() + " was given the reason '" + reason.getValue() + allowed);
        }
    }

    @Test
    void a_reason_of_256_characters_passes() {
        String longest = "x".repeat(256);
        SynthesizedTemplate template = Synthesized.storage(stack ->
                SecureBucket.Builder.create(stack, "Data").allowSseC(longest).build());
        assertThat(template.text()).contains(longest);
    }

    private static List<String> types(SynthesizedTemplate template) {
        return template.root().path("Resources").findValuesAsText("Type").stream()
                .filter(type -> type.startsWith("AWS::"))
                .toList();
    }

    /** Where bucket and policy differ from the default ones, by path; statements go by their Sid. */
    private static Map<String, String> changes(SynthesizedTemplate template, Set<String> droppedSids) {
        Map<String, String> before = leaves(DEFAULT);
        Map<String, String> after = leaves(template);
        before.keySet().removeIf(path -> droppedSids.contains(path.split("/", 2)[0]));
        Map<String, String> changes = new TreeMap<>();
        Set<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        for (String path : paths) {
            String now = after.getOrDefault(path, "");
            if (!now.equals(before.getOrDefault(path, ""))) {
                changes.put(path, now);
            }
        }
        return changes;
    }

    private static Map<String, String> leaves(SynthesizedTemplate template) {
        Map<String, String> leaves = new TreeMap<>();
        collect("", template.filledIn(template.bucket("Data").path("Properties")), leaves);
        JsonNode statements =
                template.filledIn(template.bucketPolicyResource("Data").at("/Properties/PolicyDocument/Statement"));
        statements.forEach(statement -> collect(statement.path("Sid").asText(), statement, leaves));
        return leaves;
    }

    private static void collect(String path, JsonNode node, Map<String, String> leaves) {
        if (node.isValueNode()) {
            leaves.put(path, node.toString());
        }
        if (node.isObject()) {
            node.properties().forEach(field -> collect(path + "/" + field.getKey(), field.getValue(), leaves));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(path + "/" + i, node.get(i), leaves);
        }
    }
}
