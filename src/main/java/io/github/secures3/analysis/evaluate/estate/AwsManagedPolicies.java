package io.github.secures3.analysis.evaluate.estate;

import java.util.Set;

/**
 * Managed policies of AWS of which it is known that they allow nothing in S3, KMS, STS, IAM or AWS Backup, so that nothing about data depends on them.
 *
 * @see <a href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/about-managed-policy-reference.html">AWS managed policies</a>
 * @since 0.1
 */
public final class AwsManagedPolicies {

    private static final String AWS_MANAGED = ":iam::aws:policy/";

    private static final Set<String> WITHOUT_DATA = Set.of(
            "service-role/AWSLambdaBasicExecutionRole",
            "service-role/AWSLambdaVPCAccessExecutionRole",
            "service-role/AmazonAPIGatewayPushToCloudWatchLogs",
            "AWSXRayDaemonWriteAccess");

    private AwsManagedPolicies() {}

    /** Whether the policy is one of these; its partition may be unknown. */
    public static boolean isWithoutData(String arn) {
        int name = arn.indexOf(AWS_MANAGED);
        return name >= 0 && WITHOUT_DATA.contains(arn.substring(name + AWS_MANAGED.length()));
    }
}
