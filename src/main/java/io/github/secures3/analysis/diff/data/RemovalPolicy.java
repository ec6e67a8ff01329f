package io.github.secures3.analysis.diff.data;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.diff.difference.Setting;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What happens to a bucket, key, vault or the like when its stack is deleted, or when it is replaced.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html">DeletionPolicy</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatereplacepolicy.html">UpdateReplacePolicy</a>
 * @since 0.1
 */
public final class RemovalPolicy implements DiffEvaluator {

    private static final Fact FACT = Fact.of(
            "removal-policy", "what holds data is kept when its stack goes", Kind.DATA_AT_RISK, Severity.WARNING);
    private static final Setting<String> DELETION = setting("DeletionPolicy");
    private static final Setting<String> REPLACEMENT = setting("UpdateReplacePolicy");

    private static Setting<String> setting(String name) {
        return Setting.<String>of(
                        FACT,
                        name,
                        "set " + name + " to Retain again, so that the deployment deletes nothing",
                        Comparator.comparing(List.of("Delete", "Snapshot", "RetainExceptOnCreate", "Retain")::indexOf))
                .byDefault("Delete");
    }

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Resource> pair : differences.pairs()) {
            if (StatefulType.of(pair.base()).isPresent()) {
                Element base = pair.base().element();
                Element head = pair.head().element();
                DELETION.compare(pair, base.deletionPolicy(), head.deletionPolicy())
                        .ifPresent(changes::add);
                REPLACEMENT
                        .compare(pair, base.updateReplacePolicy(), head.updateReplacePolicy())
                        .ifPresent(changes::add);
            }
        }
        return changes;
    }
}
