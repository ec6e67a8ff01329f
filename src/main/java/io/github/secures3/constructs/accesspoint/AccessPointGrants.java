package io.github.secures3.constructs.accesspoint;

import io.github.secures3.constructs.bucket.BucketAccess;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.services.iam.IGrantable;

/**
 * Who may do what through a point, shared by {@link AccessPoint.Builder} and {@link MultiRegionAccessPoint.Builder}.
 *
 * @param <B> the builder itself
 * @since 0.1
 */
public abstract sealed class AccessPointGrants<B extends AccessPointGrants<B>>
        permits AccessPoint.Builder, MultiRegionAccessPoint.Builder {

    private final List<PointGrant> grants = new ArrayList<>();

    AccessPointGrants() {}

    abstract B self();

    /** Lets these list and get objects below a prefix. */
    public B readers(String prefix, IGrantable... who) {
        return grant(BucketAccess.READ, prefix, who);
    }

    /** Lets these account ids and ARNs list and get objects below a prefix. */
    public B readers(String prefix, String... who) {
        return grant(BucketAccess.READ, prefix, who);
    }

    /** Lets these put objects below a prefix, in parts too, over existing ones too; not read, list or delete. */
    public B writers(String prefix, IGrantable... who) {
        return grant(BucketAccess.WRITE, prefix, who);
    }

    /** Lets these account ids and ARNs put objects below a prefix; not read, list or delete. */
    public B writers(String prefix, String... who) {
        return grant(BucketAccess.WRITE, prefix, who);
    }

    /** Lets these put objects below a prefix under keys that hold none. */
    public B appenders(String prefix, IGrantable... who) {
        return grant(BucketAccess.APPEND_ONLY, prefix, who);
    }

    /** Lets these account ids and ARNs put objects below a prefix under keys that hold none. */
    public B appenders(String prefix, String... who) {
        return grant(BucketAccess.APPEND_ONLY, prefix, who);
    }

    /** Lets these delete current objects below a prefix, which leaves a delete marker; versions stay. */
    public B deleters(String prefix, IGrantable... who) {
        return grant(BucketAccess.DELETE, prefix, who);
    }

    /** Lets these account ids and ARNs delete current objects below a prefix; versions stay. */
    public B deleters(String prefix, String... who) {
        return grant(BucketAccess.DELETE, prefix, who);
    }

    List<PointGrant> grants() {
        return List.copyOf(grants);
    }

    B grant(BucketAccess access, String prefix, String... who) {
        for (String principal : who) {
            grants.add(new PointGrant(access, prefix, Grantee.of(principal)));
        }
        return self();
    }

    private B grant(BucketAccess access, String prefix, IGrantable... who) {
        for (IGrantable principal : who) {
            grants.add(new PointGrant(access, prefix, Grantee.of(principal)));
        }
        return self();
    }
}
