package io.github.secures3.constructs.accesspoint;

import io.github.secures3.policy.Arn;
import io.github.secures3.policy.UnresolvedToken;
import io.github.secures3.policy.statements.TlsVersion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses Multi-Region Access Points that S3 would refuse, or that nobody could reach.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPointRestrictions.html">Restrictions of Multi-Region Access
 *     Points</a>
 */
final class MultiRegionCheck {

    /** S3's own limit. */
    private static final int MOST_REGIONS = 17;

    private final Refusal refusal;

    MultiRegionCheck(Refusal refusal) {
        this.refusal = refusal;
    }

    void all(
            @Nullable String name, List<MultiRegionBucket> buckets, Map<String, String> keys, List<PointGrant> grants) {
        if (name != null) {
            AccessPointNames.check(refusal, "Multi-Region Access Point", name);
        }
        buckets(buckets);
        keys.forEach((bucket, key) -> key(buckets, bucket, key));
        String shown = shown(name);
        new PointCheck(refusal).grants(shown, grants);
        PointPolicy.of(refusal, shown, "arn:aws:s3::111122223333:accesspoint/a.mrap", grants);
    }

    static String shown(@Nullable String name) {
        return name == null ? "(named by CloudFormation)" : name;
    }

    private void buckets(List<MultiRegionBucket> buckets) {
        refusal.unless(
                !buckets.isEmpty() && buckets.size() <= MOST_REGIONS,
                () -> "the Multi-Region Access Point has " + buckets.size() + " buckets; give 1 to " + MOST_REGIONS
                        + ", each in a Region of its own");
        Set<String> names = new HashSet<>();
        Map<String, String> byRegion = new HashMap<>();
        for (MultiRegionBucket bucket : buckets) {
            AccessPointNames.checkBucket(refusal, bucket.name());
            if (bucket.account() != null) {
                new PointCheck(refusal).account("the account of bucket '" + bucket.name() + "'", bucket.account());
            }
            refusal.unless(
                    names.add(bucket.name()),
                    () -> "bucket '" + bucket.name() + "' is given twice; each stands for one Region");
            String other = bucket.region() == null ? null : byRegion.put(bucket.region(), bucket.name());
            refusal.unless(
                    other == null,
                    () -> "the buckets '" + other + "' and '" + bucket.name()
                            + "' lie in one Region; a Multi-Region Access Point takes one bucket of each Region");
            refusal.unless(
                    bucket.minimumTls() != TlsVersion.TLS_1_3,
                    () -> "bucket '" + bucket.name()
                            + "' answers TLS 1.3 alone, which Multi-Region Access Points do not speak; set its"
                            + " minimumTls to TLS_1_2");
        }
    }

    private void key(List<MultiRegionBucket> buckets, String bucket, String key) {
        ApplicationAccessPoint.keyArn(refusal, key);
        refusal.unless(
                Arn.find(key).filter(arn -> !UnresolvedToken.isIn(arn.region())).isPresent(),
                () -> "the key of bucket '" + bucket + "' tells no Region; give its ARN as text");
        refusal.unless(
                buckets.stream().anyMatch(candidate -> candidate.name().equals(bucket)),
                () -> "a key is given for bucket '" + bucket + "', which is none of the point's; add the bucket");
    }
}
