package io.github.secures3.analysis.rules;

import java.util.List;

/** The rules of this library, in the order of its documentation. */
final class StandardRules {

    static final List<Rule> ALL = List.of(
            new EstateComplete(),
            new BucketBlockPublicAccess(),
            new AccessPointBlockPublicAccess(),
            new BucketAclsDisabled(),
            new BucketKmsEncryption(),
            new KeyRotation(),
            new BucketVersioning(),
            new BucketLifecycle(),
            new BucketAccessLogging());

    private StandardRules() {}
}
