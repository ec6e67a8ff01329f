package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.ReplicationRule;
import java.util.function.Consumer;

/**
 * Finds replication rules that silently leave out the objects of a bucket that KMS encrypts by default: they select no KMS objects, or name no key for the
 * copies.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html">Replicating encrypted objects</a>
 * @since 0.1
 */
public final class ReplicationOfKmsObjects implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "replication.kms-objects",
                    Severity.ERROR,
                    "Objects that KMS encrypts are replicated too",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (Bucket bucket : context.estate().buckets()) {
            Truth kms = Values.any(
                    bucket.encryption(), rule -> Values.fits(rule.algorithm(), name -> name.startsWith("aws:kms")));
            for (ReplicationRule rule : Replicas.rules(bucket)) {
                if (!rule.status().isSurely("Disabled"::equals)) {
                    check(bucket, rule, kms, claims);
                }
            }
        }
    }

    private static void check(Bucket bucket, ReplicationRule rule, Truth kms, Claims claims) {
        Truth selected = Values.fits(rule.kmsEncrypted(), "Enabled"::equals);
        claims.require(
                bucket.element(),
                Claims.place(bucket.element(), rule.kmsEncrypted().isAbsent() ? rule.status() : rule.kmsEncrypted()),
                kms.not().or(selected),
                "objects that KMS encrypts are replicated",
                "KMS encrypts the objects of the bucket, and the rule silently leaves such objects out",
                "set SourceSelectionCriteria.SseKmsEncryptedObjects.Status to Enabled and"
                        + " EncryptionConfiguration.ReplicaKmsKeyID",
                Claims.shown("SseKmsEncryptedObjects.Status", rule.kmsEncrypted()));
        claims.require(
                bucket.element(),
                Claims.place(bucket.element(), rule.replicaKey().isAbsent() ? rule.status() : rule.replicaKey()),
                selected.not()
                        .or(Values.isStated(rule.replicaKey())
                                .or(Truth.of(rule.replicaKey().isUnknown()))),
                "a key encrypts the copies",
                "the rule names no key for the copies of objects that KMS encrypts, so they are left out",
                "set EncryptionConfiguration.ReplicaKmsKeyID to the ARN of a key in the Region of the destination",
                Claims.shown("ReplicaKmsKeyID", rule.replicaKey()));
    }
}
