package io.github.secures3.analysis.rules;

import java.util.List;

/** The rules of this library, in the order of its documentation. */
final class StandardRules {

    static final List<Rule> ALL = List.of(
            new EstateComplete(),
            new BucketBlockPublicAccess(),
            new AccessPointBlockPublicAccess(),
            new MultiRegionAccessPointBlockPublicAccess(),
            new OrganizationBlockPublicAccess(),
            new BucketPublicAcl(),
            new BucketAclsDisabled(),
            new BucketWebsite(),
            new BucketKmsEncryption(),
            new BucketKmsKey(),
            new BucketKeySaving(),
            new BucketSseCBlocked(),
            new KeyRotation(),
            new KeyRetained(),
            new BucketVersioning(),
            new BucketObjectLock(),
            new BucketReplication(),
            new BucketRetained(),
            new BucketLifecycle(),
            new BucketNoncurrentVersions(),
            new BucketIncompleteUploads(),
            new DirectoryBucketLifecycle(),
            new BucketAccessLogging(),
            new BucketEventNotifications(),
            new TrailDataEvents(),
            new TrailFileValidation(),
            new TrailOwnLogs(),
            new AccessLogDelivery(),
            new InventoryDelivery(),
            new ReplicationVersioning(),
            new ReplicationOfKmsObjects(),
            new ReplicationPermissions(),
            new BucketKeyUsable(),
            new BucketPolicyPublic(),
            new BucketPolicyAllActions(),
            new PolicyAllowNotAction(),
            new PolicyAllowNotPrincipal(),
            new BucketPolicySingle(),
            new BucketPolicyOwnResources(),
            new BucketPolicyTagCondition(),
            new BucketPolicyKeyAgrees(),
            new PolicyReadable(),
            new PolicyActionsKnown(),
            new PolicyConditionKeysKnown(),
            new PolicyConditionKeyOfAction(),
            new PolicyResourceOfAction(),
            new PolicySizeQuota());

    private StandardRules() {}
}
