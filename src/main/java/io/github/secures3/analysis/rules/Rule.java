package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.RuleId;
import io.github.secures3.analysis.finding.Severity;
import java.util.List;
import java.util.function.Consumer;

/**
 * One fact that should hold of every template.
 *
 * <p>For each resource that it is about, a rule finds nothing where the fact holds; a finding of its severity where it does not; and a finding
 * with evidence of kind {@code UNDECIDED} where only the deployment knows.
 *
 * @since 0.1
 */
public interface Rule {

    /** What is to be said about the rule apart from what it finds. */
    RuleProfile profile();

    /** Hands over what is found, in any order. */
    void check(CheckContext context, Consumer<Finding> findings);

    /** The stable id, such as {@code bucket.access-logging}. */
    default RuleId id() {
        return profile().id();
    }

    /** What should be so, in one sentence without a full stop. */
    default String title() {
        return profile().title();
    }

    /** How much a violation weighs. */
    default Severity severity() {
        return profile().severity();
    }

    /** The controls of other catalogs that ask for the same, in the order of the catalogs. */
    default List<Control> controls() {
        return profile().controls();
    }
}
