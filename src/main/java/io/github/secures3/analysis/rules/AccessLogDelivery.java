package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.AccessLogging;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.BucketEncryption;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Stack;
import io.github.secures3.analysis.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds buckets whose server access logs never arrive, which S3 tells nobody: the log bucket is encrypted with KMS or keeps what it gets under default
 * retention, it is in another account or Region, or its policy does not let the logging service write. The policy is judged by deciding the
 * request that the service makes. A bucket that logs to itself is found too: each log is a request that is logged again.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html">Enabling server access logging</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html#grant-log-delivery-permissions-general">Permissions for log delivery</a>
 * @since 0.1
 */
public final class AccessLogDelivery implements Rule {

    private static final String ARRIVE = "server access logs arrive";
    private static final RuleProfile PROFILE = RuleProfile.of(
                    "access-log.delivery",
                    Severity.WARNING,
                    "Server access logs arrive",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (Bucket bucket : context.estate().buckets()) {
            bucket.logging().known().ifPresent(logging -> check(context, bucket, logging, claims));
        }
    }

    private static void check(CheckContext context, Bucket source, AccessLogging logging, Claims claims) {
        Optional<String> name = logging.destination().asText();
        if (name.isEmpty() || name.equals(source.name().asText())) {
            claims.add(claims.violated(
                            source.element(),
                            "the bucket logs to itself, so that every log is a request that is logged again",
                            "name another bucket in LoggingConfiguration.DestinationBucketName")
                    .at(Claims.place(source.element(), source.logging())));
            return;
        }
        Optional<Bucket> destination = context.estate().buckets().stream()
                .filter(bucket -> bucket.name().asText().equals(name))
                .findFirst();
        if (destination.isEmpty()) {
            claims.add(claims.undecided(
                            source.element(),
                            ARRIVE,
                            "the log bucket " + name.get() + " is not in the templates",
                            "check the template of the log bucket together with this one")
                    .at(Claims.place(source.element(), source.logging())));
            return;
        }
        obstacle(context.estate(), source, destination.get(), claims);
        if (!takesAcl(destination.get())) {
            permission(context, source, logging, destination.get(), claims);
        }
    }

    private static void obstacle(Estate estate, Bucket source, Bucket destination, Claims claims) {
        Value<String> algorithm = destination.encryption().known().orElse(List.of()).stream()
                .findFirst()
                .map(BucketEncryption::algorithm)
                .orElse(Value.absent());
        claims.require(
                source.element(),
                Claims.place(destination.element(), algorithm),
                algorithm.isAbsent() ? Truth.TRUE : Values.fits(algorithm, "AES256"::equals),
                ARRIVE,
                "the log bucket is encrypted with KMS, to which S3 delivers no logs",
                "set SSEAlgorithm of the log bucket to AES256",
                Claims.shown("SSEAlgorithm of " + destination.element().id(), algorithm));
        Value<String> mode = destination.objectLock().mode();
        claims.require(
                source.element(),
                Claims.place(destination.element(), mode),
                Values.isStated(mode).not(),
                ARRIVE,
                "the log bucket has a default retention, with which S3 delivers no logs",
                "remove the default retention of the log bucket",
                Claims.shown("Mode of " + destination.element().id(), mode));
        boolean apart = Deployed.surelyDiffer(estate, source.element(), destination.element(), Stack::account)
                || Deployed.surelyDiffer(estate, source.element(), destination.element(), Stack::region);
        claims.require(
                source.element(),
                Claims.place(source.element(), source.logging()),
                Truth.of(!apart),
                ARRIVE,
                "the log bucket is in another account or Region",
                "log to a bucket in the same account and Region",
                "the log bucket is " + destination.element().id());
    }

    private static void permission(
            CheckContext context, Bucket source, AccessLogging logging, Bucket destination, Claims claims) {
        ServiceRequest delivery = new ServiceRequest(
                "logging.s3.amazonaws.com",
                "s3:PutObject",
                destination.arn() + "/" + logging.prefix().asText().orElse("") + "2026-11-30-00-00-00-EXAMPLE",
                Map.of(
                        "aws:SourceArn",
                        List.of(source.arn()),
                        "aws:SourceAccount",
                        Deployed.account(context.estate(), source.element()).stream()
                                .toList(),
                        "s3:x-amz-server-side-encryption",
                        List.of("AES256")));
        ServiceRequest.Answer answer = delivery.decide(context);
        claims.require(
                source.element(),
                Claims.place(source.element(), source.logging()),
                answer.allowed(),
                ARRIVE,
                "the policy of the log bucket does not let S3 deliver logs",
                "allow logging.s3.amazonaws.com to s3:PutObject into the log bucket, with aws:SourceArn and"
                        + " aws:SourceAccount",
                delivery + ": " + answer.reason());
    }

    /** The grant of older templates, which counts only where ACLs do. */
    private static boolean takesAcl(Bucket destination) {
        return destination.acl().isSurely("LogDeliveryWrite"::equals)
                && destination.ownership().isSurely(owner -> !owner.equals("BucketOwnerEnforced"));
    }
}
