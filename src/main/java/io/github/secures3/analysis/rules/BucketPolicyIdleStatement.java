package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.analysis.prove.Assumptions;
import io.github.secures3.analysis.prove.IdleAllows;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Finds statements of bucket and access point policies that can never match a request, and Allow statements that the Deny statements of the same policy undo altogether, and,
 * as notes, Allow statements that others cover. All is proved over all requests.
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
        FixedValues fixed = FixedValues.of(context.estate());
        // A proof for each statement takes long enough to be worth more than one processor.
        context.policies().parallelStream()
                .filter(BucketPolicyIdleStatement::isOfBucketOrAccessPoint)
                .map(policy -> found(policy, fixed))
                .toList()
                .forEach(found -> found.forEach(findings));
    }

    private static boolean isOfBucketOrAccessPoint(StatedPolicy policy) {
        return policy.kind() == StatedPolicy.Kind.BUCKET
                || (policy.kind() == StatedPolicy.Kind.ACCESS_POINT
                        && policy.element().type().equals("AWS::S3::AccessPoint"));
    }

    private List<Finding> found(StatedPolicy policy, FixedValues fixed) {
        List<Finding> found = new ArrayList<>();
        Claims claims = new Claims(this, found::add);
        List<LocatedStatement> located = policy.statements();
        List<Statement> statements =
                located.stream().map(LocatedStatement::statement).map(fixed::in).toList();
        Set<Integer> never =
                idle(statements.stream().map(BucketPolicyIdleStatement::asAllow).toList());
        Set<Integer> undone = idle(statements);
        Set<Integer> covered = covered(statements, undone);
        for (int at = 0; at < statements.size(); at++) {
            if (never.contains(at)) {
                claims.add(claims.violated(
                                policy.element(),
                                StatedPolicy.name(located.get(at)) + " can never match a request",
                                "correct its conditions, or remove it")
                        .at(located.get(at).at()));
            } else if (undone.contains(at)) {
                claims.add(claims.violated(
                                policy.element(),
                                "the Deny statements of the policy undo " + StatedPolicy.name(located.get(at))
                                        + " altogether",
                                "spare from the Deny what is to be allowed, or remove the statement")
                        .at(located.get(at).at()));
            } else if (covered.contains(at)) {
                claims.add(claims.violated(
                                Severity.NOTE,
                                policy.element(),
                                "the other Allow statements of the policy allow all that "
                                        + StatedPolicy.name(located.get(at)) + " allows",
                                "narrow the wider statement to what is meant, or remove this one")
                        .at(located.get(at).at()));
            }
        }
        return found;
    }

    private static Set<Integer> covered(List<Statement> statements, Set<Integer> undone) {
        List<Statement> effective = new ArrayList<>();
        List<Integer> indexes = new ArrayList<>();
        for (int at = 0; at < statements.size(); at++) {
            if (!undone.contains(at)) {
                effective.add(statements.get(at));
                indexes.add(at);
            }
        }
        return IdleAllows.covered(PolicyDocument.of(effective), Assumptions.DEFAULT_STEPS).stream()
                .map(indexes::get)
                .collect(Collectors.toSet());
    }

    private static Set<Integer> idle(List<Statement> statements) {
        return IdleAllows.undone(PolicyDocument.of(statements), statements.size() * Assumptions.DEFAULT_STEPS);
    }

    private static Statement asAllow(Statement statement) {
        return new Statement(
                statement.sid(),
                Effect.ALLOW,
                statement.principals(),
                statement.actions(),
                statement.resources(),
                statement.conditions());
    }
}
