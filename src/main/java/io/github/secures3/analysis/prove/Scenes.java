package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.estate.EstateRequest;
import io.github.secures3.analysis.evaluate.estate.EstateSituation;
import io.github.secures3.analysis.evaluate.estate.PlacedRequest;
import io.github.secures3.analysis.model.AccessPoint;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.IamRole;
import io.github.secures3.analysis.model.IamUser;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.prove.internal.CallerScope;
import io.github.secures3.analysis.prove.internal.Inquiry.Scene;
import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Conditions;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who can ask for a bucket, by every way: callers without account, identities of other accounts, identities of the owner's account that
 * the templates do not hold, each role and user that they hold; directly and through each access point.
 */
final class Scenes {

    private static final AttachedPolicy EVERYTHING = AttachedPolicy.of(PolicyDocument.of(new Statement(
            "AllowEverything", Effect.ALLOW, null, Actions.of("*"), Resources.of("*"), Conditions.none())));

    private final Estate estate;
    private final Assumptions assumptions;
    private final AccountBinding accounts;
    private final List<Resource> identities;

    Scenes(Estate estate, Assumptions assumptions, AccountBinding accounts) {
        this.estate = estate;
        this.assumptions = assumptions;
        this.accounts = accounts;
        this.identities = Stream.<Resource>concat(
                        estate.all(IamRole.class).stream(), estate.all(IamUser.class).stream())
                .toList();
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
    record Way(String identity, String accessPoint, Scene scene, String caller, List<String> notes) {}

    List<String> notes() {
        return accounts.notes();
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

    /** All ways to the bucket. */
    List<Way> waysTo(Bucket bucket) {
        List<Way> ways = new ArrayList<>();
        addWays(bucket, "", bucket.element().id(), "", ways);
        for (AccessPoint point : estate.all(AccessPoint.class)) {
            if (leadsTo(point, bucket)) {
                addWays(
                        bucket,
                        point.element().id(),
                        point.element().id(),
                        " through the access point " + point.element().logicalId(),
                        ways);
            }
        }
        return ways;
    }

    private static boolean leadsTo(AccessPoint point, Bucket bucket) {
        return point.bucket()
                .asText()
                .filter(name -> name.equals(bucket.name().asText().orElse("")) || name.equals(bucket.arn()))
                .isPresent();
    }

    private void addWays(Bucket bucket, String point, String resource, String by, List<Way> ways) {
        String arn = accounts.bind(bucket.arn());
        String owner = ownerOf(bucket);
        List<RequestPrincipal> described = new ArrayList<>();
        List<Way> ofTemplates = new ArrayList<>();
        for (Resource identity : identities) {
            PlacedRequest placed = placed(identity.element().id(), resource);
            RequestPrincipal principal = bound(placed.request().principal());
            described.add(principal);
            ofTemplates.add(new Way(
                    identity.element().id(),
                    point,
                    scene(CallerScope.one(principal), placed, arn),
                    identity.element().logicalId() + by,
                    List.of()));
        }
        PlacedRequest anonymous = placed("anonymous", resource);
        ways.add(new Way(
                "without account",
                point,
                scene(CallerScope.withoutAccount(), anonymous, arn),
                "an anonymous caller or an AWS service" + by,
                List.of()));
        ways.add(new Way(
                "of another account",
                point,
                allowingEverything(scene(
                        CallerScope.allOutside(owner == null ? List.of() : List.of(owner), described), anonymous, arn)),
                "an identity of another account" + by,
                List.of("its own policies are taken to allow everything")));
        ways.addAll(ofTemplates);
        if (owner != null && !assumptions.closedAccount()) {
            PlacedRequest root = placed(rootOf(owner, bucket), resource);
            ways.add(new Way(
                    "of the account",
                    point,
                    allowingEverything(scene(CallerScope.allOf(owner, described), root, arn)),
                    "another identity of the account" + by,
                    List.of("the templates do not hold it; its own policies are taken to allow everything")));
        }
    }

    /** The root user, as the templates write the account, so that their organization policies find it. */
    private String rootOf(String owner, Bucket bucket) {
        return estate.stack(bucket.element().stack())
                .flatMap(stack -> stack.account().known())
                .orElse(owner);
    }

    private Scene scene(CallerScope callers, PlacedRequest placed, String arn) {
        return new Scene(
                callers,
                accounts.bind(placed.situation()),
                arn,
                placed.request().context());
    }

    private static Scene allowingEverything(Scene scene) {
        Situation generous = scene.situation().toBuilder()
                .identityPolicies(List.of(EVERYTHING))
                .build();
        return scene.in(generous);
    }

    private PlacedRequest placed(String principal, String resource) {
        return EstateSituation.ofWhatCouldBeRead(
                estate,
                new EstateRequest(
                        principal,
                        "s3:GetObject",
                        resource + "/example.txt",
                        Map.of(),
                        null,
                        assumptions.organization(),
                        assumptions.within()));
    }

    private RequestPrincipal bound(RequestPrincipal principal) {
        String account = principal.account();
        return new RequestPrincipal(
                principal.kind(),
                accounts.bind(principal.text()),
                principal.partition(),
                account == null ? null : accounts.bind(account),
                principal.path(),
                principal.name(),
                principal.session());
    }
}
