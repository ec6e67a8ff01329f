package io.github.secures3.analysis.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.matching.ContextValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Keys that follow from the rest.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global condition context keys</a>
 */
class ContextCompletionTest {

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource({
        "arn:aws:sts::111122223333:assumed-role/Reader/alice, aws:principalarn, arn:aws:iam::111122223333:role/Reader",
        "arn:aws:iam::111122223333:role/team/Reader, aws:principalarn, arn:aws:iam::111122223333:role/team/Reader",
        "arn:aws:iam::111122223333:user/Bob, aws:principalarn, arn:aws:iam::111122223333:user/Bob",
        "arn:aws:sts::111122223333:federated-user/carol, aws:principalarn,"
                + " arn:aws:sts::111122223333:federated-user/carol",
        "111122223333, aws:principalarn, arn:aws:iam::111122223333:root",
        "logging.s3.amazonaws.com, aws:principalarn, ABSENT",
        "anonymous, aws:principalarn, ABSENT",
        "arn:aws:iam::111122223333:user/Bob, aws:principalaccount, 111122223333",
        "anonymous, aws:principalaccount, anonymous",
        "arn:aws:sts::111122223333:assumed-role/Reader/alice, aws:principaltype, AssumedRole",
        "arn:aws:iam::111122223333:user/Bob, aws:principaltype, User",
        "arn:aws:sts::111122223333:federated-user/carol, aws:principaltype, FederatedUser",
        "111122223333, aws:principaltype, Account",
        "anonymous, aws:principaltype, Anonymous",
        "arn:aws:iam::111122223333:user/Bob, aws:username, Bob",
        "arn:aws:sts::111122223333:assumed-role/Reader/alice, aws:username, ABSENT",
        "111122223333, aws:userid, 111122223333",
        "arn:aws:sts::111122223333:federated-user/carol, aws:userid, 111122223333:carol",
        "logging.s3.amazonaws.com, aws:principalisawsservice, true",
        "arn:aws:iam::111122223333:user/Bob, aws:principalisawsservice, false",
        "anonymous, aws:principalisawsservice, ABSENT",
        "logging.s3.amazonaws.com, aws:principalservicename, logging.s3.amazonaws.com",
        "arn:aws:iam::111122223333:user/Bob, aws:principalservicename, ABSENT",
        "arn:aws:iam::111122223333:user/Bob, aws:principalorgid, o-exampleorgid",
        "arn:aws:iam::444455556666:user/Eve, aws:principalorgid, ABSENT",
        "anonymous, aws:principalorgid, ABSENT",
        "anonymous, aws:principaltag/team, ABSENT",
        "arn:aws:iam::111122223333:user/Bob, aws:resourceaccount, 123456789012",
        "arn:aws:iam::111122223333:user/Bob, aws:resourceorgid, o-exampleorgid",
        "arn:aws:iam::111122223333:user/Bob, aws:resourceorgpaths, o-exampleorgid/r-ab12/",
        "arn:aws:iam::111122223333:user/Bob, aws:viaawsservice, false",
        "arn:aws:iam::111122223333:user/Bob, s3:dataaccesspointarn, ABSENT",
        "arn:aws:iam::111122223333:user/Bob, aws:sourcevpce, ABSENT",
        "arn:aws:iam::111122223333:user/Bob, aws:securetransport, ABSENT"
    })
    void a_complete_context_follows_from_the_principal_and_the_organization(
            String principal, String key, String expected) {
        assertThat(shown(context(principal, Map.of(), true).get(key))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource({
        "arn:aws:iam::111122223333:user/Bob, aws:sourcevpce, UNKNOWN",
        "arn:aws:iam::111122223333:user/Bob, aws:securetransport, UNKNOWN",
        "arn:aws:iam::111122223333:user/Bob, aws:viaawsservice, UNKNOWN",
        "arn:aws:iam::111122223333:user/Bob, aws:principaltag/team, UNKNOWN",
        "anonymous, aws:principaltag/team, ABSENT",
        "anonymous, aws:principalorgid, ABSENT",
        "arn:aws:iam::111122223333:user/Bob, s3:dataaccesspointaccount, ABSENT",
        "arn:aws:iam::111122223333:user/Bob, aws:username, Bob",
        "arn:aws:iam::111122223333:user/Bob, aws:sourcearn, ABSENT",
        "arn:aws:iam::111122223333:user/Bob, aws:sourceorgid, ABSENT",
        "anonymous, aws:sourceaccount, ABSENT",
        "logging.s3.amazonaws.com, aws:sourceaccount, UNKNOWN",
        "logging.s3.amazonaws.com, aws:sourceorgpaths, UNKNOWN",
        "arn:aws:iam::111122223333:user/Bob, aws:federatedprovider, ABSENT",
        "arn:aws:sts::111122223333:assumed-role/Reader/alice, aws:federatedprovider, UNKNOWN",
        "arn:aws:iam::111122223333:user/Bob, aws:multifactorauthpresent, UNKNOWN",
        "anonymous, aws:multifactorauthpresent, ABSENT",
        "logging.s3.amazonaws.com, aws:sourceidentity, ABSENT"
    })
    void in_an_incomplete_context_what_does_not_follow_is_unknown(String principal, String key, String expected) {
        assertThat(shown(context(principal, Map.of(), false).get(key))).isEqualTo(expected);
    }

    @Test
    void a_key_that_is_given_stays_as_it_is() {
        Map<String, List<String>> given =
                Map.of("AWS:PrincipalArn", List.of("arn:aws:iam::111122223333:role/team/Reader"));
        assertThat(shown(context(Scene.SESSION, given, true).get("aws:principalarn")))
                .isEqualTo("arn:aws:iam::111122223333:role/team/Reader");
    }

    @Test
    void through_an_endpoint_there_is_no_source_ip() {
        Map<String, List<String>> given = Map.of("aws:SourceVpce", List.of("vpce-1a2b3c4d"));
        assertThat(context(Scene.SESSION, given, false).get("aws:sourceip").isAbsent())
                .isTrue();
        assertThat(context(Scene.SESSION, Map.of(), false).get("aws:sourceip").isUnknown())
                .isTrue();
    }

    @Test
    void with_a_source_ip_it_comes_through_no_endpoint() {
        Map<String, List<String>> given = Map.of("aws:SourceIp", List.of("203.0.113.7"));
        for (String key : List.of("aws:sourcevpc", "aws:sourcevpce", "aws:vpcsourceip", "aws:vpceorgid")) {
            assertThat(context(Scene.SESSION, given, false).get(key).isAbsent())
                    .as(key)
                    .isTrue();
            assertThat(context(Scene.SESSION, Map.of(), false).get(key).isUnknown())
                    .as(key)
                    .isTrue();
        }
    }

    @Test
    void called_via_another_service_is_via_a_service() {
        Map<String, List<String>> given = Map.of("aws:CalledVia", List.of("athena.amazonaws.com"));
        assertThat(shown(context(Scene.SESSION, given, true).get("aws:viaawsservice")))
                .isEqualTo("true");
    }

    @Test
    void unique_ids_have_unknown_values_around_what_is_known() {
        assertThat(shown(context(Scene.SESSION, Map.of(), true).get("aws:userid")))
                .isEqualTo("${Token[unique id of the role]}:alice");
        assertThat(shown(context(Scene.USER, Map.of(), true).get("aws:userid")))
                .isEqualTo("${Token[unique id of the user]}");
    }

    /**
     * Tags of a bucket count once ABAC is enabled for it.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/buckets-tagging-enable-abac.html">Enabling ABAC</a>
     */
    @Test
    void bucket_tags_count_only_when_abac_is_enabled() {
        for (String key : List.of("aws:resourcetag/team", "s3:buckettag/team")) {
            Situation.Builder tagged = Situation.builder().bucketTags(Map.of("Team", "red"));
            assertThat(shown(get(tagged.abacEnabled(true), key))).isEqualTo("red");
            assertThat(shown(get(tagged.abacEnabled(false), key))).isEqualTo("ABSENT");
            assertThat(shown(get(tagged.abacEnabled(true), key.replace("team", "owner"))))
                    .isEqualTo("ABSENT");
        }
    }

    private static ContextValue get(Situation.Builder situation, String key) {
        AccessRequest request =
                AccessRequest.of(RequestPrincipal.parse(Scene.SESSION), "s3:GetObject", Scene.OBJECT, Map.of());
        return ContextCompletion.of(request.withIncompleteContext(), situation.build(), null)
                .get(key);
    }

    private static ContextCompletion context(String principal, Map<String, List<String>> given, boolean complete) {
        Organization organization = new Organization(
                "o-exampleorgid",
                "123456789012",
                List.of("111122223333"),
                Map.of("123456789012", "o-exampleorgid/r-ab12/"));
        Situation situation = Situation.builder()
                .organization(organization)
                .resourceAccount("123456789012")
                .build();
        AccessRequest request = new AccessRequest(
                RequestPrincipal.parse(principal), "s3:GetObject", Scene.OBJECT, given, complete, false);
        return ContextCompletion.of(request, situation, null);
    }

    private static String shown(ContextValue value) {
        return value.values().isEmpty() ? value.toString() : String.join(",", value.values());
    }
}
