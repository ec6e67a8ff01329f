package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.RuleId;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.prove.Assumptions;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rules that are checked together.
 *
 * @since 0.1
 */
public final class RuleSet {

    private static final RuleSet STANDARD = new RuleSet(StandardRules.ALL);

    private final List<Rule> rules;

    private RuleSet(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        Map<RuleId, Rule> seen = new HashMap<>();
        for (Rule rule : rules) {
            if (seen.put(rule.id(), rule) != null) {
                throw new IllegalArgumentException(
                        "two rules have the id '" + rule.id() + "'; give each rule an id of its own");
            }
        }
    }

    /** All rules of this library, in the order of the tables in its documentation. */
    public static RuleSet standard() {
        return STANDARD;
    }

    /**
     * A set of one's own, such as some of the standard rules and some others.
     *
     * @throws IllegalArgumentException if two rules have one id
     */
    public static RuleSet of(List<Rule> rules) {
        return new RuleSet(rules);
    }

    /** These rules without those of these ids. */
    public RuleSet without(Collection<RuleId> ids) {
        return new RuleSet(
                rules.stream().filter(rule -> !ids.contains(rule.id())).toList());
    }

    /** These rules and others after them. */
    public RuleSet with(List<Rule> others) {
        return new RuleSet(Stream.concat(rules.stream(), others.stream()).toList());
    }

    /** The rules, in their order. */
    public List<Rule> rules() {
        return rules;
    }

    /** The rule with this id. */
    public Optional<Rule> rule(RuleId id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /**
     * What the rules find, the heaviest first.
     *
     * <p>A finding about a resource whose condition cannot be decided says so. A finding that an opt-out or acknowledgement with a reason explains
     * is a note that shows the reason; a violation of severity ERROR is not explained away.
     */
    public List<Finding> check(Estate estate) {
        return check(estate, Assumptions.none());
    }

    /** What the rules find, with what proofs take for granted beyond the templates, such as the organization. */
    public List<Finding> check(Estate estate, Assumptions assumptions) {
        CheckContext context = CheckContext.of(estate, assumptions);
        Map<String, Element> elements = new HashMap<>();
        for (Resource resource : estate.resources()) {
            elements.put(resource.element().id(), resource.element());
        }
        List<Finding> all = new ArrayList<>();
        for (Rule rule : rules) {
            rule.check(context, finding -> {
                Element element = elements.get(finding.resource());
                all.add(element == null ? finding : completed(rule, element, finding));
            });
        }
        Collections.sort(all);
        return List.copyOf(all);
    }

    private static Finding completed(Rule rule, Element element, Finding finding) {
        Finding completed = finding;
        Optional<String> condition = element.presence().whyUnknown();
        if (condition.isPresent()) {
            completed = completed.with(
                    Evidence.Kind.ASSUMPTION,
                    "the deployment creates the resource: " + UnresolvedToken.shown(condition.get()));
        }
        return Explanations.apply(rule, element, completed);
    }
}
