/**
 * What templates describe, as immutable records: an estate of stacks with their buckets, keys, roles and policies.
 *
 * <p>A property is a {@link io.github.secures3.analysis.model.Value}: known, unknown with the reason, or absent. What only a deployment
 * decides is never taken for known, and every element says where in which template it stands.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html">Template anatomy</a>
 */
@NullMarked
package io.github.secures3.analysis.model;

import org.jspecify.annotations.NullMarked;
