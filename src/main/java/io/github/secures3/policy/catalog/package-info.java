/**
 * What AWS documents about the actions, resource types and condition keys of S3, KMS and their neighbours, as data.
 *
 * <p>The data lies in tab-separated files beside the classes. Each names its source and its date; nothing is fetched at run time. A name that
 * is missing here may be newer than the data, so absence is a hint of a typo and no proof.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">
 *     Service Authorization Reference</a>
 */
@NullMarked
package io.github.secures3.policy.catalog;

import org.jspecify.annotations.NullMarked;
