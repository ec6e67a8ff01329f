package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.AccessPoint;
import java.util.function.Consumer;

/**
 * Finds access points on which a setting of Block Public Access is off. An access point that states none of them has all four on.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html">Managing public access to access points</a>
 * @since 0.1
 */
public final class AccessPointBlockPublicAccess implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "access-point.block-public-access",
                    Severity.ERROR,
                    "All four settings of Block Public Access are on for the access point",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html")
            .covers(Framework.SECURITY_HUB, "S3.19")
            .covers(Framework.CONTROL_TOWER, "CT.S3.PR.12")
            .covers(Framework.PROWLER, "s3_access_point_public_access_block")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        BlockedPublicAccess settings = new BlockedPublicAccess(
                new Claims(this, findings), "leave PublicAccessBlockConfiguration out, or switch on all four settings");
        for (AccessPoint point : context.estate().all(AccessPoint.class)) {
            settings.check(point.element(), point.publicAccessBlock());
        }
    }
}
