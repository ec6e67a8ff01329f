package io.github.secures3.constructs.accesspoint;

import io.github.secures3.constructs.bucket.BucketAccess;

/** One right that an access point gives: how, on which keys, to whom. */
record PointGrant(BucketAccess access, String prefix, Grantee grantee) {}
