package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.LambdaPermission;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.OrganizationPolicy;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.analysis.model.VpcEndpoint;
import io.github.secures3.policy.PolicyType;
import java.util.Optional;

/**
 * Reads what surrounds buckets: VPC endpoints, organization policies and Lambda permissions.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html">AWS::EC2::VPCEndpoint</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-organizations-policy.html">AWS::Organizations::Policy</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html">AWS::Lambda::Permission</a>
 */
final class PerimeterResources {

    private PerimeterResources() {}

    static void register(Family family) {
        family.accept(
                "AWS::EC2::VPCEndpoint",
                source -> new VpcEndpoint(
                        source.element(),
                        source.name(ArnRules.REF),
                        source.text("ServiceName"),
                        source.text("VpcId"),
                        source.text("VpcEndpointType"),
                        source.policy("PolicyDocument", PolicyType.ENDPOINT)));
        family.accept("AWS::Organizations::Policy", PerimeterResources::organizationPolicy);
        family.accept(
                "AWS::Lambda::Permission",
                source -> new LambdaPermission(
                        source.element(),
                        source.text("FunctionName"),
                        source.text("Action"),
                        source.text("Principal"),
                        source.text("SourceArn"),
                        source.text("SourceAccount"),
                        source.text("PrincipalOrgID"),
                        source.text("FunctionUrlAuthType")));
    }

    private static OrganizationPolicy organizationPolicy(Source source) {
        Value<String> type = source.text("Type");
        return new OrganizationPolicy(
                source.element(),
                source.text("Name"),
                type,
                document(source, type),
                content(source.properties().get("Content")),
                publicAccess(source.properties().get("Content"), type),
                source.properties().texts("TargetIds"));
    }

    private static Value<LocatedPolicy> document(Source source, Value<String> type) {
        if (type.isSurely("SERVICE_CONTROL_POLICY"::equals)) {
            return source.policy("Content", PolicyType.SERVICE_CONTROL);
        }
        if (type.isSurely("RESOURCE_CONTROL_POLICY"::equals)) {
            return source.policy("Content", PolicyType.RESOURCE_CONTROL);
        }
        return type instanceof Value.Unknown<String> unknown ? unknown.as() : Value.absent();
    }

    private static Value<String> publicAccess(Resolved content, Value<String> type) {
        if (!type.isSurely("S3_POLICY"::equals)) {
            return type instanceof Value.Unknown<String> unknown ? unknown.as() : Value.absent();
        }
        Optional<Resolved> parsed =
                content instanceof Resolved.Text text ? PolicyText.parse(text) : Optional.of(content);
        return parsed.map(policy -> new Properties(policy)
                        .child("s3_attributes")
                        .child("public_access_block_configuration")
                        .text("@@assign"))
                .orElseGet(() -> Properties.opaque(content, "a policy"));
    }

    private static Value<String> content(Resolved content) {
        boolean written = content instanceof Resolved.Members && Canonical.isWritable(content);
        return Properties.text(written ? Resolved.text(content.place(), Canonical.json(content)) : content);
    }
}
