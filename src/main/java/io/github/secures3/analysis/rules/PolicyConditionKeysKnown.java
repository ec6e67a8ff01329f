package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.catalog.KeySpelling;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds condition keys that no request carries, because there are none of that name: most conditions then never hold, and negated ones and those
 * with {@code IfExists} always do.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global condition keys</a>
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html">Condition keys of Amazon S3</a>
 * @since 0.1
 */
public final class PolicyConditionKeysKnown implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "policy.known-condition-keys",
                    Severity.WARNING,
                    "Every condition key of a policy exists",
                    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (StatedPolicy policy : context.policies()) {
            for (LocatedStatement located : policy.statements()) {
                for (Condition condition : located.statement().conditions().all()) {
                    if (KeySpelling.isUnknown(condition.key())) {
                        claims.add(claims.violated(
                                        policy.element(),
                                        StatedPolicy.name(located) + " tests the condition key " + condition.key()
                                                + ", which does not exist",
                                        fix(condition.key()))
                                .at(located.at())
                                .with(
                                        Evidence.Kind.STATEMENT,
                                        condition.operator().text() + " " + condition.key()));
                    }
                }
            }
        }
    }

    private static String fix(String key) {
        List<String> close = KeySpelling.closestTo(key);
        return close.isEmpty() ? "name a condition key that requests carry" : "write " + String.join(" or ", close);
    }
}
