package io.github.secures3.constructs.bucket;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.TimeConversionOptions;

/**
 * A duration of the CDK in days, of which S3 takes whole ones only.
 *
 * @param number how many days
 */
record KnownDays(double number) {

    /** The days, or empty where there is no duration or only the deployment knows it. */
    static Optional<KnownDays> of(@Nullable Duration duration) {
        if (duration == null || Boolean.TRUE.equals(duration.isUnresolved())) {
            return Optional.empty();
        }
        TimeConversionOptions inParts =
                TimeConversionOptions.builder().integral(false).build();
        return Optional.of(new KnownDays(duration.toDays(inParts).doubleValue()));
    }

    boolean isWhole() {
        return number == Math.rint(number);
    }

    /** The number as people write it: 90, 0.5. */
    String text() {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
