package io.github.secures3.analysis.diff.protection;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.OptOut;
import io.github.secures3.analysis.model.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Defaults of secure constructs that an author newly does without, no longer does without, or does without for another reason. They stand in the
 * metadata of the template. What a new resource does without is neutral.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-metadata.html">Metadata</a>
 * @since 0.1
 */
public final class OptedOut implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("opt-out", "no secure construct gives up a further default", Kind.PROTECTION, Severity.WARNING);

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Resource resource : differences.added()) {
            byMethod(resource.element())
                    .forEach((method, reason) -> changes.add(FACT.added(
                            resource,
                            Direction.NEUTRAL,
                            "it is new and does without a default: " + method + ", because: " + reason,
                            "")));
        }
        for (Resource resource : differences.removed()) {
            byMethod(resource.element())
                    .forEach((method, reason) -> changes.add(FACT.removed(
                            resource, Direction.NEUTRAL, "it is gone, and did without a default: " + method, "")));
        }
        for (Pair<Resource> pair : differences.pairs()) {
            Map<String, String> base = byMethod(pair.base().element());
            Map<String, String> head = byMethod(pair.head().element());
            Set<String> methods = new LinkedHashSet<>(base.keySet());
            methods.addAll(head.keySet());
            for (String method : methods) {
                String older = base.get(method);
                String newer = head.get(method);
                if (older == null) {
                    changes.add(FACT.changed(
                            pair,
                            Direction.WEAKENED,
                            "a default is switched off with " + method + ", because: " + newer,
                            "check the reason, or take the call of " + method + " away"));
                } else if (newer == null) {
                    changes.add(FACT.changed(
                            pair, Direction.STRENGTHENED, "a default is no longer switched off with " + method, ""));
                } else if (!older.equals(newer)) {
                    changes.add(FACT.changed(
                            pair,
                            Direction.NEUTRAL,
                            "the reason for " + method + " was '" + older + "' and is '" + newer + "'",
                            ""));
                }
            }
        }
        return changes;
    }

    private static Map<String, String> byMethod(Element element) {
        Map<String, String> byMethod = new LinkedHashMap<>();
        for (OptOut optOut : element.optOuts()) {
            byMethod.put(optOut.method(), optOut.reason());
        }
        return byMethod;
    }
}
