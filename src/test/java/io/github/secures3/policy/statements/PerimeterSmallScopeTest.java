package io.github.secures3.policy.statements;

import static io.github.secures3.policy.statements.Case.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.agreement.TwoReadings;
import io.github.secures3.policy.Statement;
import io.github.secures3.requests.TestRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Every combination of keys that are as expected, otherwise, or absent.
 *
 * <p>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
class PerimeterSmallScopeTest {

    private static final String OURS = "o-exampleorgid";
    private static final String PARTNER = "444455556666";
    private static final TestRequest BARE =
            new TestRequest(TestRequest.ANONYMOUS, "s3:GetObject", Case.OBJECT, Map.of());

    @Test
    void network_perimeter() {
        Statement statement = new DenyOutsideNetwork(new NetworkPerimeter(
                        List.of("vpce-1a2b3c4d"),
                        List.of("vpc-11aa22bb"),
                        List.of("203.0.113.0/24"),
                        List.of(Case.ROLE)))
                .on(BUCKET);
        Map<String, List<String>> keys = new LinkedHashMap<>();
        keys.put("aws:SourceIp", List.of("203.0.113.9", "198.51.100.7"));
        keys.put("aws:SourceVpc", List.of("vpc-11aa22bb", "vpc-99ff99ff"));
        keys.put("aws:SourceVpce", List.of("vpce-1a2b3c4d", "vpce-99ff99ff"));
        keys.put("aws:PrincipalArn", List.of(Case.ROLE, Case.ROLE + "2"));
        keys.put("aws:PrincipalIsAWSService", List.of("true", "false"));
        keys.put("aws:ViaAWSService", List.of("true", "false"));

        // One key as expected is enough; an absent key helps nobody.
        assertMatches(statement, keys, request -> keys.keySet().stream().noneMatch(key -> isFirst(keys, request, key)));
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html */
    @Test
    void direct_access() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        keys.put("s3:DataAccessPointAccount", List.of(PARTNER, "123456789012"));
        keys.put(
                "s3:DataAccessPointArn",
                List.of(
                        "arn:aws:s3:eu-west-1:444455556666:accesspoint/app",
                        "arn:aws:s3:eu-west-1:123456789012:accesspoint/app"));
        keys.put("aws:PrincipalArn", List.of(Case.ROLE, Case.ROLE + "2"));
        keys.put("aws:PrincipalIsAWSService", List.of("true", "false"));

        assertMatches(
                new DenyDirectAccess(List.of(PARTNER), List.of(Case.ROLE)).on(BUCKET),
                keys,
                request -> keys.keySet().stream().noneMatch(key -> isFirst(keys, request, key)));
    }

    @Test
    void organization() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        keys.put("aws:PrincipalOrgID", List.of(OURS, "o-otherorgids"));
        keys.put("aws:PrincipalAccount", List.of(PARTNER, "123456789012"));
        keys.put("aws:PrincipalIsAWSService", List.of("true", "false"));

        assertMatches(
                new DenyOutsideOrganization(OURS, List.of(PARTNER)).on(BUCKET),
                keys,
                request -> keys.keySet().stream().noneMatch(key -> isFirst(keys, request, key)));
        assertMatches(
                new DenyOutsideOrganization(OURS).on(BUCKET),
                keys,
                request -> !isFirst(keys, request, "aws:PrincipalOrgID")
                        && !isFirst(keys, request, "aws:PrincipalIsAWSService"));
    }

    @Test
    void confused_deputy() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        keys.put("aws:SourceOrgID", List.of(OURS, "o-otherorgids"));
        keys.put("aws:SourceAccount", List.of(PARTNER, "123456789012"));
        keys.put("aws:PrincipalIsAWSService", List.of("true", "false"));

        Predicate<TestRequest> foreign = request -> isFirst(keys, request, "aws:PrincipalIsAWSService")
                && !request.values("aws:SourceAccount").isEmpty();
        assertMatches(
                new DenyConfusedDeputy(OURS, List.of(PARTNER)).on(BUCKET),
                keys,
                foreign.and(request ->
                        !isFirst(keys, request, "aws:SourceOrgID") && !isFirst(keys, request, "aws:SourceAccount")));
        assertMatches(
                DenyConfusedDeputy.outsideOrganization(OURS).on(BUCKET),
                keys,
                foreign.and(request -> !isFirst(keys, request, "aws:SourceOrgID")));
        assertMatches(
                DenyConfusedDeputy.outsideAccounts(List.of(PARTNER)).on(BUCKET),
                keys,
                foreign.and(request -> !isFirst(keys, request, "aws:SourceAccount")));
    }

    private static boolean isFirst(Map<String, List<String>> keys, TestRequest request, String key) {
        return request.values(key).equals(keys.getOrDefault(key, List.of()).subList(0, 1));
    }

    private static void assertMatches(
            Statement statement, Map<String, List<String>> keys, Predicate<TestRequest> expected) {
        List<TestRequest> all = List.of(BARE);
        for (Map.Entry<String, List<String>> key : keys.entrySet()) {
            List<TestRequest> wider = new ArrayList<>(all);
            for (TestRequest request : all) {
                key.getValue().forEach(value -> wider.add(request.with(key.getKey(), value)));
            }
            all = wider;
        }
        assertThat(all)
                .hasSize((int) Math.pow(3, keys.size()))
                .allSatisfy(request ->
                        assertThat(TwoReadings.matches(statement, request)).isEqualTo(expected.test(request)));
    }
}
