package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.estate.PlacedRequest;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.BucketPolicy;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.IamRole;
import io.github.secures3.analysis.model.IamUser;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.PrincipalType;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a role or user of the templates may reach a bucket at all: whether its own policies, or those of the bucket, have an Allow that could be
 * about it. Where none has, nothing needs to be proved. Whatever is in doubt may reach.
 *
 * <p>Another bucket of the same templates is another bucket, whatever the deployment calls either.
 */
final class BucketReach {

    /** Stands for every bucket, and for access points. */
    private static final String ANY = "";

    private static final String NOWHERE = "arn:aws:s3:::amzn-s3-demo-bucket-of-nobody";

    /**
     * What is known of roles and users apart from any bucket and whatever account they are taken to be in.
     *
     * @param placed their requests for something that is in no template, by their ids
     * @param reached the buckets that their own policies may be about, by their ids
     */
    record Known(Map<String, PlacedRequest> placed, Map<String, Set<String>> reached) {

        static Known none() {
            return new Known(new HashMap<>(), new HashMap<>());
        }
    }

    private final Estate estate;
    private final List<Resource> identities;
    private final Placing placing;
    private final Known known;
    private final Map<String, RequestPrincipal> principals = new HashMap<>();
    private final Map<String, String> idsByArn = new HashMap<>();
    private final Map<String, Set<String>> allowedByBucket = new HashMap<>();
    private final Map<String, Boolean> namesOneOfThem = new HashMap<>();

    BucketReach(Estate estate, List<Resource> identities, Placing placing, Known known) {
        this.estate = estate;
        this.identities = identities;
        this.placing = placing;
        this.known = known;
        estate.all(IamRole.class)
                .forEach(role -> idsByArn.put(role.arn(), role.element().id()));
        estate.all(IamUser.class)
                .forEach(user -> idsByArn.put(user.arn(), user.element().id()));
    }

    Known known() {
        return known;
    }

    /** The role or user as a caller. */
    RequestPrincipal principal(String identity) {
        return principals.computeIfAbsent(
                identity, id -> placing.bound(placed(id).request().principal()));
    }

    private PlacedRequest placed(String identity) {
        return known.placed().computeIfAbsent(identity, id -> placing.placed(id, NOWHERE));
    }

    /** Whether the role or user may reach the bucket; through access points everybody may who has a statement about anything but buckets. */
    boolean mayReach(String identity, Bucket bucket, boolean hasAccessPoints) {
        Set<String> reached = known.reached()
                .computeIfAbsent(identity, id -> bucketsOf(placed(id).situation()));
        Set<String> allowed = allowedByBucket.computeIfAbsent(bucket.element().id(), id -> allowedBy(bucket));
        return hasAccessPoints
                || reached.contains(ANY)
                || reached.contains(bucket.element().id())
                || allowed.contains(ANY)
                || allowed.contains(identity);
    }

    private Set<String> bucketsOf(Situation situation) {
        Set<String> reached = new HashSet<>();
        if (situation.unknownLayers().containsKey(Layer.IDENTITY)) {
            reached.add(ANY);
        }
        for (AttachedPolicy policy : situation.identityPolicies()) {
            for (Statement statement : policy.document().statements()) {
                if (statement.effect() == Effect.ALLOW && mayBeAboutBuckets(statement)) {
                    addBuckets(statement.resources(), reached);
                }
            }
        }
        return reached;
    }

    private static boolean mayBeAboutBuckets(Statement statement) {
        return statement.actions().negated()
                || statement.actions().patterns().stream()
                        .anyMatch(action -> !action.regionMatches(true, 0, "kms:", 0, 4)
                                && !action.regionMatches(true, 0, "logs:", 0, 5));
    }

    private void addBuckets(@Nullable Resources resources, Set<String> reached) {
        if (resources == null || resources.negated()) {
            reached.add(ANY);
            return;
        }
        for (String pattern : resources.patterns()) {
            List<String> owners = new ArrayList<>();
            for (Bucket bucket : estate.buckets()) {
                if (pattern.equals(bucket.arn()) || pattern.startsWith(bucket.arn() + "/")) {
                    owners.add(bucket.element().id());
                }
            }
            reached.addAll(owners.isEmpty() ? List.of(ANY) : owners);
        }
    }

    /** The roles and users to whom a policy of the bucket may allow something. */
    private Set<String> allowedBy(Bucket bucket) {
        Set<String> allowed = new HashSet<>();
        if (!bucket.ownership().isAbsent() && !bucket.ownership().isSurely("BucketOwnerEnforced"::equals)) {
            allowed.add(ANY);
        }
        for (BucketPolicy policy : estate.policiesOf(bucket)) {
            Optional<LocatedPolicy> known = policy.document().known().filter(LocatedPolicy::isComplete);
            if (policy.element().presence().isUnknown()
                    || (known.isEmpty() && !policy.document().isAbsent())) {
                allowed.add(ANY);
            }
            known.map(LocatedPolicy::knownPart)
                    .ifPresent(document -> document.statements().stream()
                            .filter(statement -> statement.effect() == Effect.ALLOW)
                            .forEach(statement -> addMembers(statement.principals(), allowed)));
        }
        return allowed;
    }

    private void addMembers(@Nullable Principals principals, Set<String> allowed) {
        if (principals == null || principals.negated()) {
            allowed.add(ANY);
            return;
        }
        for (Principal member : principals.members()) {
            String own = idsByArn.get(member.value());
            if (own != null) {
                allowed.add(own);
            } else if (mayBeOneOfThem(member)) {
                allowed.add(ANY);
            }
        }
    }

    private boolean mayBeOneOfThem(Principal member) {
        if (member.type() == PrincipalType.SERVICE || member.type() == PrincipalType.FEDERATED) {
            return false;
        }
        String value = member.value();
        boolean open = member.type() != PrincipalType.AWS || UnresolvedToken.isIn(value) || value.contains("*");
        return open || namesOneOfThem.computeIfAbsent(value, this::isOneOfThem);
    }

    private boolean isOneOfThem(String value) {
        return identities.stream()
                .anyMatch(identity -> Concern.mayBe(principal(identity.element().id()), value));
    }
}
