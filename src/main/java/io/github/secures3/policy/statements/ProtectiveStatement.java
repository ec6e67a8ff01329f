package io.github.secures3.policy.statements;

import io.github.secures3.policy.Statement;

/**
 * A statement with a name and a purpose, to be put on a bucket.
 *
 * <p>The family is closed, so that a test can say something about all of them; a statement of your own is a plain {@link Statement}.
 *
 * @since 0.1
 */
public sealed interface ProtectiveStatement
        permits AllowAccessLogDelivery,
                AllowAccessPoints,
                AllowInventoryDelivery,
                AllowMultiRegionAccessPoints,
                DenyAccessPointsOutsideVpc,
                DenyConfusedDeputy,
                DenyDirectAccess,
                DenyGovernanceBypass,
                DenyInsecureTransport,
                DenyKmsWithoutKeyId,
                DenyLegalHoldRelease,
                DenyOtherEncryption,
                DenyOtherKmsKey,
                DenyOutsideNetwork,
                DenyOutsideOrganization,
                DenyOverwrite,
                DenyPresignedRequestsOlderThan,
                DenySseC,
                DenyTlsBelow,
                DenyUnsignedPayload {

    /** The Sid of the statement: the simple name of its class, the same in every release. */
    default String sid() {
        return getClass().getSimpleName();
    }

    /** The statement for this bucket. */
    Statement on(BucketScope bucket);
}
