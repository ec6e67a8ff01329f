package io.github.secures3.analysis.evaluate;

import io.github.secures3.analysis.evaluate.RequestPrincipal.Kind;
import io.github.secures3.analysis.evaluate.matching.Truth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The layers that can only take away: service control policies, resource control policies, VPC endpoint policies.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html">SCP evaluation</a>
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_evaluation.html">RCP evaluation</a>
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html">Endpoint policies</a>
 */
final class Guardrails {

    private static final String RETIRE_GRANT = "kms:RetireGrant";

    private final RequestPrincipal principal;
    private final Situation situation;
    private final @Nullable String resourceAccount;
    private final LayerTraces traces;
    private final boolean serviceLinkedRole;

    /**
     * What the guardrails say about one resource.
     *
     * @param allowed all of them let the request pass
     * @param denied some of them denies it
     */
    record Answer(Truth allowed, Truth denied) {

        Answer and(Answer other) {
            return new Answer(allowed.and(other.allowed), denied.or(other.denied));
        }
    }

    private static final Answer NO_PART = new Answer(Truth.TRUE, Truth.FALSE);

    Guardrails(AccessRequest request, Situation situation, @Nullable String resourceAccount, LayerTraces traces) {
        this.principal = request.principal();
        this.situation = situation;
        this.resourceAccount = resourceAccount;
        this.traces = traces;
        this.serviceLinkedRole = isServiceLinkedRole(request);
    }

    /** The guardrails around a bucket or access point of this account. */
    Answer of(RequestView view, @Nullable String owner) {
        return endpoint(view).and(serviceControl(view, true)).and(resourceControl(view, owner, true));
    }

    /** The guardrails around a KMS key; the endpoint is not on the way, and resource control policies leave AWS managed keys alone. */
    Answer ofKey(RequestView view, KmsUse kms, @Nullable String bucketOwner) {
        Answer service = serviceControl(view, false);
        boolean sameOwner = kms.keyAccount() != null && kms.keyAccount().equals(bucketOwner);
        return kms.awsManaged() || !sameOwner ? service : service.and(resourceControl(view, bucketOwner, false));
    }

    /** The ARN of a session has no path, so the path of its role counts where {@code aws:PrincipalArn} was given. */
    private static boolean isServiceLinkedRole(AccessRequest request) {
        List<String> given = request.context().getOrDefault("aws:principalarn", List.of());
        if (given.size() == 1 && request.principal().kind() == Kind.ROLE_SESSION) {
            return given.get(0).contains(":role/aws-service-role/");
        }
        return request.principal().isServiceLinkedRole();
    }

    private Answer endpoint(RequestView view) {
        String unknown = situation.unknownLayers().get(Layer.ENDPOINT);
        if (situation.endpointPolicies().isEmpty() && unknown == null) {
            return NO_PART;
        }
        LayerMatch match = LayerMatch.of(situation.endpointPolicies(), view);
        if (unknown != null) {
            match = match.orUnknown(unknown);
        }
        return answer(Layer.ENDPOINT, match.allowed(), match.denied(), match, true);
    }

    /**
     * Every level must allow. They bind the principals of member accounts, root users included, and nobody else: not the management account,
     * not service-linked roles, not services, not principals of other organizations.
     *
     * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html#not-restricted-by-scp">Tasks and
     *     entities not restricted by SCPs</a>
     */
    private Answer serviceControl(RequestView view, boolean traced) {
        List<List<AttachedPolicy>> levels = situation.serviceControlPolicies();
        String account = principal.account();
        if (account == null || serviceLinkedRole || takesNoPart(Layer.SCP, levels)) {
            return NO_PART;
        }
        Truth binds = bindsAccount(account);
        if (binds.isFalse()) {
            return NO_PART;
        }
        List<LayerMatch> matches = byLevel(Layer.SCP, levels, view);
        Truth allowed = matches.stream().map(LayerMatch::allowed).reduce(Truth.TRUE, Truth::and);
        LayerMatch all = joined(matches);
        return answer(Layer.SCP, binds.not().or(allowed), binds.and(all.denied()), all, traced);
    }

    /**
     * They can only deny, as AWS's RCPFullAWSAccess is attached to every level for good. They bind whoever reaches for resources of member
     * accounts, services and anonymous callers included; not resources of the management account, not service-linked roles, not
     * {@code kms:RetireGrant}.
     *
     * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#actions-not-restricted-by-rcps">
     *     Resources and entities not restricted by RCPs</a>
     * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/resource-control-policies.html">RCPs in AWS KMS</a>
     */
    private Answer resourceControl(RequestView view, @Nullable String owner, boolean traced) {
        List<List<AttachedPolicy>> levels = situation.resourceControlPolicies();
        boolean anothersAccessPoint = owner != null && resourceAccount != null && !owner.equals(resourceAccount);
        boolean exempt = serviceLinkedRole || view.action().equalsIgnoreCase(RETIRE_GRANT);
        if (exempt || anothersAccessPoint || takesNoPart(Layer.RCP, levels)) {
            return NO_PART;
        }
        Truth binds = resourceAccount == null ? Truth.TRUE : bindsAccount(resourceAccount);
        if (binds.isFalse()) {
            return NO_PART;
        }
        LayerMatch all = joined(byLevel(Layer.RCP, levels, view));
        return answer(Layer.RCP, Truth.TRUE, binds.and(all.denied()), all, traced);
    }

    private boolean takesNoPart(Layer layer, List<List<AttachedPolicy>> levels) {
        return levels.isEmpty() && !situation.unknownLayers().containsKey(layer);
    }

    /** Without an organization the policies given are taken to be those above the account. */
    private Truth bindsAccount(String account) {
        Organization organization = situation.organization();
        return organization == null ? Truth.TRUE : organization.isMember(account);
    }

    private Answer answer(Layer layer, Truth allowed, Truth denied, LayerMatch match, boolean traced) {
        if (traced) {
            traces.add(layer, allowed, denied, match);
        }
        return new Answer(allowed, denied);
    }

    /** Policies that nobody gave stand for a level of their own. */
    private List<LayerMatch> byLevel(Layer layer, List<List<AttachedPolicy>> levels, RequestView view) {
        List<LayerMatch> matches = new ArrayList<>(levels.size());
        int first = 0;
        for (List<AttachedPolicy> level : levels) {
            matches.add(LayerMatch.of(level, first, view));
            first += level.size();
        }
        String unknown = situation.unknownLayers().get(layer);
        if (unknown != null) {
            matches.add(LayerMatch.unknown(unknown));
        }
        return matches;
    }

    private static LayerMatch joined(List<LayerMatch> matches) {
        LayerMatch all = matches.get(0);
        for (LayerMatch match : matches.subList(1, matches.size())) {
            all = all.withTracesOf(match);
        }
        return all;
    }
}
