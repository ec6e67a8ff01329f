package io.github.secures3.analysis.evaluate;

import static io.github.secures3.analysis.evaluate.Outcome.ALLOWED;
import static io.github.secures3.analysis.evaluate.Outcome.EXPLICITLY_DENIED;
import static io.github.secures3.analysis.evaluate.Outcome.UNDECIDED;
import static io.github.secures3.analysis.evaluate.Scene.ROLE;
import static io.github.secures3.analysis.evaluate.Scene.ROOT;
import static io.github.secures3.analysis.evaluate.Scene.SERVICE;
import static io.github.secures3.analysis.evaluate.Scene.SESSION;
import static io.github.secures3.analysis.evaluate.Scene.USER;
import static io.github.secures3.analysis.evaluate.Scene.allow;
import static io.github.secures3.analysis.evaluate.Scene.by;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Exceptions by {@code NotPrincipal}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">NotPrincipal</a>
 */
class NotPrincipalTest {

    @Test
    void a_caller_that_is_not_excepted_at_all_is_denied() {
        assertThat(by(USER).identity(allow()).bucketPolicy(denyAllBut(SESSION)).outcome())
                .isEqualTo(EXPLICITLY_DENIED);
        assertThat(by(SERVICE).bucketPolicy(denyAllBut(SESSION)).outcome()).isEqualTo(EXPLICITLY_DENIED);
        assertThat(by("anonymous").bucketPolicy(denyAllBut(SESSION)).outcome()).isEqualTo(EXPLICITLY_DENIED);
    }

    @Test
    void a_user_is_spared_when_the_exception_names_user_and_account() {
        assertThat(by(USER).identity(allow())
                        .bucketPolicy(denyAllBut(USER, ROOT))
                        .outcome())
                .isEqualTo(ALLOWED);
        assertThat(by(USER).identity(allow()).bucketPolicy(denyAllBut(USER)).outcome())
                .isEqualTo(UNDECIDED);
    }

    @Test
    void a_session_is_spared_when_the_exception_names_session_role_and_account() {
        assertThat(by(SESSION)
                        .identity(allow())
                        .bucketPolicy(denyAllBut(SESSION, ROLE, ROOT))
                        .outcome())
                .isEqualTo(ALLOWED);
        assertThat(by(SESSION)
                        .identity(allow())
                        .bucketPolicy(denyAllBut(ROLE, ROOT))
                        .outcome())
                .isEqualTo(UNDECIDED);
        assertThat(by(ROLE).identity(allow())
                        .bucketPolicy(denyAllBut(SESSION, ROLE, ROOT))
                        .outcome())
                .isEqualTo(UNDECIDED);
    }

    @Test
    void no_wildcard_spares_all_sessions_of_a_role() {
        assertThat(by(SESSION)
                        .identity(allow())
                        .bucketPolicy(denyAllBut("arn:aws:sts::111122223333:assumed-role/Reader/*"))
                        .outcome())
                .isEqualTo(EXPLICITLY_DENIED);
    }

    @Test
    void root_users_and_services_are_spared_by_their_own_name() {
        assertThat(by(ROOT).bucketPolicy(denyAllBut(ROOT)).outcome()).isEqualTo(ALLOWED);
        Statement others = Statement.deny("D")
                .principals(Principals.allExcept(Principal.service(SERVICE)))
                .actions("s3:*")
                .resources("*")
                .build();
        assertThat(by(SERVICE)
                        .bucketPolicy(Scene.allowTo(Principal.service(SERVICE)), others)
                        .outcome())
                .isEqualTo(ALLOWED);
    }

    @Test
    void a_caller_with_a_permissions_boundary_is_always_denied() {
        assertThat(by(USER).identity(allow())
                        .boundary(allow())
                        .bucketPolicy(denyAllBut(USER, ROOT))
                        .outcome())
                .isEqualTo(EXPLICITLY_DENIED);
        assertThat(by(SESSION)
                        .identity(allow())
                        .boundary(allow())
                        .bucketPolicy(denyAllBut(SESSION, ROLE, ROOT))
                        .outcome())
                .isEqualTo(EXPLICITLY_DENIED);
    }

    @Test
    void with_allow_it_reaches_anonymous_callers() {
        Statement grant = Statement.allow("A")
                .principals(Principals.allExcept(Principal.aws(USER), Principal.aws(ROOT)))
                .actions("s3:*")
                .resources("*")
                .build();
        assertThat(by("anonymous").bucketPolicy(grant).outcome()).isEqualTo(ALLOWED);
        assertThat(by(USER).bucketPolicy(grant).outcome()).isEqualTo(Outcome.IMPLICITLY_DENIED);
    }

    private static Statement denyAllBut(String... arns) {
        Principal[] spared = Stream.of(arns).map(Principal::aws).toArray(Principal[]::new);
        return Statement.deny("D")
                .principals(Principals.allExcept(spared))
                .actions("s3:*")
                .resources("*")
                .build();
    }
}
