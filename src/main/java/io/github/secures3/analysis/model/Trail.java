package io.github.secures3.analysis.model;

import java.util.List;
import java.util.Objects;

/**
 * A trail of CloudTrail.
 *
 * @param element what it has in common with all resources
 * @param name its name
 * @param arn its ARN, markers for unknown parts included
 * @param logging whether it records
 * @param bucket the name of the bucket that receives the logs
 * @param key the KMS key
 * @param multiRegion whether it covers all Regions
 * @param organization whether it covers the organization
 * @param fileValidation whether digests prove that logs are untouched
 * @param globalServices whether it covers services without a Region, such as IAM
 * @param selectors event selectors
 * @param advancedSelectors advanced event selectors; the fields of each as resources
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html">AWS::CloudTrail::Trail</a>
 * @since 0.1
 */
public record Trail(
        Element element,
        Value<String> name,
        String arn,
        Value<Boolean> logging,
        Value<String> bucket,
        Value<String> key,
        Value<Boolean> multiRegion,
        Value<Boolean> organization,
        Value<Boolean> fileValidation,
        Value<Boolean> globalServices,
        Value<List<DataEvents>> selectors,
        Value<List<DataEvents>> advancedSelectors)
        implements Resource {

    /** Checks that nothing is missing. */
    public Trail {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(arn, "arn");
        Objects.requireNonNull(logging, "logging");
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(multiRegion, "multiRegion");
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(fileValidation, "fileValidation");
        Objects.requireNonNull(globalServices, "globalServices");
        Objects.requireNonNull(selectors, "selectors");
        Objects.requireNonNull(advancedSelectors, "advancedSelectors");
    }
}
