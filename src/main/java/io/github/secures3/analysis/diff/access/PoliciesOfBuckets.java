package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.model.AccessPoint;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.BucketPolicy;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which policies, in both versions, are of which bucket: of those it is proved over all layers what a change of them opens. */
final class PoliciesOfBuckets {

    private final Map<String, Pair<Bucket>> older = new HashMap<>();
    private final Map<String, Pair<Bucket>> newer = new HashMap<>();
    private final Map<Pair<Bucket>, List<Pair<Resource>>> policies = new HashMap<>();

    PoliciesOfBuckets(Differences differences) {
        for (Pair<Bucket> pair : differences.pairs(Bucket.class)) {
            put(older, pair.base(), pair);
            put(newer, pair.head(), pair);
        }
        for (Pair<Resource> pair : differences.pairs()) {
            Pair<Bucket> before = older.get(bucket(pair.base()).asText().orElse(""));
            Pair<Bucket> after = newer.get(bucket(pair.head()).asText().orElse(""));
            if (before != null && before.equals(after)) {
                policies.computeIfAbsent(before, each -> new ArrayList<>()).add(pair);
            }
        }
    }

    private static void put(Map<String, Pair<Bucket>> buckets, Bucket bucket, Pair<Bucket> pair) {
        bucket.name().asText().ifPresent(name -> buckets.put(name, pair));
        buckets.put(bucket.arn(), pair);
    }

    /** The policies of a bucket and of its access points. */
    List<Pair<Resource>> of(Pair<Bucket> bucket) {
        return policies.getOrDefault(bucket, List.of());
    }

    /** Whether a resource is, or has, a policy of a bucket that both versions have. */
    boolean include(Pair<Resource> pair) {
        Pair<Bucket> bucket = older.get(bucket(pair.base()).asText().orElse(""));
        return bucket != null && of(bucket).contains(pair);
    }

    private static Value<String> bucket(Resource resource) {
        if (resource instanceof BucketPolicy policy) {
            return policy.bucket();
        }
        return resource instanceof AccessPoint point ? point.bucket() : Value.absent();
    }
}
