package io.github.secures3.constructs.organization;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.customresources.AwsCustomResource;
import software.amazon.awscdk.customresources.AwsCustomResourcePolicy;
import software.amazon.awscdk.customresources.AwsSdkCall;
import software.amazon.awscdk.customresources.Logging;
import software.amazon.awscdk.customresources.PhysicalResourceId;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/**
 * Block Public Access of the account that the stack is deployed to, all four settings, for accounts that no S3 policy of an organization
 * reaches. CloudFormation has no resource type for it: a custom resource calls S3.
 *
 * <p>Where an S3 policy is in force, S3 answers {@code AccessDenied}; that is taken as done, since the policy decides. The same answer comes where a
 * service control policy denies the call: except the function's role, whose name starts with that of the stack, from {@link
 * io.github.secures3.policy.statements.ProtectBlockPublicAccess}. Nothing is switched off when this leaves its stack, and a change made
 * elsewhere is not undone.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_PutPublicAccessBlock.html">PutPublicAccessBlock</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-account.html">Settings of an account</a>
 * @since 0.1
 */
public final class AccountPublicAccessBlock extends Construct {

    private static final Number TIMEOUT_MINUTES = 2;

    /** All four settings on. */
    public AccountPublicAccessBlock(Construct scope, String id) {
        super(scope, id);
        AwsSdkCall call = AwsSdkCall.builder()
                .service("S3Control")
                .action("putPublicAccessBlock")
                .parameters(parameters())
                .physicalResourceId(PhysicalResourceId.of("AccountPublicAccessBlock"))
                .ignoreErrorCodesMatching("^AccessDenied$")
                .logging(Logging.withDataHidden())
                .build();
        // The action has no resource type, so that no ARN can be named.
        PolicyStatement permission = PolicyStatement.Builder.create()
                .actions(List.of("s3:PutAccountPublicAccessBlock"))
                .resources(List.of("*"))
                .conditions(Map.of("StringEqualsIfExists", Map.of("s3:ResourceAccount", Aws.ACCOUNT_ID)))
                .build();
        AwsCustomResource.Builder.create(this, "Settings")
                .resourceType("Custom::AccountPublicAccessBlock")
                .onUpdate(call)
                .policy(AwsCustomResourcePolicy.fromStatements(List.of(permission)))
                .installLatestAwsSdk(false)
                .timeout(Duration.minutes(TIMEOUT_MINUTES))
                .build();
    }

    private static Map<String, Object> parameters() {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (String setting :
                List.of("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")) {
            settings.put(setting, true);
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("AccountId", Aws.ACCOUNT_ID);
        parameters.put("PublicAccessBlockConfiguration", settings);
        return parameters;
    }
}
