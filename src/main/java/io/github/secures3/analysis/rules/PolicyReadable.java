package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.UnknownStatement;
import io.github.secures3.analysis.model.Value;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds policies, and statements of policies, that depend on what only the deployment knows, or that are no valid statements. Other rules judge what
 * is known; this one keeps the rest from passing silently.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the policy language</a>
 * @since 0.1
 */
public final class PolicyReadable implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "policy.readable",
                    Severity.WARNING,
                    "Every statement of every policy can be told",
                    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (StatedPolicy policy : context.policies()) {
            String kind = policy.kind().text();
            if (policy.document() instanceof Value.Unknown<LocatedPolicy> unknown) {
                claims.add(claims.undecided(policy.element(), "the " + kind + " is safe", unknown.reason())
                        .at(unknown.at()));
            }
            for (UnknownStatement statement :
                    policy.document().known().map(LocatedPolicy::unknown).orElse(List.of())) {
                claims.add(claims.undecided(
                                policy.element(),
                                "statement " + statement.index() + " of the " + kind + " is safe",
                                statement.reason())
                        .at(statement.at()));
            }
        }
    }
}
