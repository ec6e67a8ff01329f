package io.github.secures3.constructs.validation;

import static io.github.secures3.constructs.validation.Synthesis.acknowledge;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.rules.FailOn;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.ValidationReport.Entry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.BlockPublicAccessOptions;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * An acknowledgement holds for its construct and what is in it, and nowhere else, although the CDK itself takes it for one of the whole app.
 *
 * @see <a href="https://github.com/aws/aws-cdk/issues/38495">aws-cdk #38495</a>
 */
class AcknowledgementsTest {

    private static final String RULE = "bucket.versioning";
    private static final String REASON = "a cache, which can be filled again";

    private final App app = Synthesis.app();
    private final Stack stack = Synthesized.stack(app, "Storage");
    private final Bucket one = new Bucket(stack, "Data One");
    private final Bucket other = new Bucket(stack, "Data Two");

    @ParameterizedTest
    @ValueSource(
            strings = {
                RULE,
                "SecureS3::" + RULE,
                RULE + "[Storage/Data-One/Resource]",
                "SecureS3::" + RULE + "[Storage/Data-One/Resource]"
            })
    void one_construct_is_acknowledged_and_its_neighbour_is_not(String id) {
        acknowledge(one, id, REASON);

        assertThat(found()).containsExactly("Storage/Data Two/Resource");
    }

    @Test
    void the_name_that_the_report_tells_can_be_pasted() {
        Synthesis before = Synthesis.of(app, new SecureS3Validation());
        Entry told = before.report().entries().stream()
                .filter(entry -> entry.construct().equals("Storage/Data One/Resource"))
                .filter(entry -> entry.rule().startsWith(RULE))
                .findFirst()
                .orElseThrow();
        AcknowledgementsTest again = new AcknowledgementsTest();
        acknowledge(again.one, told.plugin() + "::" + told.rule(), REASON);

        assertThat(again.found()).containsExactly("Storage/Data Two/Resource");
    }

    @Test
    void a_name_of_one_resource_holds_for_no_other() {
        acknowledge(stack, RULE + "[Storage/Data-One/Resource]", REASON);

        assertThat(found()).containsExactly("Storage/Data Two/Resource");
    }

    @Test
    void all_in_a_construct_are_acknowledged_with_it() {
        acknowledge(stack, RULE, REASON);

        assertThat(found()).isEmpty();
    }

    @Test
    void constructs_around_stacks_count_too() {
        App staged = Synthesis.app();
        Stage stage = new Stage(staged, "Prod");
        Construct service = new Construct(stage, "Order Service");
        new Bucket(Synthesized.stack(staged, "Apart"), "Data");
        new Bucket(new Stack(service, "Inside"), "Data");
        new Bucket(new Stack(stage, "Beside"), "Data");

        for (Map.Entry<IConstruct, String> each : Map.<IConstruct, String>of(
                        service, "bucket.kms-encryption", stage, "bucket.access-logging", staged, RULE)
                .entrySet()) {
            acknowledge(each.getKey(), each.getValue(), REASON);
        }
        Synthesis synthesis = Synthesis.of(staged, new SecureS3Validation());

        assertThat(synthesis.found()).noneMatch(found -> found.contains(RULE));
        assertThat(constructs(synthesis, "bucket.access-logging")).containsExactly("Apart/Data/Resource");
        assertThat(constructs(synthesis, "bucket.kms-encryption"))
                .containsExactlyInAnyOrder("Apart/Data/Resource", "Prod/Beside/Data/Resource");
    }

    @Test
    void an_acknowledged_finding_is_a_note_with_the_reason() {
        acknowledge(one, RULE, REASON);

        Synthesis synthesis = Synthesis.of(
                app, SecureS3Validation.Builder.create().reportNotes().build());

        assertThat(synthesis.found()).contains("info " + RULE + "[Storage/Data-One/Resource]");
        assertThat(synthesis.report().entries())
                .filteredOn(entry -> entry.rule().equals(RULE + "[Storage/Data-One/Resource]"))
                .singleElement()
                .extracting(Entry::description)
                .asString()
                .contains("\n   reason: " + RULE + ": " + REASON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void an_empty_reason_is_refused(String reason) {
        acknowledge(one, RULE, reason);

        Synthesis synthesis = Synthesis.of(app, new SecureS3Validation());

        assertThat(synthesis.passed()).isFalse();
        assertThat(synthesis.only("acknowledgement.complete").description())
                .isEqualTo("the acknowledgement of " + RULE + " on Storage/Data One gives no reason");
        assertThat(constructs(synthesis, RULE)).hasSize(2);
    }

    @Test
    void a_rule_that_does_not_exist_is_an_error_that_names_the_nearest() {
        acknowledge(one, "bucket.versionning", REASON);

        Synthesis synthesis = Synthesis.of(app, new SecureS3Validation());

        assertThat(synthesis.passed()).isFalse();
        assertThat(synthesis.only("acknowledgement.complete").description())
                .isEqualTo("the acknowledgement of bucket.versionning on Storage/Data One names no rule");
        assertThat(synthesis.only("acknowledgement.complete").fix()).startsWith("write " + RULE);
    }

    @Test
    void an_error_is_not_acknowledged_away() {
        String open = "bucket.block-public-access";
        Bucket bucket = Bucket.Builder.create(stack, "Open")
                .blockPublicAccess(new BlockPublicAccess(BlockPublicAccessOptions.builder()
                        .blockPublicPolicy(false)
                        .build()))
                .build();
        acknowledge(bucket, open, REASON);
        acknowledge(bucket, "SecureS3::" + open + "[Storage/Open/Resource]", REASON);

        Synthesis synthesis = Synthesis.of(app, new SecureS3Validation());

        assertThat(synthesis.passed()).isFalse();
        assertThat(synthesis.only(open).severity()).isEqualTo("fatal");
        assertThat(synthesis.only(open).fix())
                .endsWith("; an acknowledgement does not lift an error, a baseline does until a day");
        assertThat(synthesis.report().suppressed()).isEmpty();
    }

    /** Where the CDK suppresses anything, it decides anew whether the synthesis failed. */
    @Test
    void what_the_cdk_suppresses_does_not_let_a_failure_pass() {
        acknowledge(other, "SecureS3::bucket.replication[Storage/Data-One/Resource]", "in the wrong place");
        Synthesis synthesis = Synthesis.of(
                app,
                SecureS3Validation.Builder.create()
                        .failOn(FailOn.WARNING)
                        .reportNotes()
                        .build());

        assertThat(synthesis.report().suppressed()).hasSize(1);
        assertThat(synthesis.passed()).isFalse();
    }

    private List<String> found() {
        Synthesis synthesis = Synthesis.of(app, new SecureS3Validation());
        assertThat(synthesis.passed()).isTrue();
        return constructs(synthesis, RULE);
    }

    private static List<String> constructs(Synthesis synthesis, String rule) {
        return synthesis.report().entries().stream()
                .filter(entry -> entry.rule().startsWith(rule + "["))
                .map(Entry::construct)
                .toList();
    }
}
