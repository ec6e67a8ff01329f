package io.github.secures3.policy.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.agreement.TwoReadings;
import io.github.secures3.policy.Statement;
import io.github.secures3.requests.TestRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Every combination of keys that are as expected, otherwise, or absent.
 *
 * <p>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
class GuardrailSmallScopeTest {

    private static final String OURS = "o-exampleorgid";
    private static final String PARTNER = "444455556666";
    private static final String ROLE = "arn:aws:iam::444455556666:role/Partner";
    private static final TestRequest BARE =
            new TestRequest(TestRequest.ANONYMOUS, "s3:GetObject", "arn:aws:s3:::data/a", Map.of());

    /** One key as expected is enough; an absent key helps nobody. */
    @Test
    void identity_perimeter() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        keys.put("aws:PrincipalOrgID", List.of(OURS, "o-otherorgid00"));
        keys.put("aws:PrincipalAccount", List.of(PARTNER, "123456789012"));
        keys.put("aws:PrincipalArn", List.of(ROLE, "arn:aws:iam::123456789012:role/Partner"));
        keys.put("aws:ResourceTag/open", List.of("yes", "no"));
        keys.put("aws:PrincipalIsAWSService", List.of("true", "false"));
        GuardrailExceptions exceptions =
                new GuardrailExceptions(List.of(PARTNER), List.of(ROLE), List.of(new ResourceTag("open", "yes")));

        assertMatches(
                new IdentityPerimeter(OURS, exceptions).statement(),
                keys,
                request -> keys.keySet().stream().noneMatch(key -> isFirst(keys, request, key)));
    }

    /** Bound are services that name a source account; an absent organization helps nobody. */
    @Test
    void confused_deputy_protection() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        keys.put("aws:SourceOrgID", List.of(OURS, "o-otherorgid00"));
        keys.put("aws:SourceAccount", List.of(PARTNER, "123456789012"));
        keys.put("aws:PrincipalServiceName", List.of("s3.amazonaws.com", "sns.amazonaws.com"));
        keys.put("aws:ResourceTag/open", List.of("yes", "no"));
        keys.put("aws:PrincipalIsAWSService", List.of("true", "false"));

        assertMatches(
                new ConfusedDeputyProtection(
                                OURS,
                                List.of(PARTNER),
                                List.of("s3.amazonaws.com"),
                                List.of(new ResourceTag("open", "yes")))
                        .statement(),
                keys,
                request -> isFirst(keys, request, "aws:PrincipalIsAWSService")
                        && !request.values("aws:SourceAccount").isEmpty()
                        && keys.keySet().stream()
                                .filter(key -> !key.equals("aws:PrincipalIsAWSService"))
                                .noneMatch(key -> isFirst(keys, request, key)));
    }

    private static boolean isFirst(Map<String, List<String>> keys, TestRequest request, String key) {
        return request.values(key)
                .equals(List.of(Objects.requireNonNull(keys.get(key)).get(0)));
    }

    private static void assertMatches(
            Statement statement, Map<String, List<String>> keys, Predicate<TestRequest> expected) {
        List<TestRequest> requests = combinations(keys);
        assertThat(requests).hasSize((int) Math.pow(3, keys.size()));
        assertThat(requests)
                .allSatisfy(request -> assertThat(TwoReadings.matches(statement, request))
                        .as(request.toString())
                        .isEqualTo(expected.test(request)));
        assertThat(requests).anyMatch(expected).anyMatch(expected.negate());
    }

    private static List<TestRequest> combinations(Map<String, List<String>> keys) {
        List<TestRequest> requests = List.of(BARE);
        for (Map.Entry<String, List<String>> key : keys.entrySet()) {
            List<TestRequest> longer = new ArrayList<>(requests);
            for (TestRequest request : requests) {
                key.getValue().forEach(value -> longer.add(request.with(key.getKey(), value)));
            }
            requests = longer;
        }
        return requests;
    }
}
