package io.github.secures3.analysis.evaluate;

import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The access point that a request goes through.
 *
 * @param arn its ARN, {@code arn:aws:s3:region:account:accesspoint/name}
 * @param account the account that owns it, or null if not known
 * @param networkOrigin {@code Internet} or {@code VPC}, or null where nobody said; the marker of an unknown value where only the deployment decides
 * @param vpcId the VPC it answers to alone, if it answers to one, or null where it answers to the internet or the VPC is not known
 * @param policies its policy; none where it has none
 * @param blockPublicAccess its Block Public Access settings
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points.html">Access points</a>
 * @since 0.1
 */
public record AccessPoint(
        String arn,
        @Nullable String account,
        @Nullable String networkOrigin,
        @Nullable String vpcId,
        List<AttachedPolicy> policies,
        BlockPublicAccess blockPublicAccess) {

    /** The network origin of an access point that answers to one VPC alone. */
    public static final String VPC_ORIGIN = "VPC";
    /** The network origin of an access point that answers to anywhere. */
    public static final String INTERNET_ORIGIN = "Internet";

    /** Copies the policies. */
    public AccessPoint {
        policies = List.copyOf(policies);
    }

    /** Whether it answers to one VPC alone. */
    public boolean isVpcOnly() {
        return VPC_ORIGIN.equalsIgnoreCase(networkOrigin) || (vpcId != null && !isOriginOpen());
    }

    /** Whether only the deployment decides if it answers to one VPC alone. */
    public boolean isOriginOpen() {
        return networkOrigin != null && UnresolvedToken.isIn(networkOrigin);
    }

    /** Whether its policy can make it public: that of one that answers to one VPC alone never does. */
    public Truth canBePublic() {
        return isOriginOpen() ? Truth.unknown(openOrigin()) : Truth.of(!isVpcOnly());
    }

    /** In words, that only the deployment decides if it answers to one VPC alone. */
    public String openOrigin() {
        return "whether the access point answers to one VPC alone is not known: "
                + UnresolvedToken.shown(String.valueOf(networkOrigin));
    }
}
