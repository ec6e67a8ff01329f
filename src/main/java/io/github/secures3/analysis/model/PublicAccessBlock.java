package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * The four settings of Block Public Access; a setting that is absent is off.
 *
 * @param blockPublicAcls refuses ACLs that grant public access
 * @param ignorePublicAcls ignores ACLs that grant public access
 * @param blockPublicPolicy refuses policies that grant public access
 * @param restrictPublicBuckets limits what a public policy grants to the account and AWS services
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-publicaccessblockconfiguration.html">PublicAccessBlockConfiguration</a>
 * @since 0.1
 */
public record PublicAccessBlock(
        Value<Boolean> blockPublicAcls,
        Value<Boolean> ignorePublicAcls,
        Value<Boolean> blockPublicPolicy,
        Value<Boolean> restrictPublicBuckets) {

    /** Checks that nothing is missing. */
    public PublicAccessBlock {
        Objects.requireNonNull(blockPublicAcls, "blockPublicAcls");
        Objects.requireNonNull(ignorePublicAcls, "ignorePublicAcls");
        Objects.requireNonNull(blockPublicPolicy, "blockPublicPolicy");
        Objects.requireNonNull(restrictPublicBuckets, "restrictPublicBuckets");
    }
}
