package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.diff.difference.Setting;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The canned ACL of a bucket, where it makes the bucket public or opens it to others. Of a new bucket only a public one counts.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl">Canned ACLs</a>
 * @since 0.1
 */
public final class CannedAcl implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("canned-acl", "no canned ACL opens a bucket further", Kind.ACCESS, Severity.ERROR);
    private static final Set<String> PUBLIC = Set.of("PublicReadWrite", "PublicRead", "AuthenticatedRead");
    private static final Setting<String> SETTING = Setting.<String>of(
                    FACT,
                    "the canned ACL",
                    "leave AccessControl out and share by policy",
                    Comparator.comparing(List.of(
                            "PublicReadWrite",
                            "PublicRead",
                            "AuthenticatedRead",
                            "AwsExecRead",
                            "LogDeliveryWrite",
                            "BucketOwnerRead",
                            "BucketOwnerFullControl",
                            "Private")::indexOf))
            .byDefault("Private");

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Bucket> pair : differences.pairs(Bucket.class)) {
            SETTING.compare(pair, pair.base().acl(), pair.head().acl()).ifPresent(changes::add);
        }
        for (Bucket bucket : differences.added(Bucket.class)) {
            SETTING.added(bucket, bucket.acl())
                    .filter(change -> mayBePublic(bucket))
                    .ifPresent(changes::add);
        }
        for (Bucket bucket : differences.removed(Bucket.class)) {
            SETTING.removed(bucket, bucket.acl())
                    .filter(change -> mayBePublic(bucket))
                    .ifPresent(changes::add);
        }
        return changes;
    }

    /** Whether the ACL of a bucket lets everybody in, or everybody with an account; others open to one service what never was closed. */
    private static boolean mayBePublic(Bucket bucket) {
        return bucket.acl().isUnknown() || bucket.acl().isSurely(PUBLIC::contains);
    }
}
