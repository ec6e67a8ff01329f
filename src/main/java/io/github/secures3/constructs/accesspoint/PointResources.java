package io.github.secures3.constructs.accesspoint;

import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.json.PolicyWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.CfnTag;
import software.amazon.awscdk.services.s3.CfnAccessPoint;
import software.constructs.Construct;

/**
 * Makes the resources of access points, each in one call over the pipe.
 *
 * @param bucketName the bucket they stand on
 * @param bucketAccountId the account that owns it, or null where it is the one that owns the points
 * @param environment where the points live
 */
record PointResources(String bucketName, @Nullable String bucketAccountId, PointEnvironment environment) {

    /** Fixed when a point is created, so there is no choice to be offered. */
    private static final CfnAccessPoint.PublicAccessBlockConfigurationProperty BLOCK_ALL =
            CfnAccessPoint.PublicAccessBlockConfigurationProperty.builder()
                    .blockPublicAcls(true)
                    .blockPublicPolicy(true)
                    .ignorePublicAcls(true)
                    .restrictPublicBuckets(true)
                    .build();

    CfnAccessPoint make(Construct scope, String id, AccessPoint point, PolicyDocument policy) {
        CfnAccessPoint.Builder builder = CfnAccessPoint.Builder.create(scope, id)
                .bucket(bucketName)
                .name(point.name())
                .publicAccessBlockConfiguration(BLOCK_ALL);
        if (bucketAccountId != null) {
            builder.bucketAccountId(bucketAccountId);
        }
        if (!policy.statements().isEmpty()) {
            builder.policy(PolicyWriter.toMap(policy));
        }
        if (point.vpcId() != null) {
            builder.vpcConfiguration(CfnAccessPoint.VpcConfigurationProperty.builder()
                    .vpcId(point.vpcId())
                    .build());
        }
        if (!point.tags().isEmpty()) {
            builder.tags(tags(point));
        }
        return builder.build();
    }

    private static List<CfnTag> tags(AccessPoint point) {
        return point.tags().entrySet().stream()
                .map(tag ->
                        CfnTag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}
