package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.catalog.GlobalConditionKeys;
import io.github.secures3.policy.catalog.ServiceCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    private static final int SUGGESTIONS = 3;
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
                    if (isUnknown(condition.key())) {
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

    /** Keys of services that the catalog does not have are not judged. */
    private static boolean isUnknown(String key) {
        if (GlobalConditionKeys.find(key).isPresent()) {
            return false;
        }
        int colon = key.indexOf(':');
        String prefix = colon < 0 ? "" : key.substring(0, colon).toLowerCase(Locale.ROOT);
        Optional<ServiceCatalog> service = ServiceCatalog.of(prefix);
        return service.map(known -> known.conditionKey(key).isEmpty()).orElse(prefix.isEmpty() || prefix.equals("aws"));
    }

    private static String fix(String key) {
        int colon = key.indexOf(':');
        List<String> close = new ArrayList<>(GlobalConditionKeys.suggest(key));
        ServiceCatalog.of(colon < 0 ? "" : key.substring(0, colon))
                .ifPresent(service -> close.addAll(service.suggestConditionKey(key)));
        return close.isEmpty()
                ? "name a condition key that requests carry"
                : "write "
                        + String.join(
                                " or ",
                                close.stream().distinct().limit(SUGGESTIONS).toList());
    }
}
