package io.github.secures3.constructs.bucket;

import io.github.secures3.policy.statements.SseAlgorithm;
import software.amazon.awscdk.services.s3.BucketEncryption;

/** Server-side encryption that a bucket applies to uploads which ask for none. */
enum BucketEncryptionMode {
    SSE_KMS(SseAlgorithm.AWS_KMS, BucketEncryption.KMS),
    DSSE_KMS(SseAlgorithm.AWS_KMS_DSSE, BucketEncryption.DSSE),
    SSE_S3(SseAlgorithm.AES256, BucketEncryption.S3_MANAGED);

    private final SseAlgorithm algorithm;
    private final BucketEncryption cdk;

    BucketEncryptionMode(SseAlgorithm algorithm, BucketEncryption cdk) {
        this.algorithm = algorithm;
        this.cdk = cdk;
    }

    /** The value of the header {@code x-amz-server-side-encryption}. */
    SseAlgorithm algorithm() {
        return algorithm;
    }

    BucketEncryption cdk() {
        return cdk;
    }

    boolean usesKms() {
        return this != SSE_S3;
    }
}
