/**
 * Guardrails of a whole organization: {@link io.github.secures3.constructs.organization.OrgGuardrails} writes resource control policies,
 * service control policies and the S3 policy; beside it stand custom resources for what CloudFormation has no type for.
 */
@NullMarked
package io.github.secures3.constructs.organization;

import org.jspecify.annotations.NullMarked;
