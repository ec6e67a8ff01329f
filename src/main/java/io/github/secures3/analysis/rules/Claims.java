package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.analysis.prove.Counterexample;
import io.github.secures3.analysis.prove.Verdict;
import io.github.secures3.policy.UnresolvedToken;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Writes the findings of one rule, so that violated and undecided claims read alike whatever the rule. */
final class Claims {

    /** What to do where only the deployment knows. */
    static final String DECIDE = "write the value into the template, or give it with --parameter";

    /** More counterexamples than this say nothing new. */
    private static final int MOST_EXAMPLES = 2;

    private final Rule rule;
    private final Consumer<Finding> findings;

    Claims(Rule rule, Consumer<Finding> findings) {
        this.rule = rule;
        this.findings = findings;
    }

    /** A claim that is false. */
    Finding violated(Element element, String message, String fix) {
        return Finding.of(rule.id(), rule.severity(), element, UnresolvedToken.shown(message), fix);
    }

    /** A claim that is false, where that weighs more or less than the rule in general. */
    Finding violated(Severity severity, Element element, String message, String fix) {
        return Finding.of(rule.id(), severity, element, UnresolvedToken.shown(message), fix);
    }

    /** A claim, as a sentence without a full stop, that cannot be decided; it never weighs more than a warning. */
    Finding undecided(Element element, String claim, String reason) {
        return undecided(element, claim, reason, DECIDE);
    }

    /** A claim that cannot be decided, with what to do about that. */
    Finding undecided(Element element, String claim, String reason, String fix) {
        Severity severity = rule.severity().isAtLeast(Severity.WARNING) ? Severity.WARNING : rule.severity();
        return Finding.of(
                        rule.id(),
                        severity,
                        element,
                        "it cannot be decided whether " + UnresolvedToken.shown(claim),
                        fix)
                .with(Evidence.Kind.UNDECIDED, UnresolvedToken.shown(reason));
    }

    void add(Finding finding) {
        findings.accept(finding);
    }

    /**
     * Requires a property to fit.
     *
     * @param property the name of the property, for the evidence
     * @param claim what is required, as in "versioning is on"
     * @param message what is wrong where it does not fit
     */
    <T> void require(
            Element element,
            Value<T> value,
            Predicate<? super T> holds,
            String property,
            String claim,
            String message,
            String fix) {
        if (value.isSurely(holds)) {
            return;
        }
        if (value instanceof Value.Unknown<T> unknown) {
            add(undecided(element, claim, unknown.reason()).at(unknown.at()));
        } else {
            add(violated(element, message, fix)
                    .at(place(element, value))
                    .with(Evidence.Kind.VALUE, shown(property, value)));
        }
    }

    /**
     * Requires a claim to hold.
     *
     * @param claim what is required, as in "versioning is on"
     * @param message what is wrong where it does not hold
     * @param evidence what shows it
     */
    void require(Element element, Location at, Truth truth, String claim, String message, String fix, String evidence) {
        if (truth.isUnknown()) {
            add(undecided(element, claim, String.join("; ", truth.reasons())).at(at));
        } else if (truth.isFalse()) {
            add(violated(element, message, fix).at(at).with(Evidence.Kind.VALUE, UnresolvedToken.shown(evidence)));
        }
    }

    /**
     * Requires an invariant to be proved; each counterexample is a piece of evidence.
     *
     * @param claim what is required, as in "requests over plain HTTP are refused"
     * @param message what is wrong where it is refuted
     */
    void require(Element element, Verdict verdict, String claim, String message, String fix) {
        if (verdict instanceof Verdict.Undecided undecided) {
            add(undecided(element, claim, String.join("; ", undecided.reasons())));
        } else if (verdict instanceof Verdict.Refuted refuted) {
            Finding finding = violated(element, message, fix);
            Set<String> notes = new LinkedHashSet<>();
            for (Counterexample example :
                    refuted.counterexamples().stream().limit(MOST_EXAMPLES).toList()) {
                finding = finding.with(Evidence.Kind.REQUEST, example.text())
                        .with(
                                Evidence.Kind.DECISION,
                                UnresolvedToken.shown(example.decision().reason()));
                notes.addAll(example.notes());
            }
            for (String note : notes) {
                finding = finding.with(Evidence.Kind.ASSUMPTION, UnresolvedToken.shown(note));
            }
            add(finding);
        }
    }

    /** A property and its value, as evidence. */
    static String shown(String property, Value<?> value) {
        return Optional.of(value)
                .filter(stated -> stated.isUnknown() || isPlain(stated))
                .flatMap(Value::asText)
                .map(text -> property + ": " + UnresolvedToken.shown(text))
                .orElse(property + (value.isAbsent() ? " is left out" : " is stated"));
    }

    private static boolean isPlain(Value<?> value) {
        return value.isSurely(known -> known instanceof String || known instanceof Boolean || known instanceof Number);
    }

    static Location place(Element element, Value<?> value) {
        return value.place().orElse(element.at());
    }
}
