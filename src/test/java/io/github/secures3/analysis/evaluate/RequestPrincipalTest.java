package io.github.secures3.analysis.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.secures3.analysis.evaluate.RequestPrincipal.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Principals and requests as given.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM identifiers</a>
 */
class RequestPrincipalTest {

    @ParameterizedTest(name = "{0} is a {1}")
    @CsvSource({
        "arn:aws:iam::111122223333:role/Reader, ROLE_SESSION, 111122223333, Reader",
        "arn:aws:iam::111122223333:role/a/b/Reader, ROLE_SESSION, 111122223333, Reader",
        "arn:aws-cn:sts::111122223333:assumed-role/Reader/alice, ROLE_SESSION, 111122223333, Reader",
        "arn:aws:iam::111122223333:user/Bob, USER, 111122223333, Bob",
        "arn:aws:sts::111122223333:federated-user/carol, FEDERATED_USER, 111122223333, carol",
        "arn:aws:iam::111122223333:root, ROOT, 111122223333, ''",
        "111122223333, ROOT, 111122223333, ''",
        "logging.s3.amazonaws.com, SERVICE, , logging.s3.amazonaws.com",
        "s3.amazonaws.com.cn, SERVICE, , s3.amazonaws.com.cn",
        "anonymous, ANONYMOUS, , ''"
    })
    void each_form_is_recognized(String text, Kind kind, String account, String name) {
        RequestPrincipal principal = RequestPrincipal.parse(text);
        assertThat(principal.kind()).isEqualTo(kind);
        assertThat(principal.account()).isEqualTo(account);
        assertThat(principal.name()).isEqualTo(name);
        assertThat(principal.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "alice",
                "11112222333",
                "arn:aws:iam::111122223333:group/Admins",
                "arn:aws:iam::111122223333:saml-provider/Corp",
                "arn:aws:iam::111122223333:role/",
                "arn:aws:sts::111122223333:assumed-role/Reader",
                "arn:aws:iam:::user/Bob",
                "AROAEXAMPLE",
                "11112222333a",
                "11112222333:",
                "11112222333/",
                "logging.s3.example.com",
                ":logging.s3.amazonaws.com",
                "a:logging.s3.amazonaws.com",
                "/logging.s3.amazonaws.com",
                "a/logging.s3.amazonaws.com",
                "arn:aws:sts::111122223333:assumed-role//alice",
                "arn:aws:iam::111122223333:user",
                "arn:aws:iam::111122223333:/Bob",
                "arn:aws:iam::111122223333:root/Bob",
                "arn:aws:sts::111122223333:root"
            })
    void what_cannot_call_is_refused_with_what_can(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestPrincipal.parse(text))
                .withMessageContaining("'" + text + "'")
                .withMessageContaining("anonymous");
    }

    @Test
    void a_role_s_path_does_not_matter_to_the_principal_element() {
        assertThat(Scene.by("arn:aws:sts::111122223333:assumed-role/Reader/alice")
                        .bucketPolicy(Scene.allowTo("arn:aws:iam::111122223333:role/team/Reader"))
                        .outcome())
                .isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void the_session_of_a_role_given_by_its_own_arn_is_not_known() {
        Decision decision =
                Scene.by(Scene.ROLE).bucketPolicy(Scene.allowTo(Scene.SESSION)).decide();
        assertThat(decision.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(decision.reason()).contains("session of the role Reader");
    }

    @Test
    void a_request_names_a_service_and_no_key_twice() {
        RequestPrincipal bob = RequestPrincipal.parse(Scene.USER);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessRequest.of(bob, "GetObject", Scene.OBJECT, Map.of()))
                .withMessageContaining("s3:GetObject");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessRequest.of(
                        bob,
                        "s3:GetObject",
                        Scene.OBJECT,
                        Map.of("aws:SourceVpc", List.of("a"), "aws:sourcevpc", List.of("b"))))
                .withMessageContaining("twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessRequest.of(bob, "s3:GetObject", "x".repeat(20_000), Map.of()))
                .withMessageContaining("20000 characters");
    }

    @Test
    void unknown_principals_in_policies_leave_it_open_whom_they_name() {
        assertThat(Scene.by(Scene.SESSION)
                        .bucketPolicy(Scene.allowTo("${Token[Reader.Arn]}"))
                        .outcome())
                .isEqualTo(Outcome.UNDECIDED);
        assertThat(Scene.by(Scene.SESSION)
                        .bucketPolicy(Scene.allowTo("arn:aws:iam::111122223333:role/${Token[Reader]}"))
                        .outcome())
                .isEqualTo(Outcome.UNDECIDED);
        assertThat(Scene.by(Scene.SESSION)
                        .bucketPolicy(Scene.allowTo("arn:aws:iam::444455556666:role/${Token[Reader]}"))
                        .outcome())
                .isEqualTo(Outcome.IMPLICITLY_DENIED);
        String unknownRole = "arn:aws:iam::111122223333:role/${Token[Reader]}";
        assertThat(Scene.by(unknownRole)
                        .bucketPolicy(Scene.allowTo(unknownRole))
                        .outcome())
                .isEqualTo(Outcome.ALLOWED);
    }
}
