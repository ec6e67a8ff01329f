package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Acknowledgement;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds acknowledgements of this library's rules that name no rule or give no reason. They explain nothing, and whoever made them believes otherwise. Those
 * that are meant for other tools are left to these.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.Validations.html">Validations</a>
 * @since 0.1
 */
public final class AcknowledgementComplete implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "acknowledgement.complete",
                    Severity.ERROR,
                    "Acknowledgements name a rule and give a reason",
                    "https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.Validations.html")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        Set<Acknowledgement> seen = new HashSet<>();
        for (Resource resource : context.estate().resources()) {
            for (Acknowledgement acknowledgement : resource.element().acknowledgements()) {
                // One that is made on a construct stands at each resource in it.
                if (acknowledgement.construct() == null || seen.add(acknowledgement)) {
                    check(resource.element(), acknowledgement, claims);
                }
            }
        }
    }

    private static void check(Element element, Acknowledgement acknowledgement, Claims claims) {
        AcknowledgedRule named = AcknowledgedRule.parse(acknowledgement.rule());
        String what = "the acknowledgement of " + acknowledgement.rule() + place(acknowledgement);
        Optional<List<String>> meant = named.misspelt();
        if (meant.isPresent()) {
            claims.add(claims.violated(
                    element,
                    what + " names no rule",
                    meant.get().isEmpty()
                            ? "name a rule, such as bucket.access-logging"
                            : "write " + String.join(" or ", meant.get())));
        } else if (named.rule().isPresent() && acknowledgement.reason().isBlank()) {
            claims.add(claims.violated(element, what + " gives no reason", "say why the finding is accepted"));
        }
    }

    private static String place(Acknowledgement acknowledgement) {
        String construct = acknowledgement.construct();
        if (construct == null) {
            return "";
        }
        return " on " + (construct.isEmpty() ? "the app" : construct);
    }
}
