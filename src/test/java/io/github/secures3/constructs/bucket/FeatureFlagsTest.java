package io.github.secures3.constructs.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.secures3.testing.RecommendedFlags;
import io.github.secures3.testing.Synthesized;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;

/** https://docs.aws.amazon.com/cdk/v2/guide/featureflags.html */
class FeatureFlagsTest {

    @ParameterizedTest(name = "{0}, bound to an environment: {1}")
    @MethodSource("cases")
    void changes_nothing_under_all_recommended_flags(String name, boolean bound) {
        assertThat(template(name, bound, RecommendedFlags.all())).isEqualTo(template(name, bound, Map.of()));
    }

    @ParameterizedTest(name = "{0}, bound to an environment: {1}")
    @MethodSource("cases")
    void changes_nothing_but_paths_under_the_cdk_command_line(String name, boolean bound) {
        Map<String, Object> context = new HashMap<>(RecommendedFlags.all());
        context.put("aws:cdk:enable-path-metadata", true);
        JsonNode underCommandLine = template(name, bound, context);
        withoutPaths(underCommandLine);

        assertThat(underCommandLine).isEqualTo(template(name, bound, Map.of()));
    }

    /** A grant writes one statement per resource, so that nothing is left for the CDK to minimize. */
    @Test
    void changes_nothing_in_the_policies_of_grantees() {
        assertThat(granted(RecommendedFlags.all())).isEqualTo(granted(Map.of()));
    }

    static Stream<Arguments> cases() {
        return BucketCases.names().stream()
                .flatMap(name -> Stream.of(Arguments.of(name, false), Arguments.of(name, true)));
    }

    private static JsonNode template(String name, boolean bound, Map<String, ?> context) {
        App app = Synthesized.app(context);
        Stack stack = bound
                ? Synthesized.stack(app, "Storage", "111122223333", "eu-west-1")
                : Synthesized.stack(app, "Storage");
        BucketCases.make(name, stack);
        return Synthesized.of(app).template(stack).root();
    }

    private static JsonNode granted(Map<String, ?> context) {
        App app = Synthesized.app(context);
        Stack stack = Synthesized.stack(app, "Storage");
        SecureBucket data = new SecureBucket(stack, "Data");
        Role reader = role(stack, "Reader");
        data.grantRead(reader, "reports/");
        data.grantWrite(role(stack, "Writer"));
        data.grantAppendOnly(role(stack, "Collector"), "events/");
        data.grantDelete(role(stack, "Cleaner"));
        data.grantReadWrite(role(stack, "Editor"));
        return Synthesized.of(app).template(stack).root();
    }

    private static Role role(Stack stack, String id) {
        return Role.Builder.create(stack, id)
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
    }

    private static void withoutPaths(JsonNode template) {
        for (JsonNode resource : template.path("Resources")) {
            if (resource.path("Metadata") instanceof ObjectNode metadata) {
                metadata.remove("aws:cdk:path");
                if (metadata.isEmpty()) {
                    ((ObjectNode) resource).remove("Metadata");
                }
            }
        }
    }
}
