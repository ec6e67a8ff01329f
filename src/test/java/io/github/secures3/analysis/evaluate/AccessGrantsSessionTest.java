package io.github.secures3.analysis.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.secures3.analysis.evaluate.AccessGrantsSession.Permission;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sessions vended by S3 Access Grants.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-credentials.html">Requesting access through S3 Access
 *     Grants</a>
 */
class AccessGrantsSessionTest {

    @ParameterizedTest(name = "{0} on {1}: {2} {3} is {4}")
    @CsvSource({
        "READ, s3://data/bob/*, s3:GetObject, bob/report, ALLOWED",
        "READ, s3://data/bob/*, s3:GetObject, eve/report, IMPLICITLY_DENIED",
        "READ, s3://data/bob/*, s3:PutObject, bob/report, IMPLICITLY_DENIED",
        "WRITE, s3://data/bob/*, s3:PutObject, bob/report, ALLOWED",
        "WRITE, s3://data/bob/*, s3:GetObject, bob/report, IMPLICITLY_DENIED",
        "READWRITE, s3://data/*, s3:DeleteObject, any, ALLOWED",
        "READ, s3://data/one, s3:GetObject, one, ALLOWED",
        "READ, s3://data/one, s3:GetObject, one-more, IMPLICITLY_DENIED"
    })
    void a_session_is_confined_to_permission_and_scope(
            Permission permission, String scope, String action, String key, Outcome expected) {
        AccessGrantsSession session = new AccessGrantsSession(scope, permission, "aws");
        Scene scene = Scene.by("arn:aws:sts::111122223333:assumed-role/AccessGrantsLocation/bob")
                .does(action, "arn:aws:s3:::data/" + key)
                .identity(Scene.allow())
                .where(s -> s.sessionPolicies(List.of(session.sessionPolicy())));
        assertThat(scene.outcome()).isEqualTo(expected);
    }

    @Test
    void a_scope_names_a_bucket_and_what_lies_below() {
        for (String scope : List.of("data/*", "s3://", "s3://data", "s3:///x")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AccessGrantsSession(scope, Permission.READ, "aws"))
                    .withMessageContaining("'" + scope + "'");
        }
    }
}
