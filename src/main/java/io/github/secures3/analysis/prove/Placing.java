package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.estate.EstateRequest;
import io.github.secures3.analysis.evaluate.estate.EstateSituation;
import io.github.secures3.analysis.evaluate.estate.PlacedRequest;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.prove.internal.CallerScope;
import io.github.secures3.analysis.prove.internal.Inquiry.Scene;
import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Conditions;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import java.util.List;
import java.util.Map;

/** Callers of an estate with all that takes part in their requests, in the accounts that proofs name. */
record Placing(Estate estate, Assumptions assumptions, AccountBinding accounts) {

    private static final AttachedPolicy EVERYTHING = AttachedPolicy.of(PolicyDocument.of(new Statement(
            "AllowEverything", Effect.ALLOW, null, Actions.of("*"), Resources.of("*"), Conditions.none())));

    PlacedRequest placed(String principal, String resource) {
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

    Scene scene(CallerScope callers, PlacedRequest placed, String arn) {
        return new Scene(
                callers,
                accounts.bind(placed.situation()),
                arn,
                placed.request().context(),
                true);
    }

    static Scene allowingEverything(Scene scene) {
        Situation generous = scene.situation().toBuilder()
                .identityPolicies(List.of(EVERYTHING))
                .build();
        return scene.in(generous);
    }

    RequestPrincipal bound(RequestPrincipal principal) {
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
