package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.DecisionRule.Grants;
import io.github.secures3.analysis.evaluate.DecisionRule.Own;
import io.github.secures3.analysis.evaluate.DecisionRule.Resource;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.evaluate.Situation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the layers around a call say to all requests: the caller's own policies, and those that can only take away, of VPC endpoints and
 * organizations.
 */
final class LayerEncoder {

    private final BoundsAlgebra logic;
    private final SymbolicPrincipal principal;
    private final StatementEncoder statements;
    private final Situation situation;
    private final boolean serviceLinkedRole;

    /**
     * The layers of a situation.
     *
     * @param serviceLinkedRole whether the callers in question are service-linked roles, which organization policies leave alone
     */
    LayerEncoder(BoundsAlgebra logic, SymbolicPrincipal principal, Situation situation, boolean serviceLinkedRole) {
        this.logic = logic;
        this.principal = principal;
        this.statements = new StatementEncoder(logic, principal);
        this.situation = situation;
        this.serviceLinkedRole = serviceLinkedRole;
    }

    StatementEncoder statements() {
        return statements;
    }

    /** A resource that a call reaches, with what its own policy says and what the layers around the call do. */
    Resource<Bounds> resource(Call call, Bounds sameAccount, Grants<Bounds> grants, Bounds denied, Rails rails) {
        AttachedPolicy limit = situation.permissionsBoundary();
        boolean bounded = takesPart(Layer.BOUNDARY, limit == null);
        boolean scoped = takesPart(Layer.SESSION, situation.sessionPolicies().isEmpty());
        Bounds hasPolicies = logic.not(
                logic.or(principal.facts().withoutAccount(), principal.facts().root()));
        StatementEncoder.Layer identity = layer(Layer.IDENTITY, situation.identityPolicies(), call);
        StatementEncoder.Layer boundary = layer(Layer.BOUNDARY, limit == null ? List.of() : List.of(limit), call);
        StatementEncoder.Layer session = layer(Layer.SESSION, situation.sessionPolicies(), call);
        Own<Bounds> own = new Own<>(
                logic.and(hasPolicies, statements.any(identity.grants())),
                bounded ? statements.any(boundary.grants()) : Bounds.TRUE,
                scoped ? statements.any(session.grants()) : Bounds.TRUE,
                Bounds.of(scoped));
        Bounds deniedByOwn = logic.any(List.of(identity.denied(), boundary.denied(), session.denied()));
        Bounds deniedBySome = logic.any(List.of(denied, logic.and(hasPolicies, deniedByOwn), rails.denied()));
        return new Resource<>(sameAccount, own, grants, rails.allowed(), deniedBySome);
    }

    private boolean takesPart(Layer layer, boolean absent) {
        return !absent || situation.unknownLayers().containsKey(layer);
    }

    /** What a layer says; one that is known in part says at least that, and what else it may. */
    StatementEncoder.Layer layer(Layer layer, List<AttachedPolicy> policies, Call call) {
        StatementEncoder.Layer known = statements.layer(policies, call);
        String unknown = situation.unknownLayers().get(layer);
        return unknown == null ? known : statements.withUnknown(known, layer.text() + " to " + call.name(), unknown);
    }

    /**
     * What the layers say that can only take away.
     *
     * @param allowed all of them let the call pass
     * @param denied some of them denies it
     */
    record Rails(Bounds allowed, Bounds denied) {

        static final Rails NONE = new Rails(Bounds.TRUE, Bounds.FALSE);

        Rails and(Rails other, BoundsAlgebra logic) {
            return new Rails(logic.and(allowed, other.allowed), logic.or(denied, other.denied));
        }
    }

    /** All that can only take away from a call to what this account owns. */
    Rails rails(Call call, @Nullable String owner) {
        return endpoint(call).and(serviceControl(call), logic).and(resourceControl(call, owner), logic);
    }

    private Rails endpoint(Call call) {
        String unknown = situation.unknownLayers().get(Layer.ENDPOINT);
        if (situation.endpointPolicies().isEmpty() && unknown == null) {
            return Rails.NONE;
        }
        StatementEncoder.Layer layer = layer(Layer.ENDPOINT, situation.endpointPolicies(), call);
        return new Rails(statements.any(layer.grants()), layer.denied());
    }

    Rails serviceControl(Call call) {
        if (serviceLinkedRole) {
            return Rails.NONE;
        }
        Bounds hasAccount = logic.not(principal.facts().withoutAccount());
        Organization organization = situation.organization();
        Bounds binds = organization == null ? hasAccount : new Membership(logic, principal, organization).ofMember();
        return levels(Layer.SCP, situation.serviceControlPolicies(), binds, call);
    }

    Rails resourceControl(Call call, @Nullable String owner) {
        String account = situation.resourceAccount();
        boolean another = owner != null && account != null && !owner.equals(account);
        if (another || serviceLinkedRole) {
            return Rails.NONE;
        }
        Bounds binds = account == null ? Bounds.TRUE : binds(account);
        Rails rails = levels(Layer.RCP, situation.resourceControlPolicies(), binds, call);
        return new Rails(Bounds.TRUE, rails.denied());
    }

    private Rails levels(Layer layer, List<List<AttachedPolicy>> levels, Bounds binds, Call call) {
        String unknown = situation.unknownLayers().get(layer);
        if ((levels.isEmpty() && unknown == null) || binds.equals(Bounds.FALSE)) {
            return Rails.NONE;
        }
        List<StatementEncoder.Layer> all = new ArrayList<>();
        levels.forEach(level -> all.add(statements.layer(level, call)));
        if (unknown != null) {
            // Levels that nobody sees can only take away more.
            all.add(statements.unknown(layer.text() + " to " + call.name(), unknown));
        }
        Bounds allowed = logic.all(
                all.stream().map(each -> statements.any(each.grants())).toList());
        Bounds denied =
                logic.any(all.stream().map(StatementEncoder.Layer::denied).toList());
        return new Rails(logic.or(logic.not(binds), allowed), logic.and(binds, denied));
    }

    private Bounds binds(String account) {
        Organization organization = situation.organization();
        return organization == null ? Bounds.TRUE : logic.of("member " + account, organization.isMember(account));
    }
}
