package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.AccessPoint;
import java.util.function.Consumer;

/**
 * Finds access points that take requests from the internet. One that is made for a VPC takes them through an endpoint in that VPC alone, whoever has
 * credentials elsewhere.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-vpc.html">Access points restricted to a VPC</a>
 * @since 0.1
 */
public final class AccessPointInVpc implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "access-point.in-vpc",
                    Severity.NOTE,
                    "The access point takes requests from its VPC alone",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-vpc.html")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (AccessPoint point : context.estate().all(AccessPoint.class)) {
            claims.require(
                    point.element(),
                    Claims.place(point.element(), point.vpc()),
                    Values.isStated(point.vpc()),
                    "the access point takes requests from its VPC alone",
                    "the access point takes requests from the internet",
                    "set VpcConfiguration, which only a new access point can have",
                    Claims.shown("VpcConfiguration", point.vpc()));
        }
    }
}
