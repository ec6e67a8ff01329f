package io.github.secures3.constructs.bucket;

import io.github.secures3.requests.TestRequest;

/** Requests for the bucket of the construct {@code Data}, and what its policies are to say about them. */
final class Requests {

    static final String BUCKET = "arn:aws:s3:::data";
    static final String OBJECT = BUCKET + "/reports/a:b.csv";
    static final String KEY = "arn:aws:kms:eu-west-1:111122223333:key/data";
    static final String OTHER_KEY = "arn:aws:kms:eu-west-1:111122223333:key/other";
    static final String ROLE = "arn:aws:iam::111122223333:role/app/Writer";
    static final String OTHER_ACCOUNT_ROLE = "arn:aws:iam::444455556666:role/Reader";

    static final String SSE = "s3:x-amz-server-side-encryption";
    static final String SSE_KEY = "s3:x-amz-server-side-encryption-aws-kms-key-id";
    static final String SSE_C = "s3:x-amz-server-side-encryption-customer-algorithm";

    private Requests() {}

    /** A role of the bucket's account asks for an object. */
    static TestRequest onObject(String action) {
        return TestRequest.byIdentity(ROLE, action, OBJECT);
    }

    /** A role of the bucket's account asks for the bucket. */
    static TestRequest onBucket(String action) {
        return TestRequest.byIdentity(ROLE, action, BUCKET);
    }
}
