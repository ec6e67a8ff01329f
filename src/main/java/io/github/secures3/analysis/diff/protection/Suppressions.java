package io.github.secures3.analysis.diff.protection;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What keeps findings from being seen: filters of GuardDuty and Macie that archive them, rules of Security Hub that change them, and addresses and
 * entities that GuardDuty trusts.
 *
 * @see <a href="https://docs.aws.amazon.com/guardduty/latest/ug/findings_suppression-rule.html">Suppression rules of GuardDuty</a>
 * @see <a href="https://docs.aws.amazon.com/macie/latest/user/findings-suppression.html">Suppression of Macie findings</a>
 * @see <a href="https://docs.aws.amazon.com/securityhub/latest/userguide/automation-rules.html">Automation rules of Security Hub</a>
 * @since 0.1
 */
public final class Suppressions implements DiffEvaluator {

    private static final Fact FACT = Fact.of(
            "suppression", "what is found about the data goes on being seen", Kind.PROTECTION, Severity.WARNING);
    private static final String FIX = "check that what it hides needs nobody's attention";
    private static final String ACTION = "Action";
    private static final String ARCHIVES = "\"ARCHIVE\"";
    private static final String DOES_NOTHING = "\"NOOP\"";
    private static final Set<String> WITHOUT_EFFECT = Set.of("Description", "Name", "Rank", "RuleName", "Tags");

    /** Types by what they are called. */
    private static final Map<String, String> TYPES = Map.of(
            "AWS::GuardDuty::Filter", "filter of GuardDuty",
            "AWS::GuardDuty::IPSet", "list of addresses that GuardDuty trusts",
            "AWS::GuardDuty::TrustedEntitySet", "list of entities that GuardDuty trusts",
            "AWS::Macie::AllowList", "list of texts that Macie ignores",
            "AWS::Macie::FindingsFilter", "filter of Macie",
            "AWS::SecurityHub::AutomationRule", "automation rule of Security Hub",
            "AWS::SecurityHub::AutomationRuleV2", "automation rule of Security Hub");

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Resource resource : differences.removed()) {
            word(resource)
                    .ifPresent(word -> changes.add(
                            FACT.removed(resource, whenNew(resource).reversed(), "the " + word + " is gone", FIX)));
        }
        for (Resource resource : differences.added()) {
            word(resource)
                    .ifPresent(word ->
                            changes.add(FACT.added(resource, whenNew(resource), "the " + word + " is new", FIX)));
        }
        for (Pair<Resource> pair : differences.pairs()) {
            word(pair.base())
                    .or(() -> word(pair.head()))
                    .filter(word -> isAnother(pair))
                    .ifPresent(word ->
                            changes.add(FACT.changed(pair, direction(pair), "the " + word + meaning(pair), FIX)));
        }
        return changes;
    }

    /** What the resource is called; empty where it hides nothing. */
    private static Optional<String> word(Resource resource) {
        Value<String> action = resource.element().property(ACTION);
        return Optional.ofNullable(TYPES.get(resource.element().type()))
                .filter(word -> !action.isSurely(DOES_NOTHING::equals));
    }

    private static Direction whenNew(Resource resource) {
        return resource.element().property(ACTION).isSurely(ARCHIVES::equals)
                ? Direction.WEAKENED
                : Direction.UNDECIDED;
    }

    private static boolean isAnother(Pair<Resource> pair) {
        return pair.head().element().properties().keySet().stream().anyMatch(name -> differs(pair, name))
                || pair.base().element().properties().keySet().stream().anyMatch(name -> differs(pair, name));
    }

    private static boolean differs(Pair<Resource> pair, String property) {
        return !WITHOUT_EFFECT.contains(property) && !pair.hasSame(property);
    }

    private static Direction direction(Pair<Resource> pair) {
        if (word(pair.base()).isEmpty()) {
            return whenNew(pair.head());
        }
        return word(pair.head()).isEmpty() ? whenNew(pair.base()).reversed() : Direction.UNDECIDED;
    }

    private static String meaning(Pair<Resource> pair) {
        if (word(pair.base()).isEmpty()) {
            return " newly hides findings";
        }
        return word(pair.head()).isEmpty() ? " no longer hides findings" : " is another than before";
    }
}
