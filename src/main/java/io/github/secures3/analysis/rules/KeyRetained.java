package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.KmsKey;
import io.github.secures3.analysis.model.OptOut;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds KMS keys that CloudFormation schedules for deletion with their stack, or when an update replaces them. What they encrypted cannot be
 * read again. A bucket that is meant to go with its stack explains it for its key.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html">DeletionPolicy</a>
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html">Deleting KMS keys</a>
 * @since 0.1
 */
public final class KeyRetained implements Rule {

    private static final String OPT_OUT = "deleteWithStack";
    private static final RuleProfile PROFILE = RuleProfile.of(
                    "key.retained",
                    Severity.WARNING,
                    "The KMS key outlives its stack",
                    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html")
            .explainedBy(OPT_OUT)
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        for (KmsKey key : context.estate().all(KmsKey.class)) {
            Consumer<Finding> explained = optOut(context.estate(), key)
                    .<Consumer<Finding>>map(optOut -> finding -> findings.accept(finding.withSeverity(Severity.NOTE)
                            .with(Evidence.Kind.REASON, optOut.method() + ": " + optOut.reason())))
                    .orElse(findings);
            Retention.require(
                    key.element(),
                    new Claims(this, explained),
                    "the key is deleted with its stack, and what it encrypted is lost");
        }
    }

    /** The opt-out of a bucket that is meant to go with its stack, and its key with it. */
    private static Optional<OptOut> optOut(Estate estate, KmsKey key) {
        return estate.buckets().stream()
                .filter(bucket -> bucket.encryption().known().orElse(List.of()).stream()
                        .anyMatch(rule -> rule.key()
                                .asText()
                                .filter(name -> name.equals(key.arn())
                                        || key.id()
                                                .asText()
                                                .filter(name::equals)
                                                .isPresent())
                                .isPresent()))
                .flatMap(bucket -> bucket.element().optOuts().stream())
                .filter(optOut ->
                        optOut.method().equals(OPT_OUT) && !optOut.reason().isBlank())
                .findFirst();
    }
}
