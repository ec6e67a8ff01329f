package io.github.secures3.constructs.accesspoint;

import io.github.secures3.constructs.accesspoint.AccessPointSpread.Kind;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.UnresolvedToken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awscdk.Stack;

/**
 * What a set will make, checked before it makes anything.
 *
 * @param bucket the bucket
 * @param own where the set's stack lives
 * @param stacks which points go to which stack
 * @param delegation what the bucket's policy must say
 * @param settings what was asked for
 */
record AccessPointSetPlan(
        Refusal refusal,
        BucketTarget bucket,
        PointEnvironment own,
        Map<Place, List<AccessPoint>> stacks,
        PolicyDocument delegation,
        AccessPointSetSettings settings) {

    /** How many points an account has in a Region unless AWS has raised that for it. */
    static final int ACCOUNT_QUOTA = 10_000;

    /**
     * A stack of the set.
     *
     * @param owner the account it goes to, empty for that of the set
     * @param number its number, from 0
     */
    record Place(String owner, int number) implements Comparable<Place> {

        String id() {
            String shard = String.format(Locale.ROOT, "Shard%04d", number);
            return owner.isEmpty() ? shard : "Account" + owner + shard;
        }

        @Override
        public int compareTo(Place other) {
            int byOwner = owner.compareTo(other.owner);
            return byOwner == 0 ? Integer.compare(number, other.number) : byOwner;
        }
    }

    static AccessPointSetPlan of(Refusal refusal, AccessPointSetSettings settings) {
        Stack stack = Stack.of(refusal.scope());
        PointEnvironment own = PointEnvironment.of(stack);
        BucketTarget bucket = bucket(refusal, settings);
        PlanCheck.combinations(refusal, settings, bucket);
        sameRegion(refusal, bucket, own);
        Map<String, AccessPoint> points = points(refusal, settings);
        Map<Place, List<AccessPoint>> places = new TreeMap<>();
        for (AccessPoint point : points.values()) {
            PlanCheck.point(refusal.of(point), settings, bucket, own, point);
            String owner = point.ownerAccount();
            boolean foreign = owner != null && !PointEnvironment.same(owner, own.account());
            Place place =
                    new Place(foreign ? Objects.requireNonNull(owner) : "", settings.spread.stackOf(point.name()));
            places.computeIfAbsent(place, any -> new ArrayList<>()).add(point);
        }
        PlanCheck.capacity(refusal, settings.spread, places, points.size());
        PolicyDocument delegation = Delegation.of(refusal, settings, bucket, own, points.values());
        AccessPointSetPlan plan = new AccessPointSetPlan(refusal, bucket, own, places, delegation, settings);
        places.forEach(plan::sized);
        plan.takeNames(stack);
        return plan;
    }

    /** Policies and templates are measured here, for once a construct is made it cannot be taken back. */
    private void sized(Place place, List<AccessPoint> points) {
        TemplateBudget budget = new TemplateBudget(refusal, place.id());
        PointEnvironment environment = environment(place);
        for (AccessPoint point : points) {
            budget.add(
                    point,
                    PointPolicy.of(refusal.of(point), point.name(), environment.arn(point.name()), point.grants())
                            .bytes());
        }
    }

    /** The most points that one account would own, where S3 takes so many only after its quota was raised; otherwise 0. */
    int beyondQuota() {
        Map<String, Integer> owned = new TreeMap<>();
        stacks.forEach((place, points) -> owned.merge(place.owner(), points.size(), Integer::sum));
        int most = owned.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return most > ACCOUNT_QUOTA ? most : 0;
    }

    private void takeNames(Stack stack) {
        TakenNames taken = TakenNames.of(refusal.scope());
        String path = refusal.path();
        stacks.forEach((place, points) -> {
            PointEnvironment environment = environment(place);
            points.forEach(point -> taken.take(refusal.of(point), path, stack, environment, point.name()));
        });
    }

    /** Where the points of a place live. */
    PointEnvironment environment(Place place) {
        return place.owner().isEmpty() ? own : PointEnvironment.of(own.region(), place.owner());
    }

    boolean inOneStack() {
        return settings.spread.kind() == Kind.ONE_STACK;
    }

    private static BucketTarget bucket(Refusal refusal, AccessPointSetSettings settings) {
        BucketTarget bucket = settings.bucket;
        if (bucket == null) {
            throw refusal.because("no bucket; give the bucket that the access points lead to");
        }
        AccessPointNames.checkBucket(refusal, bucket.name());
        if (settings.bucketAccountId != null) {
            new PointCheck(refusal).account("bucketAccountId", settings.bucketAccountId);
            bucket = bucket.inAccount(settings.bucketAccountId);
        }
        if (settings.encryptionKey != null) {
            bucket = bucket.with(settings.encryptionKey);
        }
        return bucket;
    }

    private static void sameRegion(Refusal refusal, BucketTarget bucket, PointEnvironment own) {
        boolean maySame = bucket.region().equals(own.region())
                || UnresolvedToken.isIn(bucket.region())
                || UnresolvedToken.isIn(own.region());
        refusal.unless(
                maySame,
                () -> "the bucket lies in " + bucket.region() + ", the access points in " + own.region()
                        + "; an access point stands in the Region of its bucket, so move the set to a stack there");
    }

    private static Map<String, AccessPoint> points(Refusal refusal, AccessPointSetSettings settings) {
        Map<String, AccessPoint> byName = new TreeMap<>();
        List<AccessPoint> all = new ArrayList<>(settings.points);
        for (Path file : settings.files) {
            all.addAll(AccessPointFile.read(refusal, file));
        }
        for (AccessPoint point : all) {
            Refusal here = refusal.of(point);
            here.unless(
                    !UnresolvedToken.isIn(point.name()),
                    () -> "the name of an access point is not known before deployment; its place among the stacks"
                            + " and its logical id are made of the name, so give it as text");
            new PointCheck(here).all(point);
            AccessPoint other = byName.put(point.name(), point);
            here.unless(
                    other == null,
                    () -> "two access points are named '" + point.name()
                            + "'; give each its own name, or put their grants together");
        }
        return byName;
    }
}
