package io.github.secures3.constructs.validation;

import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.evaluate.estate.UnknownNameException;
import io.github.secures3.analysis.finding.Baseline;
import io.github.secures3.analysis.finding.RuleId;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.prove.Assumptions;
import io.github.secures3.analysis.rules.AcknowledgedRule;
import io.github.secures3.analysis.rules.BaselineReader;
import io.github.secures3.analysis.rules.FailOn;
import io.github.secures3.analysis.rules.RuleSet;
import io.github.secures3.analysis.template.ReadOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a validation was asked for. */
final class ValidationSettings {

    FailOn failOn = FailOn.ERROR;
    boolean notesReported;

    @Nullable
    Path baseline;

    @Nullable
    LocalDate today;

    @Nullable
    Organization organization;

    List<String> within = List.of();
    Map<String, String> parameters = Map.of();
    final List<Path> invariants = new ArrayList<>();
    final Map<RuleId, String> leftOut = new TreeMap<>();

    ValidationSettings copy() {
        ValidationSettings copy = new ValidationSettings();
        copy.failOn = failOn;
        copy.notesReported = notesReported;
        copy.baseline = baseline;
        copy.today = today;
        copy.organization = organization;
        copy.within = within;
        copy.parameters = parameters;
        copy.invariants.addAll(invariants);
        copy.leftOut.putAll(leftOut);
        return copy;
    }

    void leaveOut(String rule, String reason) {
        if (RuleSet.standard().rules().stream()
                .noneMatch(each -> each.id().text().equals(rule))) {
            List<String> closest = AcknowledgedRule.closestTo(rule);
            throw new IllegalArgumentException("leaveOut was given the rule '" + rule + "', which does not exist; "
                    + (closest.isEmpty()
                            ? "name one such as bucket.object-lock"
                            : "write " + String.join(" or ", closest)));
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException(
                    "leaveOut was given no reason for " + rule + "; say why nobody needs to know what it finds");
        }
        leftOut.put(RuleId.of(rule), reason);
    }

    Assumptions assumptions() {
        return new Assumptions(organization, within, false, Assumptions.DEFAULT_STEPS);
    }

    ReadOptions reading() {
        return ReadOptions.defaults().withParameters(parameters);
    }

    /**
     * Requires the parameters that have a value here to be there.
     *
     * @throws UnknownNameException if one is not
     */
    void requireParametersOf(Estate estate) {
        try {
            reading().requireDeclaredIn(estate);
        } catch (IllegalArgumentException misspelt) {
            throw new UnknownNameException(String.valueOf(misspelt.getMessage()));
        }
    }

    /** What the baseline accepts; what it says about comparisons is left to these. */
    Baseline accepted() {
        return baseline == null
                ? Baseline.empty()
                : BaselineReader.read(baseline).about(rule -> !Fact.isRule(rule));
    }

    LocalDate day() {
        return today == null ? LocalDate.now(ZoneId.systemDefault()) : today;
    }
}
