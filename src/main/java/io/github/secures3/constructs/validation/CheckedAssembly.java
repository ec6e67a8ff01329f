package io.github.secures3.constructs.validation;

import io.github.secures3.analysis.evaluate.estate.EstateNames;
import io.github.secures3.analysis.evaluate.estate.UnknownNameException;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Stack;
import io.github.secures3.analysis.prove.InvariantReader;
import io.github.secures3.analysis.prove.StatedInvariant;
import io.github.secures3.analysis.rules.Rule;
import io.github.secures3.analysis.rules.RuleSet;
import io.github.secures3.analysis.rules.StatedInvariantHolds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All templates of an app, read as one estate, with what was found.
 *
 * @param estate the estate
 * @param rules the rules that were checked
 * @param findings what is open, the heaviest first
 */
record CheckedAssembly(Estate estate, RuleSet rules, List<Finding> findings) {

    CheckedAssembly {
        findings = List.copyOf(findings);
    }

    static CheckedAssembly of(Estate estate, ValidationSettings settings) {
        EstateNames names = EstateNames.of(estate);
        List<StatedInvariant> stated = new ArrayList<>();
        settings.invariants.forEach(file -> stated.addAll(InvariantReader.read(file, names)));
        RuleSet known = RuleSet.standard().with(StatedInvariantHolds.all(stated));
        RuleSet checked = known.without(settings.leftOut.keySet());
        List<Finding> open = settings.accepted()
                .apply(
                        checked.check(estate, settings.assumptions()),
                        known.rules().stream().map(Rule::id).toList(),
                        settings.day())
                .open();
        return new CheckedAssembly(estate, checked, open);
    }

    /** The stack, or nested stack, that a finding is about; empty where it is about none, as one about a baseline. */
    Optional<Stack> stackOf(Finding finding) {
        int slash = finding.resource().lastIndexOf('/');
        return slash < 0 || rules.rule(finding.rule()).isEmpty()
                ? Optional.empty()
                : estate.stack(finding.resource().substring(0, slash));
    }

    /** Whether one of these templates has what the finding is about, itself or in a nested stack. */
    boolean isIn(List<Path> templates, Finding finding) {
        return stackOf(finding)
                .filter(stack -> templates.contains(template(stack)))
                .isPresent();
    }

    /**
     * Requires these templates to be among those that were read.
     *
     * @throws UnknownNameException if one is not
     */
    void require(List<Path> templates) {
        List<Path> read = estate.stacks().stream().map(this::template).toList();
        for (Path template : templates) {
            if (!read.contains(template)) {
                throw new UnknownNameException("the template " + template + " is not in the cloud assembly of the app");
            }
        }
    }

    /** The template of the stack that is deployed: of a nested one, that of the stack around it all. */
    private Path template(Stack stack) {
        Stack around = stack;
        while (around.parent() != null) {
            String parent = around.parent();
            around = estate.stack(parent).orElseThrow();
        }
        return real(Path.of(around.file()));
    }

    /** The one name of a file, whatever links lead to it. */
    static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
