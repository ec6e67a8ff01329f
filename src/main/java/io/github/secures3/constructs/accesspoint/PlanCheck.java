package io.github.secures3.constructs.accesspoint;

import io.github.secures3.constructs.accesspoint.AccessPointSetPlan.Place;
import io.github.secures3.constructs.accesspoint.AccessPointSpread.Kind;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import io.github.secures3.policy.statements.TlsVersion;
import java.util.List;
import java.util.Map;

/** Refuses points that cannot be where the set would put them, or that the bucket would never answer. */
final class PlanCheck {

    private PlanCheck() {}

    static void combinations(Refusal refusal, AccessPointSetSettings settings, BucketTarget bucket) {
        refusal.unless(
                !settings.multiRegion || bucket.minimumTls() != TlsVersion.TLS_1_3,
                () -> "the bucket answers TLS 1.3 alone, and delegateToMultiRegionAccessPoints trusts points that do"
                        + " not speak it; set minimumTls of the bucket to TLS_1_2, or leave"
                        + " delegateToMultiRegionAccessPoints out");
        refusal.unless(
                !settings.vpcOriginOnly || !settings.multiRegion,
                () -> "vpcOriginOnly denies Multi-Region Access Points, which have no VPC origin, and"
                        + " delegateToMultiRegionAccessPoints trusts them; leave one of them out");
        if (settings.delegates) {
            return;
        }
        String idle = settings.exemptions != null
                ? "closeDirectAccess"
                : settings.multiRegion
                        ? "delegateToMultiRegionAccessPoints"
                        : settings.vpcOriginOnly
                                ? "vpcOriginOnly"
                                : settings.delegatedAccounts.isEmpty() ? "" : "delegateTo";
        refusal.unless(
                idle.isEmpty(),
                () -> idle
                        + " changes the policy of the bucket, which bucketDelegatesAlready leaves alone; leave one of"
                        + " them out, or say "
                        + idle + " in the set that delegates");
    }

    static void point(
            Refusal refusal,
            AccessPointSetSettings settings,
            BucketTarget bucket,
            PointEnvironment own,
            AccessPoint point) {
        String name = point.name();
        refusal.unless(
                !settings.vpcOriginOnly || point.vpcId() != null,
                () -> "access point '" + name
                        + "' accepts requests from any network, but vpcOriginOnly has the bucket answer points with"
                        + " VPC origin alone; give the point a vpcId, or leave vpcOriginOnly out");
        String owner = point.ownerAccount();
        boolean foreign = owner != null && !PointEnvironment.same(owner, own.account());
        refusal.unless(
                !foreign || settings.spread.kind() == Kind.STACKS,
                () -> "access point '" + name + "' belongs to account " + owner + ", the stack of the set to "
                        + shown(own.account())
                        + "; spread the set over stacks of their own with AccessPointSpread.stacks, or"
                        + " leave ownerAccount out");
        refusal.unless(
                !foreign || !UnresolvedToken.isIn(own.region()),
                () -> "access point '" + name + "' belongs to account " + owner
                        + ", whose stacks need a Region; give the stack of the set an account and a Region");
        boolean crossAccount = !PointEnvironment.same(owner == null ? own.account() : owner, bucket.account());
        refusal.unless(
                !crossAccount || !UnresolvedToken.isIn(bucket.account()),
                () -> "access point '" + name + "' belongs to account " + shown(owner == null ? own.account() : owner)
                        + ", and the account of the bucket is not known; say bucketAccountId, which S3 demands across"
                        + " accounts");
        for (PointGrant grant : point.grants()) {
            for (Statement statement : grant.access().onAccessPoint("arn", grant.prefix())) {
                delegated(refusal, settings, name, statement.actions().patterns());
            }
        }
    }

    static void capacity(Refusal refusal, AccessPointSpread spread, Map<Place, List<AccessPoint>> places, int total) {
        refusal.unless(
                spread.kind() != Kind.NESTED_STACKS || total <= AccessPointSpread.NESTED_CAPACITY,
                () -> "the set has " + total
                        + " access points in nested stacks, and CloudFormation changes at most 2,500 resources of a"
                        + " stack and its nested stacks in one operation; use AccessPointSpread.stacks("
                        + AccessPointSpread.stacksFor(total) + ") for a new set, or put new points into a second set");
        places.forEach((place, points) -> refusal.unless(
                points.size() <= AccessPointSpread.STACK_CAPACITY, () -> full(spread, place, points.size(), total)));
    }

    private static String full(AccessPointSpread spread, Place place, int points, int total) {
        String where = spread.kind() == Kind.ONE_STACK ? "the stack" : "stack " + place.id();
        return where + " would hold " + points + " access points, and " + AccessPointSpread.STACK_CAPACITY
                + " fit; a new set of " + total + " points needs AccessPointSpread.stacks("
                + AccessPointSpread.stacksFor(total)
                + "). Points that are deployed would move and be made anew, so for those"
                + " keep this set as it is and put new points into a second one, with bucketDelegatesAlready";
    }

    private static void delegated(Refusal refusal, AccessPointSetSettings settings, String name, List<String> actions) {
        for (String action : actions) {
            refusal.unless(
                    !settings.delegates || settings.delegatedActions.contains(action),
                    () -> "access point '" + name + "' grants " + action
                            + ", which delegatedActions leaves out; add the action there, or take the grant back");
        }
    }

    private static String shown(String account) {
        return UnresolvedToken.isIn(account) ? "an account that is not known yet" : account;
    }
}
