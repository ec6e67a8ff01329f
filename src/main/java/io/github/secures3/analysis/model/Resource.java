package io.github.secures3.analysis.model;

/**
 * A resource of an estate.
 *
 * @since 0.1
 */
public sealed interface Resource
        permits AccessGrant,
                AccessGrantsInstance,
                AccessGrantsLocation,
                AccessPoint,
                BackupPlan,
                BackupSelection,
                BackupVault,
                Bucket,
                BucketPolicy,
                CustomResource,
                DirectoryBucket,
                DirectoryBucketPolicy,
                GroupMembership,
                IamGroup,
                IamRole,
                IamUser,
                IdentityProvider,
                InlinePolicy,
                KmsAlias,
                KmsKey,
                LambdaPermission,
                ManagedPolicy,
                MultiRegionAccessPoint,
                MultiRegionAccessPointPolicy,
                OrganizationPolicy,
                OtherPolicy,
                OtherResource,
                PermissionSet,
                TableBucket,
                TableBucketPolicy,
                Trail,
                VectorBucket,
                VectorBucketPolicy,
                VpcEndpoint {

    /** What it has in common with all resources. */
    Element element();
}
