package io.github.secures3.constructs.bucket;

import java.util.Map;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.CfnBucket;

/** What the template says about a bucket beyond its properties. */
final class BucketMetadata {

    private static final String KEY = "SecureS3";

    private BucketMetadata() {}

    static CfnBucket resourceOf(Bucket bucket) {
        if (bucket.getNode().getDefaultChild() instanceof CfnBucket resource) {
            return resource;
        }
        throw new IllegalStateException("the bucket has no AWS::S3::Bucket as its default child");
    }

    /** Writes opt-outs with their reasons, so that reports can show them. */
    static void record(CfnBucket resource, Map<String, String> optOuts) {
        resource.addMetadata(KEY, Map.of("OptOuts", optOuts));
    }
}
