/**
 * Reads CloudFormation templates and CDK cloud assemblies into the model of an estate.
 *
 * <p>{@link io.github.secures3.analysis.template.EstateReader} takes JSON and YAML, nested stacks and stages, and resolves intrinsic functions
 * as far as the templates tell. Input may be hostile: its size, depth, aliases and references are limited, and what is wrong with it ends in a
 * {@link io.github.secures3.analysis.template.TemplateException} that names the place.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">Intrinsic
 *     functions</a>
 */
@NullMarked
package io.github.secures3.analysis.template;

import org.jspecify.annotations.NullMarked;
