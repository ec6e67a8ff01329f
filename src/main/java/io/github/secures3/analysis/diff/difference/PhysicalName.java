package io.github.secures3.analysis.diff.difference;

import io.github.secures3.analysis.model.AccessPoint;
import io.github.secures3.analysis.model.BackupVault;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.DirectoryBucket;
import io.github.secures3.analysis.model.IamGroup;
import io.github.secures3.analysis.model.IamRole;
import io.github.secures3.analysis.model.IamUser;
import io.github.secures3.analysis.model.KmsAlias;
import io.github.secures3.analysis.model.ManagedPolicy;
import io.github.secures3.analysis.model.MultiRegionAccessPoint;
import io.github.secures3.analysis.model.OrganizationPolicy;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.TableBucket;
import io.github.secures3.analysis.model.Trail;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.analysis.model.VectorBucket;

/** The name by which AWS knows a resource, where its template gives it one. */
final class PhysicalName {

    private PhysicalName() {}

    static Value<String> of(Resource resource) {
        if (resource instanceof Bucket bucket) {
            return bucket.name();
        } else if (resource instanceof AccessPoint point) {
            return point.name();
        } else if (resource instanceof MultiRegionAccessPoint point) {
            return point.name();
        } else if (resource instanceof DirectoryBucket bucket) {
            return bucket.name();
        } else if (resource instanceof TableBucket bucket) {
            return bucket.name();
        } else if (resource instanceof VectorBucket bucket) {
            return bucket.name();
        } else if (resource instanceof BackupVault vault) {
            return vault.name();
        } else if (resource instanceof KmsAlias alias) {
            return alias.name();
        } else if (resource instanceof Trail trail) {
            return trail.name();
        } else if (resource instanceof IamRole role) {
            return role.name();
        } else if (resource instanceof IamUser user) {
            return user.name();
        } else if (resource instanceof IamGroup group) {
            return group.name();
        } else if (resource instanceof ManagedPolicy policy) {
            return policy.name();
        }
        return resource instanceof OrganizationPolicy policy ? policy.name() : Value.absent();
    }
}
