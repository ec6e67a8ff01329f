package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import java.util.function.Consumer;

/**
 * Finds buckets without an enabled replication rule, and those whose copies surely stay in the same Region. Buckets that receive copies or
 * server access logs, as the estate or their own policy shows, are left out.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html">Replicating objects</a>
 * @since 0.1
 */
public final class BucketReplication implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.replication",
                    Severity.NOTE,
                    "The bucket is replicated to another Region",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html")
            .covers(Framework.SECURITY_HUB, "S3.7")
            .covers(
                    Framework.CDK_NAG,
                    "HIPAA.Security-S3BucketReplicationEnabled",
                    "NIST.800.53.R4-S3BucketReplicationEnabled",
                    "NIST.800.53.R5-S3BucketReplicationEnabled",
                    "PCI.DSS.321-S3BucketReplicationEnabled")
            .covers(Framework.GUARD_REGISTRY, "S3_BUCKET_REPLICATION_ENABLED")
            .covers(Framework.PROWLER, "s3_bucket_cross_region_replication")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        LogBuckets logBuckets = context.logBuckets();
        Replicas replicas = context.replicas();
        for (Bucket bucket : context.estate().buckets()) {
            if (replicas.receives(bucket) || logBuckets.receives(bucket)) {
                continue;
            }
            claims.require(
                    bucket.element(),
                    Claims.place(bucket.element(), bucket.replication()),
                    isReplicated(bucket, replicas),
                    "the bucket is replicated",
                    Replicas.rules(bucket).isEmpty()
                            ? "there is no second copy in another Region"
                            : "no enabled rule makes a copy in another Region",
                    "replicate the bucket to one in another Region, best in another account",
                    Claims.shown("ReplicationConfiguration", bucket.replication()));
        }
    }

    private static Truth isReplicated(Bucket bucket, Replicas replicas) {
        return bucket.replication()
                .known()
                .map(replication -> Values.any(
                        replication.rules(),
                        rule -> Values.fits(rule.status(), "Enabled"::equals)
                                .and(Truth.of(!replicas.staysInRegion(bucket, rule)))))
                .orElseGet(() -> Values.isStated(bucket.replication()));
    }
}
