package io.github.secures3.constructs.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.secures3.testing.RecommendedFlags;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;

/**
 * The same template comes out whatever the app's context says.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/v2/guide/featureflags.html">Feature flags</a>
 */
class FeatureFlagsTest {

    private static final Map<String, Object> FLAGS = RecommendedFlags.read();

    /** What the CDK command line adds to the context by itself. */
    private static final Map<String, Object> COMMAND_LINE = Map.of(
            "aws:cdk:enable-path-metadata", true,
            "aws:cdk:enable-asset-metadata", true,
            "aws:cdk:version-reporting", true,
            "aws:cdk:bundling-stacks", new String[] {"**"});

    @Test
    void the_flags_are_those_of_the_cdk_on_the_class_path() {
        assertThat(FLAGS)
                .hasSizeGreaterThan(50)
                .containsKeys("@aws-cdk/aws-iam:minimizePolicies", "@aws-cdk/aws-s3:createDefaultLoggingPolicy");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void all_recommended_flags_leave_the_template_as_it_is(boolean isAgnostic) {
        assertThat(synthesized(FLAGS, isAgnostic).text())
                .isEqualTo(synthesized(Map.of(), isAgnostic).text());
    }

    @Test
    void each_flag_about_buckets_keys_and_policies_leaves_the_template_as_it_is() {
        String without = synthesized(Map.of(), true).text();
        FLAGS.forEach((flag, value) -> {
            if (flag.matches("@aws-cdk/(aws-s3|aws-kms|aws-iam|core).*")) {
                assertThat(synthesized(Map.of(flag, value), true).text())
                        .as(flag)
                        .isEqualTo(without);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_command_line_adds_nothing_but_paths(boolean isAgnostic) {
        Map<String, Object> context = new TreeMap<>(FLAGS);
        context.putAll(COMMAND_LINE);
        SynthesizedTemplate template = synthesized(context, isAgnostic);
        assertThat(template.text()).contains("aws:cdk:path");
        assertThat(withoutPaths(template)).isEqualTo(withoutPaths(synthesized(Map.of(), isAgnostic)));
    }

    private static JsonNode withoutPaths(SynthesizedTemplate template) {
        JsonNode root = template.root().deepCopy();
        for (JsonNode resource : root.path("Resources")) {
            if (resource.path("Metadata") instanceof ObjectNode metadata) {
                metadata.remove("aws:cdk:path");
                if (metadata.isEmpty()) {
                    ((ObjectNode) resource).remove("Metadata");
                }
            }
        }
        return root;
    }

    private static SynthesizedTemplate synthesized(Map<String, Object> context, boolean isAgnostic) {
        App app = Synthesized.app(context);
        Stack stack = isAgnostic
                ? Synthesized.stack(app, "Storage")
                : Synthesized.stack(app, "Storage", "111122223333", "eu-west-1");
        SampleBuckets.everything(stack);
        return Synthesized.of(app).template(stack);
    }
}
