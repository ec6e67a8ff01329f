package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.AccessPoint;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The VPC that an access point is limited to: without one it can be reached from the internet. Another VPC is undecided.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-vpc.html">Access points and VPCs</a>
 * @since 0.1
 */
public final class NetworkOrigin implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("network-origin", "access points stay within their VPC", Kind.ACCESS, Severity.ERROR);

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<AccessPoint> pair : differences.pairs(AccessPoint.class)) {
            Value<String> base = pair.base().vpc();
            Value<String> head = pair.head().vpc();
            if (!base.asText().equals(head.asText())) {
                Direction direction = Direction.UNDECIDED;
                if (base.isAbsent() || head.isAbsent()) {
                    direction = head.isAbsent() ? Direction.WEAKENED : Direction.STRENGTHENED;
                }
                changes.add(FACT.changed(
                        pair,
                        base.place().orElse(pair.base().element().at()),
                        head.place().orElse(pair.head().element().at()),
                        direction,
                        "the access point was reached from " + words(base) + " and is reached from " + words(head),
                        "limit the access point to the VPC of those who need it"));
            }
        }
        return changes;
    }

    private static String words(Value<String> vpc) {
        return vpc.asText().map(id -> "VPC " + id).orElse("the internet");
    }
}
