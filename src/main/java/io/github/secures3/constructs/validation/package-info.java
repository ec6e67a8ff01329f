/**
 * The read side at synthesis: {@link io.github.secures3.constructs.validation.SecureS3Validation} holds what an app writes against the rules of this
 * library, as {@code secure-s3 check} does, before anything is deployed.
 */
@NullMarked
package io.github.secures3.constructs.validation;

import org.jspecify.annotations.NullMarked;
