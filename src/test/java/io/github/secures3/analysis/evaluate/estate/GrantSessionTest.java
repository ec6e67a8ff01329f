package io.github.secures3.analysis.evaluate.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a grantee of S3 Access Grants may do: what both the grant gives and the role of its location may.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-credentials.html">Requesting access through S3 Access
 *     Grants</a>
 */
class GrantSessionTest {

    private static final Estate ESTATE = EstateReader.read(
            List.of(Path.of("src/test/resources/io/github/secures3/analysis/evaluate/estate/grants.yaml")),
            ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1"));

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "Readers, s3:GetObject, Data/reports/1.csv, ALLOWED",
        "Readers, s3:GetObject, Data/finance/1.csv, IMPLICITLY_DENIED",
        "Readers, s3:PutObject, Data/reports/1.csv, IMPLICITLY_DENIED",
        "Writers, s3:PutObject, Data/anything, ALLOWED",
        "Writers, s3:GetObject, Data/anything, IMPLICITLY_DENIED",
        "Writers, s3:DeleteObject, Data/anything, IMPLICITLY_DENIED",
        "Open, s3:GetObject, Data/anything, UNDECIDED",
        "Joined, s3:GetObject, Data/reports/1.csv, UNDECIDED"
    })
    void the_session_is_confined_to_the_grant(String grant, String action, String what, Outcome expected) {
        Decision decision = decide("access-grants:" + grant, action, what);
        assertThat(decision.outcome()).as(decision.reason()).isEqualTo(expected);
    }

    @Test
    void what_is_not_known_is_the_reason() {
        assertThat(decide("access-grants:Open", "s3:GetObject", "Data/k").unknowns())
                .containsExactly(
                        "what the access grant Open gives is not known: parameter Permission of stack grants has"
                                + " no known value");
        assertThat(decide("access-grants:Joined", "s3:GetObject", "Data/k").unknowns())
                .containsExactly("what the access grant Joined gives is not known: its scope 's3://data/*reports/*' is"
                        + " in doubt");
    }

    @Test
    void a_grant_is_named_by_what_the_templates_have() {
        assertThatExceptionOfType(UnknownNameException.class)
                .isThrownBy(() -> decide("access-grants:Nobody", "s3:GetObject", "Data/k"))
                .withMessage("no access grant is called 'Nobody'; the templates have Readers, Writers, Open, Joined,"
                        + " Elsewhere");
        assertThatExceptionOfType(UnknownNameException.class)
                .isThrownBy(() -> decide("access-grants:Elsewhere", "s3:GetObject", "Data/k"))
                .withMessageStartingWith("the location of the access grant Elsewhere is not in the templates");
    }

    private static Decision decide(String who, String action, String what) {
        return EstateSituation.of(ESTATE, EstateRequest.of(who, action, what)).decide();
    }
}
