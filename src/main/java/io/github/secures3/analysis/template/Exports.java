package io.github.secures3.analysis.template;

import io.github.secures3.analysis.template.Resolved.Shape;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The exports of all stacks. A name is unique within an account and a Region, so stacks that are surely elsewhere do not count.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html">Exports</a>
 */
final class Exports {

    private record Export(StackScope stack, String output) {}

    private final EstateScope estate;
    private @Nullable Map<String, List<Export>> byName;

    Exports(EstateScope estate) {
        this.estate = estate;
    }

    void forget() {
        byName = null;
    }

    Resolved find(StackScope importer, String name, Place place) {
        List<Export> candidates = new ArrayList<>();
        List<Export> sameEnvironment = new ArrayList<>();
        for (Export export : index().getOrDefault(name, List.of())) {
            Environment there = export.stack().environment();
            Environment here = importer.environment();
            if (mayBeEqual(there.account(), here.account()) && mayBeEqual(there.region(), here.region())) {
                candidates.add(export);
            }
            if (there.equals(here)) {
                sameEnvironment.add(export);
            }
        }
        List<Export> chosen = sameEnvironment.isEmpty() ? candidates : sameEnvironment;
        if (chosen.size() == 1) {
            Export export = chosen.get(0);
            Optional<Resolved> value = export.stack().output(export.output());
            if (value.isPresent()) {
                return value.get();
            }
        }
        String reason = chosen.isEmpty()
                ? "no template of the estate exports " + Shown.quoted(name)
                : "several stacks export " + Shown.quoted(name);
        String scope = importer.environment().account() + importer.environment().region();
        return new Resolved.Unknown(place, Names.derived("Import", name, scope), reason, Shape.TEXT);
    }

    private static boolean mayBeEqual(String one, String other) {
        return one.equals(other) || UnresolvedToken.isIn(one) || UnresolvedToken.isIn(other);
    }

    private Map<String, List<Export>> index() {
        Map<String, List<Export>> before = byName;
        if (before != null) {
            return before;
        }
        Map<String, List<Export>> index = new HashMap<>();
        // A name that itself depends on an import finds none.
        byName = index;
        for (StackScope stack : estate.stacks()) {
            stack.template().section("Outputs").forEach((output, definition) -> {
                if (definition instanceof Node.Mapping mapping
                        && mapping.get("Export") instanceof Node.Mapping export
                        && export.members().containsKey("Name")
                        && stack.presence(mapping).state() != Truth.State.FALSE) {
                    String text = stack.resolver()
                            .text(stack.resolver().resolve(export.members().get("Name")));
                    index.computeIfAbsent(text, each -> new ArrayList<>()).add(new Export(stack, output));
                }
            });
        }
        return index;
    }
}
