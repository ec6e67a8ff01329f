package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Setting;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import java.util.Comparator;
import java.util.List;

/**
 * The canned ACL of a bucket, where it makes the bucket public or opens it to others.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl">Canned ACLs</a>
 * @since 0.1
 */
public final class CannedAcl implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("canned-acl", "no canned ACL opens a bucket further", Kind.ACCESS, Severity.ERROR);
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
        return differences.pairs(Bucket.class).stream()
                .flatMap(pair ->
                        SETTING.compare(pair, pair.base().acl(), pair.head().acl()).stream())
                .toList();
    }
}
