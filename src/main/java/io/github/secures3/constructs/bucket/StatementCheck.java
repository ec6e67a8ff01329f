package io.github.secures3.constructs.bucket;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses statements of a user that no bucket policy may hold. One that opens the bucket to everyone would be refused by Block Public
 * Access at deployment, with the stack half made.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status">
 *     The meaning of "public"</a>
 */
final class StatementCheck {

    /** The keys that, held to fixed values, keep a policy for everyone from being public. */
    private static final Set<String> NARROWING = Set.of(
            "aws:principalaccount",
            "aws:principalarn",
            "aws:principalorgid",
            "aws:principalorgpaths",
            "aws:sourceaccount",
            "aws:sourcearn",
            "aws:sourceip",
            "aws:sourceowner",
            "aws:sourcevpc",
            "aws:sourcevpce",
            "aws:userid",
            "s3:dataaccesspointaccount",
            "s3:dataaccesspointarn",
            "s3:x-amz-server-side-encryption-aws-kms-key-id");

    private StatementCheck() {}

    static void check(ConfigurationCheck check, Statement statement) {
        String sid = statement.sid();
        check.that(
                sid != null && !sid.isEmpty(),
                () -> "a policy statement has no Sid; give it one, so that reports and later changes can name it");
        Principals principals = statement.principals();
        check.that(
                principals != null,
                () -> "policy statement '" + sid + "' names no principal; a bucket policy must say whom it means");
        check.that(
                statement.effect() == Effect.DENY
                        || principals == null
                        || !isEveryone(principals)
                        || isNarrow(statement),
                () -> "policy statement '" + sid
                        + "' allows everyone, which Block Public Access refuses; name the principals, or add a condition on"
                        + " aws:PrincipalOrgID, aws:SourceVpce or another key that holds fixed values");
    }

    private static boolean isEveryone(Principals principals) {
        return principals.negated() || principals.members().stream().anyMatch(Principal::isEveryone);
    }

    private static boolean isNarrow(Statement statement) {
        return statement.conditions().all().stream().anyMatch(StatementCheck::narrows);
    }

    private static boolean narrows(Condition condition) {
        ConditionOperator operator = condition.operator();
        return NARROWING.contains(condition.key().toLowerCase(Locale.ROOT))
                && operator.quantifier() != ConditionOperator.Quantifier.FOR_ALL_VALUES
                && !operator.ifExists()
                && !operator.comparison().isNegated()
                && operator.comparison() != Comparison.NULL
                && condition.values().stream().map(ConditionValue::text).noneMatch("*"::equals);
    }
}
