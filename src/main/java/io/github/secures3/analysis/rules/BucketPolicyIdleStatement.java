package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.analysis.prove.Assumptions;
import io.github.secures3.analysis.prove.PolicyComparison;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finds statements of bucket and access point policies that can never match a request, and Allow statements that the Deny statements of the same policy undo altogether. Both are proved
 * over all requests.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation logic</a>
 * @since 0.1
 */
public final class BucketPolicyIdleStatement implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket-policy.idle-statement",
                    Severity.WARNING,
                    "Every statement of a bucket policy has an effect",
                    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        FixedValues fixed = FixedValues.of(context.estate());
        for (StatedPolicy policy : context.policies()) {
            boolean known = policy.kind() == StatedPolicy.Kind.ACCESS_POINT
                    && policy.element().type().equals("AWS::S3::AccessPoint");
            if (policy.kind() == StatedPolicy.Kind.BUCKET || known) {
                policy.statements().forEach(located -> check(policy, located, fixed, claims));
            }
        }
    }

    private static void check(StatedPolicy policy, LocatedStatement located, FixedValues fixed, Claims claims) {
        Statement statement = fixed.in(located.statement());
        Statement allow = new Statement(
                statement.sid(),
                Effect.ALLOW,
                statement.principals(),
                statement.actions(),
                statement.resources(),
                statement.conditions());
        if (grantsNothing(List.of(), allow)) {
            claims.add(claims.violated(
                            policy.element(),
                            StatedPolicy.name(located) + " can never match a request",
                            "correct its conditions, or remove it")
                    .at(located.at()));
        } else if (statement.effect() == Effect.ALLOW) {
            List<Statement> denies = policy.statements().stream()
                    .map(LocatedStatement::statement)
                    .map(fixed::in)
                    .filter(other -> other.effect() == Effect.DENY)
                    .toList();
            if (!denies.isEmpty() && grantsNothing(denies, statement)) {
                claims.add(claims.violated(
                                policy.element(),
                                "the Deny statements of the policy undo " + StatedPolicy.name(located) + " altogether",
                                "spare from the Deny what is to be allowed, or remove the statement")
                        .at(located.at()));
            }
        }
    }

    private static boolean grantsNothing(List<Statement> denies, Statement allow) {
        PolicyDocument base = PolicyDocument.of(denies);
        PolicyDocument head = PolicyDocument.of(
                Stream.concat(denies.stream(), Stream.of(allow)).toList());
        return PolicyComparison.allowsNothingNew(PolicyType.RESOURCE, base, head, Assumptions.DEFAULT_STEPS);
    }
}
