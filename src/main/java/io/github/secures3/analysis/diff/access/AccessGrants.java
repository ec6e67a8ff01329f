package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.AccessGrant;
import io.github.secures3.analysis.model.AccessGrantsInstance;
import io.github.secures3.analysis.model.AccessGrantsLocation;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Grants of S3 Access Grants that are new, gone or others, and locations that are given to another role or are another place. Another grant
 * counts as the old one gone and a new one made.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants.html">S3 Access Grants</a>
 * @since 0.1
 */
public final class AccessGrants implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("access-grant", "no access grant is new or another", Kind.ACCESS, Severity.ERROR);
    private static final Fact LOCATION = Fact.of(
            "access-grants-location",
            "locations of access grants keep their place and their role",
            Kind.ACCESS,
            Severity.ERROR);
    private static final String FIX = "check that the grantee is meant to have this access";

    @Override
    public List<Fact> facts() {
        return List.of(FACT, LOCATION);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (AccessGrant grant : differences.removed(AccessGrant.class)) {
            changes.add(FACT.removed(grant, Direction.STRENGTHENED, "the grant of " + words(grant) + " is gone", FIX));
        }
        for (AccessGrant grant : differences.added(AccessGrant.class)) {
            changes.add(FACT.added(grant, Direction.WEAKENED, "the grant of " + words(grant) + " is new", FIX));
        }
        for (Pair<AccessGrant> pair : differences.pairs(AccessGrant.class)) {
            if (!words(pair.base()).equals(words(pair.head()))) {
                changes.add(FACT.changed(
                        pair, Direction.STRENGTHENED, "the grant of " + words(pair.base()) + " is gone", FIX));
                changes.add(
                        FACT.changed(pair, Direction.WEAKENED, "the grant of " + words(pair.head()) + " is new", FIX));
            }
        }
        for (Pair<AccessGrantsInstance> pair : differences.pairs(AccessGrantsInstance.class)) {
            Value<String> base = pair.base().identityCenter();
            Value<String> head = pair.head().identityCenter();
            if (!base.asText().equals(head.asText())) {
                // Without a directory no grant is to one of its users or groups.
                changes.add(FACT.changed(
                        pair,
                        base.place().orElse(pair.base().element().at()),
                        head.place().orElse(pair.head().element().at()),
                        base.isAbsent() || head.isAbsent() ? Direction.NEUTRAL : Direction.UNDECIDED,
                        "the directory whose users and groups grants are to was "
                                + base.asText().orElse("none") + " and is "
                                + head.asText().orElse("none"),
                        FIX));
            }
        }
        for (Pair<AccessGrantsLocation> pair : differences.pairs(AccessGrantsLocation.class)) {
            compare(pair, "place", pair.base().scope(), pair.head().scope(), changes);
            compare(pair, "role", pair.base().role(), pair.head().role(), changes);
        }
        return changes;
    }

    private static void compare(
            Pair<? extends Resource> pair, String what, Value<String> base, Value<String> head, List<Change> changes) {
        if (!base.asText().equals(head.asText())) {
            changes.add(LOCATION.changed(
                    pair,
                    base.place().orElse(pair.base().element().at()),
                    head.place().orElse(pair.head().element().at()),
                    Direction.UNDECIDED,
                    "the " + what + " that grants share was " + base.asText().orElse("none") + " and is "
                            + head.asText().orElse("none"),
                    "check what the grants of this location now give"));
        }
    }

    private static String words(AccessGrant grant) {
        return grant.permission().asText().orElse("") + " to "
                + grant.granteeType().asText().orElse("") + " "
                + grant.grantee().asText().orElse("") + " at "
                + grant.location().asText().orElse("")
                + grant.subPrefix().asText().map(prefix -> " under " + prefix).orElse("")
                + grant.prefixType()
                        .asText()
                        .map(type -> ", " + type + " alone")
                        .orElse("")
                + grant.application()
                        .asText()
                        .map(application -> " for " + application)
                        .orElse("");
    }
}
