package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import java.util.function.Consumer;

/**
 * Finds replication from or to a bucket without versioning, which S3 refuses, or stops where versioning was suspended later. Destinations are judged where they
 * are in the templates.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html#replication-requirements">Requirements for replication</a>
 * @since 0.1
 */
public final class ReplicationVersioning implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "replication.versioning",
                    Severity.ERROR,
                    "Both sides of a replication keep versions",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (Bucket bucket : context.estate().buckets()) {
            if (Replicas.rules(bucket).isEmpty()) {
                continue;
            }
            check(bucket, bucket, "the source", claims);
            Replicas.rules(bucket).stream()
                    .flatMap(rule -> context.replicas().destination(rule).stream())
                    .distinct()
                    .forEach(destination -> check(bucket, destination, "the destination", claims));
        }
    }

    private static void check(Bucket source, Bucket bucket, String side, Claims claims) {
        claims.require(
                source.element(),
                Claims.place(bucket.element(), KeptVersions.status(bucket)),
                Values.fits(KeptVersions.status(bucket), "Enabled"::equals),
                side + " of the replication keeps versions",
                side + " of the replication keeps no versions, so that nothing is replicated",
                "set VersioningConfiguration.Status of " + bucket.element().logicalId() + " to Enabled",
                Claims.shown(
                        "VersioningConfiguration.Status of " + bucket.element().id(), KeptVersions.status(bucket)));
    }
}
