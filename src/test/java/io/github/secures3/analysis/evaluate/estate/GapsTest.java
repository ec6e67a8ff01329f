package io.github.secures3.analysis.evaluate.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What could not be read may grant and may deny: an answer that it could change is undecided. */
class GapsTest {

    @ParameterizedTest(name = "{0} {1} {2}: whole {3}, nested stack missing {4}, macro {5}")
    @CsvSource({
        "Reader, s3:GetObject, Data/1, Allowed, Undecided, Undecided",
        "Reader, s3:DeleteObject, Data/1, ExplicitlyDenied, ExplicitlyDenied, Undecided",
        "Reader, s3:PutObject, Data/1, ImplicitlyDenied, Undecided, Undecided",
        "111122223333, s3:GetObject, Data/1, Allowed, Allowed, Undecided",
        "111122223333, s3:GetObject, Open/1, Allowed, Undecided, Undecided",
        "anonymous, s3:GetObject, Data/1, ImplicitlyDenied, ImplicitlyDenied, Undecided",
        "anonymous, s3:GetObject, Open/1, ImplicitlyDenied, Undecided, Undecided"
    })
    void an_answer_that_a_gap_could_change_is_undecided(
            String who, String action, String what, String whole, String nested, String macro) {
        assertThat(decide("whole", who, action, what).outcome().text()).isEqualTo(whole);
        assertThat(decide("serverless", who, action, what).outcome().text())
                .as("a serverless function makes a role of its own and changes no other")
                .isEqualTo(whole);
        assertThat(decide("nested-stack-missing", who, action, what).outcome().text())
                .isEqualTo(nested);
        assertThat(decide("macro", who, action, what).outcome().text()).isEqualTo(macro);
    }

    @Test
    void the_gap_is_the_reason() {
        assertThat(decide("nested-stack-missing", "anonymous", "s3:GetObject", "Open/1")
                        .reason())
                .startsWith("Elsewhere at src/test/resources/")
                .endsWith("could not be read: the template of this nested stack is not among the files");
        assertThat(decide("macro", "anonymous", "s3:GetObject", "Data/1").unknowns())
                .singleElement()
                .asString()
                .endsWith("could not be read: macros may change or add any resource");
    }

    @Test
    void a_name_that_is_not_found_may_stand_in_a_gap() {
        assertThatExceptionOfType(UnknownNameException.class)
                .isThrownBy(() -> decide("nested-stack-missing", "Writer", "s3:GetObject", "Data/1"))
                .withMessageContaining("the templates have Reader, and Elsewhere at ");
        assertThatExceptionOfType(UnknownNameException.class)
                .isThrownBy(() -> decide("whole", "Reader", "s3:GetObject", "Nowhere/1"))
                .withMessageContaining("the templates have Data, Open and no access point; or give an ARN");
    }

    /**
     * The ARN of a session holds no path; the role is told by its name, and keeps its path.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM identifiers</a>
     */
    @Test
    void a_session_finds_the_policies_and_the_path_of_its_role() {
        String session = "arn:aws:sts::111122223333:assumed-role/Reader/alice";
        PlacedRequest placed = EstateSituation.of(estate("whole"), asked(session, "s3:GetObject", "Data/1"));
        assertThat(placed.decide().outcome().text()).isEqualTo("Allowed");
        assertThat(placed.request().principal().principalArn()).contains("arn:aws:iam::111122223333:role/team/Reader");
        assertThat(placed.request().principal().session()).isEqualTo("alice");
        assertThat(decide("whole", session.replace("111122223333", "444455556666"), "s3:GetObject", "Data/1")
                        .outcome()
                        .text())
                .as("a role of that name in another account")
                .isEqualTo("ImplicitlyDenied");
    }

    private static Decision decide(String template, String who, String action, String what) {
        return EstateSituation.of(estate(template), asked(who, action, what)).decide();
    }

    private static EstateRequest asked(String who, String action, String what) {
        Map<String, List<String>> https = Map.of("aws:SecureTransport", List.of("true"));
        return new EstateRequest(who, action, what, https, null, null, List.of());
    }

    private static Estate estate(String template) {
        Path file = Path.of("src/test/resources/io/github/secures3/analysis/evaluate/estate", template + ".yaml");
        return EstateReader.read(List.of(file), ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1"));
    }
}
