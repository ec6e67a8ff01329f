package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.BucketEncryption;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.KmsKey;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.Arn;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds buckets whose default encryption names a KMS key by alias, which S3 looks up in the account of whoever makes the request. Default encryption
 * by KMS without a key is a note: it uses the AWS managed key, whose policy cannot be changed and which no other account can use.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/specifying-kms-encryption.html">Specifying SSE-KMS</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html">ServerSideEncryptionByDefault: aliases</a>
 * @since 0.1
 */
public final class BucketKmsKey implements Rule {

    private static final String FIX = "set KMSMasterKeyID to the ARN of a key of your own";
    private static final String PROPERTY = "KMSMasterKeyID";
    private static final String ALIAS = "alias/";
    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.kms-key",
                    Severity.WARNING,
                    "The default key is a key of your own, named by ARN",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/specifying-kms-encryption.html")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (Bucket bucket : context.estate().buckets()) {
            for (BucketEncryption rule : bucket.encryption().known().orElse(List.of())) {
                if (rule.algorithm().isSurely(name -> name.startsWith("aws:kms"))) {
                    check(context.estate(), bucket, rule.key(), claims);
                }
            }
        }
    }

    private static void check(Estate estate, Bucket bucket, Value<String> key, Claims claims) {
        if (key.isAbsent()) {
            claims.add(claims.violated(
                            bucket.element(),
                            "the AWS managed key encrypts: its policy cannot be changed and no other account can use"
                                    + " it",
                            FIX)
                    .withSeverity(Severity.NOTE)
                    .with(Evidence.Kind.VALUE, Claims.shown(PROPERTY, key)));
            return;
        }
        String text = key.asText().orElse("");
        if (text.startsWith(ALIAS)
                || Arn.find(text)
                        .filter(arn -> arn.resource().startsWith(ALIAS))
                        .isPresent()) {
            claims.add(claims.violated(
                            bucket.element(),
                            "the key is named by alias, which S3 looks up in the account of the caller",
                            FIX)
                    .at(Claims.place(bucket.element(), key))
                    .with(Evidence.Kind.VALUE, Claims.shown(PROPERTY, key)));
        } else if (key instanceof Value.Unknown<String> unknown && !isOfTheEstate(estate, text)) {
            claims.add(claims.undecided(bucket.element(), "the key is named by ARN", unknown.reason())
                    .at(unknown.at()));
        }
    }

    private static boolean isOfTheEstate(Estate estate, String text) {
        return Arn.find(text).filter(arn -> arn.resource().startsWith("key/")).isPresent()
                || estate.all(KmsKey.class).stream()
                        .anyMatch(key -> key.arn().equals(text)
                                || key.id().asText().filter(text::equals).isPresent());
    }
}
