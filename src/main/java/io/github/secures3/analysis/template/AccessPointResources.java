package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.AccessPoint;
import io.github.secures3.analysis.model.MultiRegionAccessPoint;
import io.github.secures3.analysis.model.MultiRegionAccessPointPolicy;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;

/**
 * Reads access points and multi-Region access points.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-accesspoint.html">AWS::S3::AccessPoint</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-multiregionaccesspoint.html">AWS::S3::MultiRegionAccessPoint</a>
 */
final class AccessPointResources {

    private AccessPointResources() {}

    static void register(Family family) {
        family.accept(
                "AWS::S3::AccessPoint",
                source -> new AccessPoint(
                        source.element(),
                        source.name(ArnRules.REF),
                        source.arn("Arn"),
                        source.text("Bucket"),
                        source.text("BucketAccountId"),
                        source.properties().child("VpcConfiguration").text("VpcId"),
                        networkOrigin(source),
                        BucketResources.publicAccessBlock(source.properties()),
                        source.policy("Policy", PolicyType.RESOURCE),
                        source.properties().tags("Tags")));
        family.accept("AWS::S3::MultiRegionAccessPoint", AccessPointResources::multiRegion);
        family.accept(
                "AWS::S3::MultiRegionAccessPointPolicy",
                source -> new MultiRegionAccessPointPolicy(
                        source.element(), source.text("MrapName"), source.policy("Policy", PolicyType.RESOURCE)));
    }

    /** A VPC whose id is not known is a VPC; one that a condition may take away may be the internet. */
    private static Value<String> networkOrigin(Source source) {
        Resolved configuration = source.properties().get("VpcConfiguration");
        Resolved vpc = source.properties().child("VpcConfiguration").get("VpcId");
        boolean open = configuration instanceof Resolved.Unknown || mayBeNothing(vpc);
        if (open
                && source.properties().child("VpcConfiguration").text("VpcId")
                        instanceof Value.Unknown<String> unknown) {
            return new Value.Unknown<>(
                    UnresolvedToken.of("network origin of " + source.element().logicalId()),
                    unknown.reason(),
                    unknown.at());
        }
        return new Value.Known<>(
                vpc instanceof Resolved.Nothing ? "Internet" : "VPC",
                vpc.place().location());
    }

    private static boolean mayBeNothing(Resolved value) {
        return value instanceof Resolved.Unknown unknown
                && unknown.branches().stream()
                        .anyMatch(branch -> branch instanceof Resolved.Nothing || mayBeNothing(branch));
    }

    private static MultiRegionAccessPoint multiRegion(Source source) {
        Value<List<Value<String>>> buckets = source.properties().list("Regions", region -> region.text("Bucket"));
        // The ARN holds the alias, which S3 makes up, and not the name.
        String arn = source.arn("Arn");
        String alias = source.arn("Alias");
        int slash = arn.lastIndexOf("accesspoint/");
        return new MultiRegionAccessPoint(
                source.element(),
                source.name(ArnRules.REF),
                arn.substring(0, slash + "accesspoint/".length()) + alias,
                buckets,
                BucketResources.publicAccessBlock(source.properties()));
    }
}
