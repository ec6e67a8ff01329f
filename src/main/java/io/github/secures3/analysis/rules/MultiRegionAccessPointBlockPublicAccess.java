package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.MultiRegionAccessPoint;
import java.util.function.Consumer;

/**
 * Finds multi-Region access points on which a setting of Block Public Access is off; it cannot be switched on later. One that states none of them
 * has all four on.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/multi-region-access-point-block-public-access.html">Blocking public access with multi-Region access points</a>
 * @since 0.1
 */
public final class MultiRegionAccessPointBlockPublicAccess implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "multi-region-access-point.block-public-access",
                    Severity.ERROR,
                    "All four settings of Block Public Access are on for the multi-Region access point",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/multi-region-access-point-block-public-access.html")
            .covers(Framework.SECURITY_HUB, "S3.24")
            .covers(Framework.PROWLER, "s3_multi_region_access_point_public_access_block")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        BlockedPublicAccess settings = new BlockedPublicAccess(
                new Claims(this, findings), "leave PublicAccessBlockConfiguration out, or switch on all four settings");
        for (MultiRegionAccessPoint point : context.estate().all(MultiRegionAccessPoint.class)) {
            settings.check(point.element(), point.publicAccessBlock());
        }
    }
}
