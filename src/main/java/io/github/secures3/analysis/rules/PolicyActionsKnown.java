package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.policy.UnresolvedToken;
import io.github.secures3.policy.catalog.ServiceCatalog;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds actions that the service does not have: an Allow with a misspelt action grants nothing, a Deny denies nothing. Services are judged whose
 * actions this library knows, as of the day of its catalog; what AWS added later is found too.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html">Actions of Amazon S3</a>
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_kms.html">Actions of AWS KMS</a>
 * @since 0.1
 */
public final class PolicyActionsKnown implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "policy.known-actions",
                    Severity.WARNING,
                    "Every action of a policy exists",
                    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html")
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
                for (String action : located.statement().actions().patterns()) {
                    check(policy, located, action, claims);
                }
            }
        }
    }

    private static void check(StatedPolicy policy, LocatedStatement located, String action, Claims claims) {
        if (UnresolvedToken.isIn(action)) {
            claims.add(claims.undecided(
                            policy.element(),
                            "the action of " + StatedPolicy.name(located) + " exists",
                            "only the deployment knows " + action)
                    .at(located.at()));
            return;
        }
        int colon = action.indexOf(':');
        Optional<ServiceCatalog> service = colon < 0 ? Optional.empty() : ServiceCatalog.of(action.substring(0, colon));
        if (service.isPresent() && service.get().matching(action).isEmpty()) {
            List<String> close = service.get().suggest(action);
            claims.add(claims.violated(
                            policy.element(),
                            StatedPolicy.name(located) + " names the action " + action + ", which "
                                    + service.get().name() + " does not have",
                            close.isEmpty()
                                    ? "name an action of the service, or remove it"
                                    : "write " + action.substring(0, colon + 1)
                                            + String.join(" or " + action.substring(0, colon + 1), close))
                    .at(located.at())
                    .with(Evidence.Kind.ASSUMPTION, "the actions of " + service.get()));
        }
    }
}
