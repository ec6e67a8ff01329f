/**
 * The build side: AWS CDK constructs, one package for each capability.
 *
 * <p>Every construct writes its policies with {@link io.github.secures3.policy} and hands them to the CDK as whole documents.
 */
@NullMarked
package io.github.secures3.constructs;

import org.jspecify.annotations.NullMarked;
