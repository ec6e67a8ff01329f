package io.github.secures3.analysis.evaluate;

import io.github.secures3.analysis.evaluate.matching.IpRange;
import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.policy.Arn;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator.Quantifier;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.Pattern;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyVersion;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether S3 Block Public Access takes a policy for public.
 *
 * <p>It does unless every Allow is confined to fixed values, without wildcards and policy variables: to principals, or by a condition on one
 * of the keys that AWS lists. Deny statements change nothing, and one public statement makes the whole policy public.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status">
 *     The meaning of "public"</a>
 * @since 0.1
 */
public final class PublicPolicy {

    /** The keys of AWS's list, and those that stand for its "AWS principal, user, role, or service principal". */
    private static final Set<String> CONFINING_KEYS = Set.of(
            "aws:principalorgid",
            "aws:principalorgpaths",
            "aws:principalaccount",
            "aws:principalarn",
            "aws:principalservicename",
            "aws:principalservicenameslist",
            "aws:sourcearn",
            "aws:sourcevpc",
            "aws:sourcevpce",
            "aws:sourceowner",
            "aws:sourceaccount",
            "aws:userid",
            "s3:x-amz-server-side-encryption-aws-kms-key-id",
            "s3:dataaccesspointaccount");

    private static final String ACCESS_POINT_ARN = "s3:dataaccesspointarn";
    private static final String SOURCE_IP = "aws:sourceip";
    private static final int NARROWEST_PUBLIC_V4 = 8;
    private static final int NARROWEST_PUBLIC_V6 = 32;

    private final PolicyVersion version;
    private final boolean ofAccessPoint;

    private PublicPolicy(PolicyVersion version, boolean ofAccessPoint) {
        this.version = version;
        this.ofAccessPoint = ofAccessPoint;
    }

    /** Whether a bucket policy is public. */
    public static Truth ofBucket(PolicyDocument document) {
        return new PublicPolicy(document.effectiveVersion(), false).isPublic(document);
    }

    /** Whether the policy of an access point that answers to the internet is public. */
    public static Truth ofAccessPoint(PolicyDocument document) {
        return new PublicPolicy(document.effectiveVersion(), true).isPublic(document);
    }

    private Truth isPublic(PolicyDocument document) {
        Truth any = Truth.FALSE;
        for (Statement statement : document.statements()) {
            if (statement.effect() == Effect.ALLOW) {
                any = any.or(isConfined(statement).not());
            }
        }
        return any;
    }

    private Truth isConfined(Statement statement) {
        Truth confined = namesFixedPrincipals(statement);
        for (Condition condition : statement.conditions().all()) {
            confined = confined.or(isConfining(condition));
        }
        return confined;
    }

    private Truth namesFixedPrincipals(Statement statement) {
        Principals principals = statement.principals();
        if (principals == null || principals.negated() || principals.members().isEmpty()) {
            return Truth.FALSE;
        }
        Truth all = Truth.TRUE;
        for (Principal principal : principals.members()) {
            all = all.and(isFixed(principal));
        }
        return all;
    }

    /** A web identity provider stands for everybody who has an account there; a SAML provider belongs to an AWS account. */
    private Truth isFixed(Principal principal) {
        return switch (principal.type()) {
            case EVERYONE -> Truth.FALSE;
            case FEDERATED -> Arn.find(principal.value()).isPresent() ? isFixed(principal.value()) : Truth.FALSE;
            case AWS, SERVICE, CANONICAL_USER -> isFixed(principal.value());
        };
    }

    private Truth isFixed(String text) {
        Pattern pattern = Pattern.parse(text, version);
        if (pattern.hasVariables() || pattern.hasWildcards()) {
            return Truth.FALSE;
        }
        String open = UnresolvedToken.replaceIn(text, name -> UnresolvedToken.isGeneratedName(name) ? "" : name);
        return UnresolvedToken.isIn(open)
                ? Truth.unknown(
                        "whether a policy is public depends on " + String.join(", ", UnresolvedToken.namesIn(open)))
                : Truth.TRUE;
    }

    private Truth isConfining(Condition condition) {
        Comparison comparison = condition.operator().comparison();
        boolean passedByAbsence = condition.operator().ifExists()
                || condition.operator().quantifier() == Quantifier.FOR_ALL_VALUES
                || comparison.isNegated();
        String key = condition.key().toLowerCase(Locale.ROOT);
        if (passedByAbsence || condition.values().isEmpty()) {
            return Truth.FALSE;
        }
        if (key.equals(SOURCE_IP)) {
            return Truth.of(comparison == Comparison.IP_ADDRESS && all(condition.values(), PublicPolicy::isNarrow));
        }
        boolean comparesText = comparison.kind() == Comparison.Kind.STRING || comparison.kind() == Comparison.Kind.ARN;
        if (!comparesText) {
            return Truth.FALSE;
        }
        if (key.equals(ACCESS_POINT_ARN)) {
            return ofAccessPoint ? Truth.FALSE : Truth.of(all(condition.values(), PublicPolicy::hasFixedAccount));
        }
        return CONFINING_KEYS.contains(key) ? allFixed(condition.values(), key) : Truth.FALSE;
    }

    private Truth allFixed(List<ConditionValue> values, String key) {
        Truth all = Truth.TRUE;
        for (ConditionValue value : values) {
            boolean everySessionOfARole =
                    key.equals("aws:userid") && value.text().endsWith(":*");
            all = all.and(everySessionOfARole ? Truth.FALSE : isFixed(value.text()));
        }
        return all;
    }

    private static boolean all(List<ConditionValue> values, Predicate<String> test) {
        return values.stream().allMatch(value -> test.test(value.text()));
    }

    private static boolean isNarrow(String range) {
        return IpRange.find(range)
                .filter(found -> found.prefix() >= (found.isV4() ? NARROWEST_PUBLIC_V4 : NARROWEST_PUBLIC_V6))
                .isPresent();
    }

    /** A bucket policy may leave the access point's name open as long as its account is fixed. */
    private static boolean hasFixedAccount(String arn) {
        return Arn.find(arn)
                .filter(found -> !found.account().isEmpty()
                        && found.account().indexOf('*') < 0
                        && found.account().indexOf('?') < 0
                        && found.account().indexOf('$') < 0)
                .isPresent();
    }
}
