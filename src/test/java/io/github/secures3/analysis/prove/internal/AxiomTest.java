package io.github.secures3.analysis.prove.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each axiom excludes a request that cannot occur, and not the one beside it. */
class AxiomTest {

    private static final Inquiry.Scene ANYBODY = new Inquiry.Scene(
            CallerScope.everyone(),
            Situation.builder().resourceAccount("111122223333").build(),
            "arn:aws:s3:::data");

    private static final Condition PLAIN_HTTP = is("aws:SecureTransport", "false");
    private static final Condition FROM_A_SERVICE = is("aws:PrincipalIsAWSService", "true");
    private static final Condition FROM_NO_SERVICE = is("aws:PrincipalIsAWSService", "false");
    private static final Condition ANONYMOUS = Condition.of(Comparison.STRING_EQUALS, "aws:PrincipalType", "Anonymous");
    private static final Condition BY_A_ROLE =
            Condition.of(Comparison.STRING_EQUALS, "aws:PrincipalType", "AssumedRole");

    private static final Condition IN_ANOTHER =
            Condition.of(Comparison.STRING_EQUALS, "aws:PrincipalOrgID", "o-anotherorg1");

    @Test
    void of_the_two_keys_about_one_membership_neither_is_there_without_the_other() {
        Statement alone = reads(below("o-exampleorgid"), lacks("aws:PrincipalOrgID"));
        Statement unlike = reads(has("aws:PrincipalOrgID"), lacks("aws:PrincipalOrgPaths"));

        assertThat(isPossible(about(alone), alone)).isFalse();
        assertThat(isPossible(about(unlike), unlike)).isFalse();
    }

    @Test
    void a_path_begins_with_organization_and_root() {
        Statement rootless = reads(below("o-exampleorgid/ou-ab12-11111111"));
        Statement whole = reads(below("o-exampleorgid/r-ab12/ou-ab12-11111111"));

        assertThat(isPossible(about(rootless), rootless)).isFalse();
        assertThat(isPossible(about(whole), whole)).isTrue();
    }

    private static Condition below(String path) {
        return Condition.of(
                ConditionOperator.forAnyValue(Comparison.STRING_LIKE), "aws:PrincipalOrgPaths", path + "/*");
    }

    @ParameterizedTest
    @EnumSource(Axiom.class)
    void a_request_that_cannot_occur_is_left_out_and_the_one_beside_it_is_not(Axiom axiom) {
        Inquiry excluded = about(excludedBy(axiom));
        assertThat(isPossible(excluded, excludedBy(axiom)))
                .as("%s, see %s", axiom.sentence(), axiom.page())
                .isFalse();
        assertThat(excluded.axioms()).contains(axiom);
        assertThat(isPossible(about(allowedBy(axiom)), allowedBy(axiom)))
                .as("beside: %s", axiom.sentence())
                .isTrue();
    }

    private static Statement excludedBy(Axiom axiom) {
        return switch (axiom) {
            case TRANSPORT -> reads(PLAIN_HTTP, has("s3:TlsVersion"));
            case NETWORK -> reads(has("aws:SourceIp"), has("aws:SourceVpce"));
            case ORGANIZATION -> reads(ANONYMOUS, has("aws:PrincipalOrgID"));
            case ORGANIZATION_PATHS -> reads(IN_ANOTHER, below("o-exampleorgid"));
            case PRINCIPAL -> reads(ANONYMOUS, has("aws:PrincipalTag/team"));
            case SERVICE_SOURCE -> reads(FROM_NO_SERVICE, has("aws:SourceArn"));
            case VIA_SERVICE -> reads(is("aws:ViaAWSService", "false"), has("aws:CalledVia"));
            case ALWAYS_THERE -> reads(lacks("aws:CurrentTime"));
            case ACCESS_POINT -> reads(PLAIN_HTTP, has("s3:DataAccessPointArn"));
            case KEYS_OF_ACTIONS -> reads(has("s3:prefix"));
            case RESOURCES_OF_ACTIONS -> asks("s3:ListBucket", "arn:aws:s3:::data/*");
        };
    }

    private static Statement allowedBy(Axiom axiom) {
        return switch (axiom) {
            case TRANSPORT -> reads(PLAIN_HTTP);
            case NETWORK -> reads(lacks("aws:SourceIp"), has("aws:SourceVpce"), has("aws:SourceVpc"));
            case ORGANIZATION -> reads(BY_A_ROLE, has("aws:PrincipalOrgID"));
            case ORGANIZATION_PATHS -> reads(IN_ANOTHER, below("o-anotherorg1"));
            case PRINCIPAL -> reads(BY_A_ROLE, has("aws:PrincipalTag/team"));
            case SERVICE_SOURCE -> reads(FROM_A_SERVICE, has("aws:SourceArn"));
            case VIA_SERVICE -> reads(is("aws:ViaAWSService", "true"), has("aws:CalledVia"));
            case ALWAYS_THERE -> reads(has("aws:CurrentTime"));
            case ACCESS_POINT -> reads(has("s3:DataAccessPointArn"), has("s3:DataAccessPointAccount"));
            case KEYS_OF_ACTIONS -> asks("s3:ListBucket", "arn:aws:s3:::data", has("s3:prefix"));
            case RESOURCES_OF_ACTIONS -> asks("s3:ListBucket", "arn:aws:s3:::data");
        };
    }

    private static boolean isPossible(Inquiry inquiry, Statement asked) {
        return inquiry.impossible(List.of(asked), true).isEmpty();
    }

    private static Inquiry about(Statement statement) {
        return Inquiry.about(ANYBODY, List.of(statement), new Budget(1_000_000)).get(0);
    }

    private static Statement reads(Condition... conditions) {
        return asks("s3:GetObject", "arn:aws:s3:::data/*", conditions);
    }

    private static Statement asks(String action, String resource, Condition... conditions) {
        Statement.Builder statement =
                Statement.deny("Asked").everyone().actions(action).resources(resource);
        for (Condition condition : conditions) {
            statement.when(condition);
        }
        return statement.build();
    }

    private static Condition is(String key, String value) {
        return Condition.of(Comparison.BOOL, key, value);
    }

    private static Condition has(String key) {
        return Condition.of(Comparison.NULL, key, "false");
    }

    private static Condition lacks(String key) {
        return Condition.of(Comparison.NULL, key, "true");
    }
}
