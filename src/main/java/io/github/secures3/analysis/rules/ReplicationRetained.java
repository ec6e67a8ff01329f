package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.IamRole;
import io.github.secures3.analysis.model.KmsAlias;
import io.github.secures3.analysis.model.Replication;
import io.github.secures3.analysis.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds replication that ends with its stack although the bucket stays: the role that S3 assumes, or the alias that names the key of the copies, is
 * deleted, and S3 goes on accepting objects that it never copies.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html">DeletionPolicy</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-troubleshoot.html">Troubleshooting replication</a>
 * @since 0.1
 */
public final class ReplicationRetained implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "replication.retained",
                    Severity.NOTE,
                    "What replicates a bucket that outlives its stack does so, too",
                    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html")
            .build();

    private static final Set<String> RETAINED = Set.of("Retain", "RetainExceptOnCreate");

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        Estate estate = context.estate();
        for (Bucket bucket : estate.buckets()) {
            if (bucket.element().deletionPolicy().isSurely(RETAINED::contains)) {
                role(estate, bucket)
                        .ifPresent(role -> Retention.require(
                                role,
                                claims,
                                "the role that replicates is deleted with its stack, while the bucket stays"));
                for (Element alias : aliases(estate, bucket)) {
                    Retention.require(
                            alias,
                            claims,
                            "the alias of the key for copies is deleted with its stack, while the bucket stays");
                }
            }
        }
    }

    private static Optional<Element> role(Estate estate, Bucket bucket) {
        Optional<String> arn =
                bucket.replication().known().map(Replication::role).flatMap(Value::asText);
        return estate.all(IamRole.class).stream()
                .filter(role -> arn.filter(role.arn()::equals).isPresent())
                .map(IamRole::element)
                .findFirst();
    }

    /** The aliases by which rules name the key of the copies. */
    private static List<Element> aliases(Estate estate, Bucket bucket) {
        return estate.all(KmsAlias.class).stream()
                .filter(alias -> Replicas.rules(bucket).stream()
                        .anyMatch(rule -> rule.replicaKey()
                                .asText()
                                .filter(key -> alias.name()
                                        .asText()
                                        .filter(name -> key.endsWith(":" + name))
                                        .isPresent())
                                .isPresent()))
                .map(KmsAlias::element)
                .toList();
    }
}
