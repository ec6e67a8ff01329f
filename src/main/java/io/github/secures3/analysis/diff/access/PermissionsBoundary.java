package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.IamRole;
import io.github.secures3.analysis.model.IamUser;
import io.github.secures3.analysis.model.PermissionSet;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The permissions boundary of a role, user or permission set: gone, new, or another, which is undecided.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html">Permissions boundaries</a>
 * @since 0.1
 */
public final class PermissionsBoundary implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("permissions-boundary", "permissions boundaries stay as they were", Kind.ACCESS, Severity.ERROR);

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Resource> pair : differences.pairs()) {
            Value<String> base = boundary(pair.base());
            Value<String> head = boundary(pair.head());
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
                        "the permissions boundary was " + base.asText().orElse("none") + " and is "
                                + head.asText().orElse("none"),
                        "bound the role or user as before"));
            }
        }
        return changes;
    }

    private static Value<String> boundary(Resource resource) {
        if (resource instanceof IamRole role) {
            return role.permissionsBoundary();
        } else if (resource instanceof PermissionSet set) {
            return set.permissionsBoundary();
        }
        return resource instanceof IamUser user ? user.permissionsBoundary() : Value.absent();
    }
}
