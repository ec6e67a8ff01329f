package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.estate.PlacedRequest;
import io.github.secures3.analysis.model.AccessGrant;
import io.github.secures3.analysis.model.AccessPoint;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.IamRole;
import io.github.secures3.analysis.model.IamUser;
import io.github.secures3.analysis.model.OrganizationPolicy;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.prove.internal.CallerScope;
import io.github.secures3.analysis.prove.internal.Inquiry.Scene;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who can ask for a bucket, by every way: callers without account, identities of other accounts, identities of the owner's account that
 * the templates do not hold, each role and user that they hold; directly and through each access point.
 */
final class Scenes {

    private static final Set<String> BINDING = Set.of("SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY");

    private final Estate estate;
    private final Assumptions assumptions;
    private final AccountBinding accounts;
    private final List<Resource> identities;
    private final Placing placing;
    private final BucketReach reach;

    Scenes(Estate estate, Assumptions assumptions, AccountBinding accounts) {
        this(estate, assumptions, accounts, BucketReach.Known.none());
    }

    private Scenes(Estate estate, Assumptions assumptions, AccountBinding accounts, BucketReach.Known known) {
        this.estate = estate;
        this.assumptions = assumptions;
        this.accounts = accounts;
        this.identities = Stream.<Resource>concat(
                        estate.all(IamRole.class).stream(), estate.all(IamUser.class).stream())
                .toList();
        this.placing = new Placing(estate, assumptions, accounts);
        this.reach = new BucketReach(estate, identities, placing, known);
    }

    /**
     * One kind of caller by one way.
     *
     * @param identity the id of the role or user in the templates, or a word for those that they do not hold
     * @param accessPoint the id of the access point, or empty for the direct way
     * @param scene the callers and what surrounds them
     * @param caller who they are, in words
     * @param notes what is taken for granted about them
     */
    record Way(String identity, String accessPoint, Scene scene, String caller, List<String> notes) {

        Way by(CallerScope callers) {
            return new Way(identity, accessPoint, scene.by(callers), caller, notes);
        }

        Way in(Situation situation) {
            return new Way(identity, accessPoint, scene.in(situation), caller, notes);
        }
    }

    /**
     * All callers by one way, directly or through one access point.
     *
     * @param withoutAccount callers without account
     * @param inclusive all callers with an account, those that the templates hold among them, with policies of their own that allow everything: what
     *     is out of reach for these is so for each of them; none where that would be no less to ask
     * @param described the roles and users that the templates hold
     * @param each gathers the same callers, each that the templates hold by itself and with its own policies, and then all others
     */
    record Route(Way withoutAccount, List<Way> inclusive, List<RequestPrincipal> described, Supplier<List<Way>> each) {

        /** The callers one by one; often nobody needs to know. */
        List<Way> apart() {
            return each.get();
        }

        /** Whether a caller of the inclusive ways is one that the templates do not hold. */
        boolean isBeyondTemplates(RequestPrincipal caller) {
            return described.stream()
                    .noneMatch(one -> one.kind() == caller.kind()
                            && one.name().equals(caller.name())
                            && Objects.equals(one.account(), caller.account()));
        }
    }

    List<String> notes() {
        return accounts.notes();
    }

    /**
     * What proofs take for granted, in words.
     *
     * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html">Whom service control policies bind</a>
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html">The root user</a>
     */
    List<String> assumptions() {
        List<String> taken = new ArrayList<>(notes());
        if (assumptions.closedAccount()) {
            taken.add("the root user of the account is left out, as are all whom the templates do not hold, though no"
                    + " identity policy binds it");
        }
        if (!estate.all(AccessGrant.class).isEmpty()) {
            taken.add("nobody comes by an Access Grant: grantees have what the role of the location has");
        }
        boolean assumed = estate.all(IamRole.class).stream()
                .anyMatch(role -> !OutsideTrust.of(role, estate).isEmpty());
        if (assumed) {
            taken.add("a role that others may assume is one caller, whoever assumed it");
        }
        boolean guarded = estate.all(OrganizationPolicy.class).stream()
                .anyMatch(policy ->
                        !policy.targets().isAbsent() && policy.policyType().mayBe(BINDING::contains));
        if (guarded && assumptions.organization() == null) {
            taken.add("no account is the management account of its organization, which no organization policy binds;"
                    + " name the organization and its management account to have that looked at");
        }
        return taken;
    }

    /** The account that unbound stacks are taken to be in, or null where all are bound. */
    @Nullable
    String account() {
        return accounts.account();
    }

    String bind(String text) {
        return accounts.bind(text);
    }

    /** The statement with the accounts that proofs name. */
    Statement bind(Statement statement) {
        return accounts.bind(statement);
    }

    /** The account that owns the bucket, as proofs name it; null where nobody knows. */
    @Nullable
    String ownerOf(Bucket bucket) {
        return estate.stack(bucket.element().stack())
                .flatMap(stack -> stack.account().asText())
                .map(accounts::bind)
                .orElse(null);
    }

    /** Who may change the access points. */
    AccessPointAdministration administration() {
        return new AccessPointAdministration(estate.all(AccessPoint.class), identities, placing);
    }

    /** The same where stacks that are bound to no account are in another one. */
    Scenes in(AccountBinding others) {
        return new Scenes(estate, assumptions, others, reach.known());
    }

    /** Of the roles and users that the templates hold, or of these, those that may reach the bucket at all. */
    Set<String> reaching(Bucket bucket, @Nullable Set<String> among) {
        boolean hasAccessPoints = estate.all(AccessPoint.class).stream().anyMatch(point -> leadsTo(point, bucket));
        Set<String> reaching = new LinkedHashSet<>();
        for (Resource identity : identities) {
            String id = identity.element().id();
            if ((among == null || among.contains(id)) && reach.mayReach(id, bucket, hasAccessPoints)) {
                reaching.add(id);
            }
        }
        return reaching;
    }

    /**
     * The ways to the bucket.
     *
     * @param asked which of the roles and users that the templates hold are asked for, each by itself
     * @param others whether all others are
     */
    List<Way> waysTo(Bucket bucket, Predicate<String> asked, boolean others) {
        List<Way> ways = new ArrayList<>();
        for (Access access : accessTo(bucket)) {
            if (others) {
                Route route = route(bucket, access, asked);
                ways.add(route.withoutAccount());
                ways.addAll(route.apart());
            } else {
                ways.addAll(ofTemplates(bucket, access, asked));
            }
        }
        return ways;
    }

    /** The direct way to the bucket, and those through its access points. */
    List<Route> routesTo(Bucket bucket) {
        return accessTo(bucket).stream()
                .map(access -> route(bucket, access, identity -> true))
                .toList();
    }

    /**
     * The bucket, or an access point that leads to it.
     *
     * @param point the id of the access point, or empty
     * @param resource the id of either
     * @param by the way in words
     */
    private record Access(String point, String resource, String by) {}

    private List<Access> accessTo(Bucket bucket) {
        List<Access> routes = new ArrayList<>();
        routes.add(new Access("", bucket.element().id(), ""));
        for (AccessPoint point : estate.all(AccessPoint.class)) {
            if (leadsTo(point, bucket)) {
                String id = point.element().id();
                String by = " through the access point " + point.element().logicalId();
                routes.add(new Access(id, id, by));
            }
        }
        return routes;
    }

    static boolean leadsTo(AccessPoint point, Bucket bucket) {
        return point.bucket()
                .asText()
                .filter(name -> name.equals(bucket.name().asText().orElse("")) || name.equals(bucket.arn()))
                .isPresent();
    }

    /** The ways of the roles and users that the templates hold and that are asked for. */
    private List<Way> ofTemplates(Bucket bucket, Access access, Predicate<String> asked) {
        String arn = accounts.bind(bucket.arn());
        List<Way> ways = new ArrayList<>();
        for (Resource identity : identities) {
            String id = identity.element().id();
            if (asked.test(id)) {
                PlacedRequest placed = placing.placed(id, access.resource());
                RequestPrincipal principal = placing.bound(placed.request().principal());
                ways.add(new Way(
                        id,
                        access.point(),
                        placing.scene(CallerScope.one(principal), placed, arn),
                        identity.element().logicalId() + access.by(),
                        List.of()));
            }
        }
        return ways;
    }

    private Route route(Bucket bucket, Access access, Predicate<String> asked) {
        String point = access.point();
        String resource = access.resource();
        String by = access.by();
        String arn = accounts.bind(bucket.arn());
        String owner = ownerOf(bucket);
        List<RequestPrincipal> described = identities.stream()
                .map(identity -> reach.principal(identity.element().id()))
                .toList();
        PlacedRequest anonymous = placing.placed("anonymous", resource);
        Way withoutAccount = new Way(
                "without account",
                point,
                placing.scene(CallerScope.withoutAccount(), anonymous, arn),
                "an anonymous caller or an AWS service" + by,
                List.of());
        List<String> owners = owner == null ? List.of() : List.of(owner);
        Way another = new Way(
                "of another account",
                point,
                Placing.allowingEverything(placing.scene(CallerScope.allOutside(owners, described), anonymous, arn)),
                "an identity of another account" + by,
                List.of("its own policies are taken to allow everything"));
        List<Way> inclusive = new ArrayList<>(List.of(another.by(CallerScope.allOutside(owners, List.of()))));
        List<Way> others = new ArrayList<>();
        if (owner != null) {
            PlacedRequest root = placing.placed(rootOf(owner, bucket), resource);
            Way other = new Way(
                    "of the account",
                    point,
                    Placing.allowingEverything(placing.scene(CallerScope.allOf(owner, described), root, arn)),
                    "another identity of the account" + by,
                    List.of("the templates do not hold it; its own policies are taken to allow everything"));
            inclusive.add(other.by(CallerScope.allOf(owner, List.of())));
            if (!assumptions.closedAccount()) {
                others.add(other);
            }
        }
        boolean coverAll = owner != null && described.stream().allMatch(Scenes::isOneOfMany);
        return new Route(withoutAccount, coverAll && !described.isEmpty() ? inclusive : List.of(), described, () -> {
            List<Way> apart = new ArrayList<>(List.of(another));
            apart.addAll(ofTemplates(bucket, access, asked));
            apart.addAll(others);
            return apart;
        });
    }

    /** Whether questions about many callers are about this one, too. */
    private static boolean isOneOfMany(RequestPrincipal principal) {
        String account = principal.account();
        return account != null && !UnresolvedToken.isIn(account) && !principal.isServiceLinkedRole();
    }

    /** The root user, as the templates write the account, so that their organization policies find it. */
    private String rootOf(String owner, Bucket bucket) {
        return estate.stack(bucket.element().stack())
                .flatMap(stack -> stack.account().known())
                .orElse(owner);
    }
}
