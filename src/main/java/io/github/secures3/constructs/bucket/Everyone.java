package io.github.secures3.constructs.bucket;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.Pattern;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.PrincipalType;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a statement means everyone, or a service for whomever it acts.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status">
 *     The meaning of "public"</a>
 */
final class Everyone {

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

    /** The keys that say for whom a service acts. */
    private static final Set<String> SOURCE =
            Set.of("aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourceowner");

    private Everyone() {}

    /** Whether an Allow statement lets everyone in, anonymous callers included. */
    static boolean isAllowedBy(Statement statement) {
        Principals principals = statement.principals();
        return principals != null
                && (principals.negated() || principals.members().stream().anyMatch(Principal::isEveryone))
                && !isHeldTo(NARROWING, statement);
    }

    /** Whether an Allow statement lets an AWS service in without saying for whom it acts. */
    static boolean canUseServiceIn(Statement statement) {
        Principals principals = statement.principals();
        return principals != null
                && principals.members().stream().anyMatch(member -> member.type() == PrincipalType.SERVICE)
                && !isHeldTo(SOURCE, statement);
    }

    private static boolean isHeldTo(Set<String> keys, Statement statement) {
        return statement.conditions().all().stream()
                .anyMatch(condition -> keys.contains(condition.key().toLowerCase(Locale.ROOT)) && isFixed(condition));
    }

    private static boolean isFixed(Condition condition) {
        ConditionOperator operator = condition.operator();
        return operator.quantifier() != ConditionOperator.Quantifier.FOR_ALL_VALUES
                && !operator.ifExists()
                && !operator.comparison().isNegated()
                && operator.comparison() != Comparison.NULL
                && condition.values().stream().allMatch(value -> isFixed(condition.key(), value.text()));
    }

    /** The ARN of an access point may leave its name open; nothing else may hold a wildcard or a policy variable. */
    private static boolean isFixed(String key, String value) {
        Pattern pattern = Pattern.parse(value);
        boolean open = pattern.hasVariables() || pattern.hasWildcards() || value.endsWith("/0");
        return !open || key.equalsIgnoreCase("s3:DataAccessPointArn");
    }
}
