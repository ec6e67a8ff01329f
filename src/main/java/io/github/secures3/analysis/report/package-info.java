/**
 * What a reader gets to see of an analysis.
 *
 * <p>{@link io.github.secures3.analysis.report.ProtectionSummary} says for each bucket of an estate which protections its template asks for.
 * What only a deployment decides is called unknown and never counts as a protection.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html">AWS::S3::Bucket</a>
 */
@NullMarked
package io.github.secures3.analysis.report;

import org.jspecify.annotations.NullMarked;
