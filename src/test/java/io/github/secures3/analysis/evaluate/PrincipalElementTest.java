package io.github.secures3.analysis.evaluate;

import static io.github.secures3.analysis.evaluate.Outcome.ALLOWED;
import static io.github.secures3.analysis.evaluate.Outcome.EXPLICITLY_DENIED;
import static io.github.secures3.analysis.evaluate.Outcome.IMPLICITLY_DENIED;
import static io.github.secures3.analysis.evaluate.Outcome.UNDECIDED;
import static io.github.secures3.analysis.evaluate.Scene.OTHER_SESSION;
import static io.github.secures3.analysis.evaluate.Scene.ROLE;
import static io.github.secures3.analysis.evaluate.Scene.SERVICE;
import static io.github.secures3.analysis.evaluate.Scene.SESSION;
import static io.github.secures3.analysis.evaluate.Scene.USER;
import static io.github.secures3.analysis.evaluate.Scene.allow;
import static io.github.secures3.analysis.evaluate.Scene.allowTo;
import static io.github.secures3.analysis.evaluate.Scene.allowing;
import static io.github.secures3.analysis.evaluate.Scene.by;
import static io.github.secures3.analysis.evaluate.Scene.denyTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whom the less usual entries of a {@code Principal} element mean.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
class PrincipalElementTest {

    private static final String PROVIDER = "arn:aws:iam::111122223333:saml-provider/Corp";
    private static final String CANONICAL_ID = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be";

    /** Once a principal is gone, its entry turns into its unique id, which means nobody. */
    @ParameterizedTest
    @ValueSource(
            strings = {"AROAEXAMPLEEXAMPLE", "arn:aws:iam::111122223333:role/*", "arn:aws:iam::111122223333:group/G"})
    void ids_of_deleted_principals_wildcards_and_groups_mean_nobody(String entry) {
        assertThat(by(SESSION).bucketPolicy(allowTo(entry)).outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(by(SESSION)
                        .identity(allow())
                        .bucketPolicy(denyTo(Principal.aws(entry)))
                        .outcome())
                .isEqualTo(ALLOWED);
    }

    @Test
    void an_identity_provider_means_the_sessions_that_came_through_it() {
        Statement grant = allowTo(Principal.federated(PROVIDER));
        Scene session = by(SESSION);
        assertThat(session.bucketPolicy(grant).outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(session.with("aws:FederatedProvider", PROVIDER + "-2").outcome())
                .isEqualTo(IMPLICITLY_DENIED);
        assertThat(session.with("aws:FederatedProvider", PROVIDER).outcome()).isEqualTo(ALLOWED);
        assertThat(by(SESSION).incomplete().bucketPolicy(grant).decide().unknowns())
                .containsExactly("the context key aws:FederatedProvider is not given");
        assertThat(by(USER).with("aws:FederatedProvider", PROVIDER)
                        .bucketPolicy(grant)
                        .outcome())
                .isEqualTo(IMPLICITLY_DENIED);
    }

    /** The id belongs to an account; which one, nobody can tell from it. */
    @Test
    void a_canonical_user_id_may_be_the_caller_s_account() {
        Scene guest = by(OTHER_SESSION).identity(allow()).bucketPolicy(allowTo(Principal.canonicalUser(CANONICAL_ID)));
        assertThat(guest.outcome()).isEqualTo(UNDECIDED);
        assertThat(guest.decide().reason())
                .isEqualTo("whose canonical user id 79a59df9... is, no ARN or account id tells");
        assertThat(by("anonymous")
                        .bucketPolicy(allowTo(Principal.canonicalUser(CANONICAL_ID)))
                        .outcome())
                .isEqualTo(IMPLICITLY_DENIED);
        assertThat(by(OTHER_SESSION)
                        .identity(allow())
                        .bucketPolicy(allowTo(Principal.canonicalUser("79a59df9")))
                        .decide()
                        .reason())
                .isEqualTo("whose canonical user id 79a59df9 is, no ARN or account id tells");
    }

    /**
     * A service can go by several names.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalservicenameslist">
     *     aws:PrincipalServiceNamesList</a>
     */
    @Test
    void a_service_means_whoever_has_its_name_among_his() {
        Statement grant = allowTo(Principal.service("delivery.logs.amazonaws.com"));
        Scene service = by(SERVICE).bucketPolicy(grant);
        assertThat(service.outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(service.with("aws:PrincipalServiceNamesList", SERVICE, "delivery.logs.amazonaws.com")
                        .outcome())
                .isEqualTo(ALLOWED);
        assertThat(by("delivery.logs.amazonaws.com").bucketPolicy(grant).outcome())
                .isEqualTo(ALLOWED);
        assertThat(by(SESSION).bucketPolicy(grant).outcome()).isEqualTo(IMPLICITLY_DENIED);
    }

    /**
     * Nobody is left.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">NotPrincipal</a>
     */
    @Test
    void a_deny_for_all_but_everyone_denies_nobody() {
        Statement others = Statement.deny("D")
                .principals(Principals.allExcept(Principal.aws("*")))
                .actions("s3:*")
                .resources("*")
                .build();
        for (String caller : new String[] {SESSION, ROLE, USER}) {
            assertThat(by(caller).identity(allow()).bucketPolicy(others).outcome())
                    .as(caller)
                    .isEqualTo(ALLOWED);
        }
        Statement named = Statement.deny("D")
                .principals(Principals.allExcept(Principal.aws(USER)))
                .actions("s3:*")
                .resources("*")
                .build();
        assertThat(by(SESSION).identity(allow()).bucketPolicy(named).outcome()).isEqualTo(EXPLICITLY_DENIED);
    }

    /** What only the deployment knows may be the session, the role, the user or the account, each with its own worth. */
    @Test
    void an_unknown_entry_may_mean_the_caller_in_each_way_that_its_known_part_leaves_open() {
        Statement whole = allowTo("${Token[Whom]}");
        assertThat(limited(SESSION).bucketPolicy(whole).outcome())
                .as("as a session, which nothing limits")
                .isEqualTo(UNDECIDED);
        assertThat(limited(USER).bucketPolicy(whole).outcome()).isEqualTo(UNDECIDED);
        assertThat(by("444455556666").bucketPolicy(whole).outcome())
                .as("as its account")
                .isEqualTo(UNDECIDED);
        Statement ofIam = allowTo("arn:aws:iam::111122223333:${Token[Whom]}");
        assertThat(limited(SESSION).bucketPolicy(ofIam).outcome())
                .as("as a role, which the boundary limits")
                .isEqualTo(IMPLICITLY_DENIED);
        assertThat(limited(ROLE).bucketPolicy(ofIam).outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(by(SESSION).bucketPolicy(ofIam).outcome()).isEqualTo(UNDECIDED);
        assertThat(limited(USER).bucketPolicy(ofIam).outcome()).isEqualTo(UNDECIDED);
        Statement ofRoles = allowTo("${Token[Prefix]}:role/Reader");
        assertThat(by(SESSION).bucketPolicy(ofRoles).outcome()).isEqualTo(UNDECIDED);
        assertThat(by(USER).bucketPolicy(ofRoles).outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(by("444455556666").bucketPolicy(ofRoles).outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(by("anonymous").bucketPolicy(whole).outcome()).isEqualTo(IMPLICITLY_DENIED);
    }

    private static Scene limited(String principal) {
        return by(principal).boundary(allowing("ec2:*"));
    }
}
