package io.github.secures3.analysis.evaluate;

import static io.github.secures3.analysis.evaluate.Outcome.ALLOWED;
import static io.github.secures3.analysis.evaluate.Outcome.IMPLICITLY_DENIED;
import static io.github.secures3.analysis.evaluate.Scene.OTHER;
import static io.github.secures3.analysis.evaluate.Scene.OTHER_SESSION;
import static io.github.secures3.analysis.evaluate.Scene.ROLE;
import static io.github.secures3.analysis.evaluate.Scene.SERVICE;
import static io.github.secures3.analysis.evaluate.Scene.SESSION;
import static io.github.secures3.analysis.evaluate.Scene.allow;
import static io.github.secures3.analysis.evaluate.Scene.allowTo;
import static io.github.secures3.analysis.evaluate.Scene.by;
import static io.github.secures3.analysis.evaluate.Scene.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Block Public Access takes for public, and what RestrictPublicBuckets then does.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status">
 *     The meaning of "public"</a>
 */
class PublicPolicyTest {

    @ParameterizedTest(name = "{0} {1} {2}: public {3}")
    @CsvSource({
        "StringEquals, aws:PrincipalOrgID, o-exampleorgid, false",
        "StringEquals, aws:PrincipalAccount, 444455556666, false",
        "ArnLike, aws:PrincipalArn, arn:aws:iam::444455556666:role/R, false",
        "ArnLike, aws:PrincipalArn, arn:aws:iam::444455556666:role/*, true",
        "StringEquals, aws:SourceVpc, vpc-91237329, false",
        "StringLike, aws:SourceVpc, vpc-*, true",
        "StringEquals, aws:SourceVpc, ${aws:PrincipalTag/vpc}, true",
        "StringNotEquals, aws:SourceVpc, vpc-91237329, true",
        "StringEqualsIfExists, aws:SourceVpc, vpc-91237329, true",
        "ForAllValues:StringEquals, aws:SourceVpc, vpc-91237329, true",
        "StringEquals, aws:SourceVpce, vpce-1a2b3c4d, false",
        "ArnEquals, aws:SourceArn, arn:aws:sns:us-east-1:111122223333:t, false",
        "StringEquals, aws:SourceAccount, 111122223333, false",
        "StringEquals, aws:SourceOwner, 111122223333, false",
        "StringEquals, aws:userid, AROAEXAMPLE:alice, false",
        "StringLike, aws:userid, AROAEXAMPLE:*, true",
        "StringEquals, s3:DataAccessPointAccount, 111122223333, false",
        "StringLike, s3:DataAccessPointArn, arn:aws:s3:us-west-2:123456789012:accesspoint/*, false",
        "StringLike, s3:DataAccessPointArn, arn:aws:s3:us-west-2:*:accesspoint/a, true",
        "StringEquals, s3:x-amz-server-side-encryption-aws-kms-key-id, arn:aws:kms:us-east-1:111122223333:key/k, false",
        "StringEquals, s3:ExistingObjectTag/public, yes, true",
        "IpAddress, aws:SourceIp, 203.0.113.0/24, false",
        "IpAddress, aws:SourceIp, 9.0.0.0/8, false",
        "IpAddress, aws:SourceIp, 0.0.0.0/1, true",
        "IpAddress, aws:SourceIp, 2001:db8::/32, false",
        "IpAddress, aws:SourceIp, 2001::/31, true",
        "NotIpAddress, aws:SourceIp, 203.0.113.0/24, true",
        "IpAddress, aws:VpcSourceIp, 10.0.0.0/8, true"
    })
    void a_grant_to_everyone_is_public_unless_a_listed_key_confines_it(
            String operator, String key, String value, boolean isPublic) {
        Condition condition = Condition.of(ConditionOperator.parse(operator).orElseThrow(), key, value);
        Statement statement = Statement.allow("A")
                .everyone()
                .actions("s3:PutObject")
                .resources("*")
                .when(condition)
                .build();
        assertThat(policy(statement).isPublicForBucket().isTrue()).isEqualTo(isPublic);
        assertThat(policy(statement).isPublicForBucket().isFalse()).isEqualTo(!isPublic);
    }

    @Test
    void named_principals_are_not_public_and_web_identities_and_exceptions_are() {
        assertThat(isPublic(allowTo(ROLE))).isFalse();
        assertThat(isPublic(allowTo(Principal.service(SERVICE)))).isFalse();
        assertThat(isPublic(allowTo(Principal.canonicalUser("79a59df900b949e55d96a1e698fbaced"))))
                .isFalse();
        assertThat(isPublic(allowTo(Principal.federated("arn:aws:iam::111122223333:saml-provider/Corp"))))
                .isFalse();
        assertThat(isPublic(allowTo(Principal.federated("graph.facebook.com")))).isTrue();
        assertThat(isPublic(allowTo(Principal.aws(ROLE), Principal.aws("*")))).isTrue();
        assertThat(isPublic(Statement.allow("A")
                        .principals(Principals.allExcept(Principal.aws(ROLE)))
                        .actions("s3:*")
                        .resources("*")
                        .build()))
                .isTrue();
    }

    @Test
    void deny_statements_change_nothing() {
        assertThat(isPublic(allowTo("*"), Scene.denyTo(Principal.everyone()))).isTrue();
        assertThat(isPublic(Scene.denyTo(Principal.everyone()))).isFalse();
    }

    @Test
    void an_access_point_policy_that_leans_on_access_point_arns_is_public() {
        Statement statement = Statement.allow("A")
                .everyone()
                .actions("s3:*")
                .resources("*")
                .when(Condition.of(
                        Comparison.STRING_LIKE,
                        "s3:DataAccessPointArn",
                        "arn:aws:s3:us-west-2:123456789012:accesspoint/*"))
                .build();
        assertThat(policy(statement).isPublicForBucket().isFalse()).isTrue();
        assertThat(policy(statement).isPublicForAccessPoint().isTrue()).isTrue();
    }

    @Test
    void restricted_a_public_policy_lets_in_services_and_the_owner_s_account_alone() {
        Statement[] policy = {
            allowTo(Principal.service("cloudtrail.amazonaws.com")), allowTo(OTHER), allowTo(Principal.everyone())
        };
        assertThat(restricted("cloudtrail.amazonaws.com").bucketPolicy(policy).outcome())
                .isEqualTo(ALLOWED);
        assertThat(restricted(SESSION).bucketPolicy(policy).outcome()).isEqualTo(ALLOWED);
        assertThat(restricted(OTHER_SESSION).bucketPolicy(policy).outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(restricted("anonymous").bucketPolicy(policy).outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(by(OTHER_SESSION).identity(allow()).bucketPolicy(policy).outcome())
                .isEqualTo(ALLOWED);
    }

    @Test
    void restricted_a_policy_that_is_not_public_stays_as_it_is() {
        assertThat(restricted(OTHER_SESSION).bucketPolicy(allowTo(OTHER)).outcome())
                .isEqualTo(ALLOWED);
    }

    /**
     * The other settings act when ACLs and policies are set, or on ACLs.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-options">
     *     Block public access settings</a>
     */
    @Test
    void refusing_public_policies_leaves_the_one_that_is_there_in_force() {
        Scene scene = by("anonymous").bucketPolicy(allowTo(Principal.everyone()));
        assertThat(scene.where(s -> s.blockPublicAccess(new BlockPublicAccess(true, true, true, false)))
                        .outcome())
                .isEqualTo(ALLOWED);
        assertThat(scene.where(s -> s.blockPublicAccess(new BlockPublicAccess(false, false, false, true)))
                        .outcome())
                .isEqualTo(IMPLICITLY_DENIED);
    }

    @Test
    void the_most_restrictive_level_counts_and_an_access_point_of_a_vpc_is_never_public() {
        assertThat(by("anonymous")
                        .bucketPolicy(allowTo(Principal.everyone()))
                        .where(s -> s.blockPublicAccess(BlockPublicAccess.none())
                                .blockPublicAccess(BlockPublicAccess.all()))
                        .outcome())
                .isEqualTo(IMPLICITLY_DENIED);
        for (String origin : List.of("VPC", "Internet")) {
            String point = "arn:aws:s3:us-east-1:111122223333:accesspoint/reports";
            Decision decision = by(OTHER_SESSION)
                    .does("s3:GetObject", point + "/object/key")
                    .identity(allow())
                    .bucketPolicy(allowTo(OTHER))
                    .with("aws:SourceVpc", "vpc-1a2b3c")
                    .where(s -> s.bucketResource("arn:aws:s3:::data/key")
                            .blockPublicAccess(BlockPublicAccess.all())
                            .accessPoint(new AccessPoint(
                                    point,
                                    Scene.OWNER,
                                    origin,
                                    origin.equals("VPC") ? "vpc-1a2b3c" : null,
                                    List.of(policy(allowTo(Principal.everyone()))),
                                    BlockPublicAccess.none())))
                    .decide();
            assertThat(decision.outcome()).as(origin).isEqualTo(origin.equals("VPC") ? ALLOWED : IMPLICITLY_DENIED);
        }
    }

    @Test
    void an_unknown_block_leaves_undecided_who_would_be_kept_out() {
        String reason = "Block Public Access of the account is not known";
        Scene guest = by(OTHER_SESSION)
                .identity(allow())
                .bucketPolicy(allowTo(Principal.everyone()))
                .where(s -> s.unknown(Layer.BLOCK_PUBLIC_ACCESS, reason));
        assertThat(guest.decide().unknowns()).containsExactly(reason);
        assertThat(guest.where(s -> s.blockPublicAccess(BlockPublicAccess.none()))
                        .decide()
                        .unknowns())
                .as("one level is off, another unknown")
                .containsExactly(reason);
        assertThat(guest.where(s -> s.blockPublicAccess(BlockPublicAccess.all()))
                        .outcome())
                .as("one level is on")
                .isEqualTo(IMPLICITLY_DENIED);
        assertThat(by(SESSION)
                        .bucketPolicy(allowTo(Principal.everyone()))
                        .where(s -> s.unknown(Layer.BLOCK_PUBLIC_ACCESS, reason))
                        .outcome())
                .isEqualTo(ALLOWED);
    }

    @Test
    void whether_an_unknown_value_makes_a_policy_public_is_unknown() {
        assertThat(policy(allowTo("${Token[Partner]}")).isPublicForBucket().reasons())
                .containsExactly("whether a policy is public depends on Partner");
        assertThat(policy(allowTo("arn:aws:iam::444455556666:role/" + UnresolvedToken.ofGeneratedName("Guest.Name")))
                        .isPublicForBucket()
                        .isFalse())
                .as("a name that CloudFormation makes up is no wildcard")
                .isTrue();
    }

    private static Scene restricted(String principal) {
        return by(principal).identity(allow()).where(s -> s.blockPublicAccess(BlockPublicAccess.all()));
    }

    private static boolean isPublic(Statement... statements) {
        return policy(statements).isPublicForBucket().isTrue();
    }
}
