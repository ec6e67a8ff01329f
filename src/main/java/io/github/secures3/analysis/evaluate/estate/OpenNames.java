package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.evaluate.matching.TextPattern;
import io.github.secures3.policy.UnresolvedToken;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names in references that only the deployment knows, and that may turn out to be those of a resource of the templates.
 *
 * @param taken the names of all resources of the kind: a reference that says one of them means that one
 */
record OpenNames(Set<String> taken) {

    static OpenNames besides(Collection<Optional<String>> names) {
        return new OpenNames(names.stream().flatMap(Optional::stream).collect(Collectors.toSet()));
    }

    /** The first of the references that may mean the resource of this name, as people read it; empty where none may. */
    Optional<String> thatMayBe(String name, List<String> references) {
        return references.stream()
                .filter(reference -> !taken.contains(reference))
                .filter(reference -> TextPattern.equal(reference, name).isUnknown())
                .map(UnresolvedToken::shown)
                .findFirst();
    }
}
