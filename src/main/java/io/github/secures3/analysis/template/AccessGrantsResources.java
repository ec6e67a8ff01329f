package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.AccessGrant;
import io.github.secures3.analysis.model.AccessGrantsInstance;
import io.github.secures3.analysis.model.AccessGrantsLocation;

/**
 * Reads S3 Access Grants.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-accessgrant.html">AWS::S3::AccessGrant</a>
 */
final class AccessGrantsResources {

    private AccessGrantsResources() {}

    static void register(Family family) {
        family.accept(
                "AWS::S3::AccessGrantsInstance",
                source -> new AccessGrantsInstance(
                        source.element(),
                        source.arn("AccessGrantsInstanceArn"),
                        source.text("IdentityCenterArn"),
                        source.properties().tags("Tags")));
        family.accept(
                "AWS::S3::AccessGrantsLocation",
                source -> new AccessGrantsLocation(
                        source.element(),
                        source.name(ArnRules.REF),
                        source.text("LocationScope"),
                        source.text("IamRoleArn")));
        family.accept(
                "AWS::S3::AccessGrant",
                source -> new AccessGrant(
                        source.element(),
                        source.text("AccessGrantsLocationId"),
                        source.properties()
                                .child("AccessGrantsLocationConfiguration")
                                .text("S3SubPrefix"),
                        source.properties().child("Grantee").text("GranteeType"),
                        source.properties().child("Grantee").text("GranteeIdentifier"),
                        source.text("Permission"),
                        source.text("S3PrefixType"),
                        source.text("ApplicationArn")));
    }
}
