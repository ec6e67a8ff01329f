package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.evaluate.DemandedKeys;
import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.PrincipalType;
import io.github.secures3.policy.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds statements in the policies of keys and roles that let S3 or a pipe of EventBridge act for anybody: without aws:SourceArn it is not said for
 * which resource, and without aws:SourceAccount, or the organization, not for whose. The ARN of a bucket names no account, so AWS asks for both.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html#cross-service-confused-deputy-prevention">Cross-service confused deputy prevention</a>
 * @since 0.1
 */
public final class PolicyServiceSource implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "policy.service-source",
                    Severity.WARNING,
                    "Policies of keys and roles say for which resource of whom a service acts",
                    "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html")
            .build();

    private static final Set<String> SERVICES =
            Set.of("s3.amazonaws.com", "logging.s3.amazonaws.com", "pipes.amazonaws.com");
    private static final Set<StatedPolicy.Kind> KINDS = Set.of(StatedPolicy.Kind.KEY, StatedPolicy.Kind.TRUST);
    private static final Set<String> RESOURCE = Set.of("aws:sourcearn");
    private static final Set<String> OWNER = Set.of("aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths");

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (StatedPolicy policy : context.policies()) {
            if (KINDS.contains(policy.kind())) {
                policy.statements().forEach(located -> check(policy, located, claims));
            }
        }
    }

    private static void check(StatedPolicy policy, LocatedStatement located, Claims claims) {
        Statement statement = located.statement();
        List<String> services = services(statement);
        if (statement.effect() != Effect.ALLOW || services.isEmpty()) {
            return;
        }
        boolean resource = DemandedKeys.anyIn(statement, RESOURCE);
        boolean owner = DemandedKeys.anyIn(statement, OWNER);
        if (!resource || !owner) {
            String missing = owner ? "which resource" : resource ? "whose resource" : "whom";
            claims.add(claims.violated(
                            policy.element(),
                            StatedPolicy.name(located) + " of the "
                                    + policy.kind().text() + " does not say for " + missing + " the service acts",
                            "add conditions on aws:SourceArn and aws:SourceAccount")
                    .at(located.at())
                    .with(Evidence.Kind.STATEMENT, "services: " + String.join(", ", services)));
        }
    }

    private static List<String> services(Statement statement) {
        return Optional.ofNullable(statement.principals())
                .filter(principals -> !principals.negated())
                .map(principals -> principals.members().stream()
                        .filter(principal -> principal.type() == PrincipalType.SERVICE)
                        .map(Principal::value)
                        .filter(SERVICES::contains)
                        .toList())
                .orElse(List.of());
    }
}
