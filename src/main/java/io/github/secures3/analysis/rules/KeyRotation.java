package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.KmsKey;
import io.github.secures3.analysis.model.Value;
import java.math.BigDecimal;
import java.util.function.Consumer;

/**
 * Finds symmetric KMS keys that do not rotate by themselves, or less often than every year. Replicas rotate with their primary key; asymmetric and HMAC keys cannot rotate; both are
 * left out.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html">Rotating AWS KMS keys</a>
 * @since 0.1
 */
public final class KeyRotation implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "key.rotation",
                    Severity.WARNING,
                    "The KMS key rotates every year or more often",
                    "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html")
            .covers(Framework.SECURITY_HUB, "KMS.4")
            .covers(Framework.CHECKOV, "CKV_AWS_7")
            .build();

    /** In days, a leap year. */
    private static final BigDecimal YEAR = BigDecimal.valueOf(366);

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (KmsKey key : context.estate().all(KmsKey.class)) {
            boolean rotatable = key.keySpec().isAbsent() || key.keySpec().mayBe("SYMMETRIC_DEFAULT"::equals);
            if (rotatable && key.primaryKey().isAbsent()) {
                claims.require(
                        key.element(),
                        key.rotation(),
                        on -> on,
                        "EnableKeyRotation",
                        "the key rotates",
                        "the key never rotates, so one key encrypts everything for ever",
                        "set EnableKeyRotation to true");
                Value<BigDecimal> days = key.rotationPeriodInDays();
                claims.require(
                        key.element(),
                        Claims.place(key.element(), days),
                        days.isAbsent() || !key.rotation().mayBe(on -> on)
                                ? Truth.TRUE
                                : Values.fits(days, period -> period.compareTo(YEAR) <= 0),
                        "the key rotates every year",
                        "the key rotates every " + days.known().orElse(YEAR) + " days only",
                        "leave RotationPeriodInDays out, or set it to 365 or less",
                        Claims.shown("RotationPeriodInDays", days));
            }
        }
    }
}
