package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.model.AccessPoint;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.BucketPolicy;
import io.github.secures3.analysis.model.DirectoryBucketPolicy;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.IamGroup;
import io.github.secures3.analysis.model.IamRole;
import io.github.secures3.analysis.model.IamUser;
import io.github.secures3.analysis.model.InlinePolicy;
import io.github.secures3.analysis.model.KmsKey;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.analysis.model.ManagedPolicy;
import io.github.secures3.analysis.model.MultiRegionAccessPointPolicy;
import io.github.secures3.analysis.model.NamedPolicy;
import io.github.secures3.analysis.model.OrganizationPolicy;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.TableBucketPolicy;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.analysis.model.VectorBucketPolicy;
import io.github.secures3.analysis.model.VpcEndpoint;
import io.github.secures3.analysis.rules.StatedPolicy.Kind;
import io.github.secures3.policy.json.PolicyQuota;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All policies of an estate, in the order of its resources. */
final class Policies {

    private final List<StatedPolicy> all = new ArrayList<>();

    private Policies(Estate estate) {
        estate.resources().forEach(this::add);
    }

    static List<StatedPolicy> of(Estate estate) {
        return new Policies(estate).all;
    }

    /** What the policy of a bucket surely says. */
    static Stream<LocatedStatement> statements(Estate estate, Bucket bucket) {
        return estate.policiesOf(bucket).stream()
                .flatMap(policy -> policy.document().known().stream())
                .flatMap(document -> document.statements().stream());
    }

    private void add(Resource resource) {
        Element element = resource.element();
        if (resource instanceof BucketPolicy policy) {
            add(element, Kind.BUCKET, PolicyQuota.BUCKET, policy.document());
        } else if (resource instanceof AccessPoint point) {
            add(element, Kind.ACCESS_POINT, PolicyQuota.ACCESS_POINT, point.policy());
        } else if (resource instanceof MultiRegionAccessPointPolicy policy) {
            add(element, Kind.ACCESS_POINT, PolicyQuota.ACCESS_POINT, policy.policy());
        } else if (resource instanceof KmsKey key) {
            add(element, Kind.KEY, PolicyQuota.KEY, key.policy());
        } else if (resource instanceof VpcEndpoint endpoint) {
            add(element, Kind.ENDPOINT, PolicyQuota.ENDPOINT, endpoint.policy());
        } else if (resource instanceof OrganizationPolicy policy) {
            boolean service = policy.policyType().isSurely("SERVICE_CONTROL_POLICY"::equals);
            PolicyQuota quota = service ? PolicyQuota.SERVICE_CONTROL : PolicyQuota.RESOURCE_CONTROL;
            add(element, Kind.ORGANIZATION, quota, policy.document());
        } else {
            identity(element, resource);
            special(element, resource);
        }
    }

    private void identity(Element element, Resource resource) {
        if (resource instanceof IamRole role) {
            add(element, Kind.TRUST, PolicyQuota.TRUST, role.trustPolicy());
            inline(element, PolicyQuota.ROLE_INLINE, role.inlinePolicies());
        } else if (resource instanceof IamUser user) {
            inline(element, PolicyQuota.USER_INLINE, user.inlinePolicies());
        } else if (resource instanceof IamGroup group) {
            inline(element, PolicyQuota.GROUP_INLINE, group.inlinePolicies());
        } else if (resource instanceof InlinePolicy policy) {
            PolicyQuota other = policy.groups().isAbsent() ? PolicyQuota.USER_INLINE : PolicyQuota.GROUP_INLINE;
            add(element, Kind.IDENTITY, policy.roles().isAbsent() ? other : PolicyQuota.ROLE_INLINE, policy.document());
        } else if (resource instanceof ManagedPolicy policy) {
            add(element, Kind.IDENTITY, PolicyQuota.MANAGED, policy.document());
        }
    }

    private void special(Element element, Resource resource) {
        if (resource instanceof DirectoryBucketPolicy policy) {
            add(element, Kind.OTHER, PolicyQuota.BUCKET, policy.document());
        } else if (resource instanceof TableBucketPolicy policy) {
            add(element, Kind.OTHER, PolicyQuota.BUCKET, policy.document());
        } else if (resource instanceof VectorBucketPolicy policy) {
            add(element, Kind.OTHER, PolicyQuota.BUCKET, policy.document());
        }
    }

    private void inline(Element element, PolicyQuota quota, Value<List<NamedPolicy>> policies) {
        policies.known().orElse(List.of()).forEach(policy -> add(element, Kind.IDENTITY, quota, policy.document()));
        if (policies instanceof Value.Unknown<List<NamedPolicy>> unknown) {
            add(element, Kind.IDENTITY, quota, unknown.as());
        }
    }

    private void add(Element element, Kind kind, PolicyQuota quota, Value<LocatedPolicy> document) {
        if (!document.isAbsent()) {
            all.add(new StatedPolicy(element, kind, quota, document));
        }
    }
}
