package io.github.secures3.policy.json;

import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.PolicyType.Presence;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import io.github.secures3.policy.json.LocatedValue.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one type of policy demands of a statement.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Policy checks</a>
 */
final class StatementRules {

    private final PolicyType type;
    private final Faults faults;

    StatementRules(PolicyType type, Faults faults) {
        this.type = type;
        this.faults = faults;
    }

    void check(Statement statement, Elements elements) {
        checkPresence(type.principal(), statement.principals() != null, "Principal", "NotPrincipal", elements);
        checkPresence(type.resource(), statement.resources() != null, "Resource", "NotResource", elements);
        checkSid(elements.get("Sid"), statement.sid());
        if (type == PolicyType.TRUST) {
            checkTrust(statement, elements);
        }
        if (type == PolicyType.RESOURCE_CONTROL && !isFullAccess(statement)) {
            checkResourceControl(statement, elements);
        }
    }

    private void checkPresence(Presence wanted, boolean present, String name, String negated, Elements elements) {
        if (wanted == Presence.REQUIRED && !present) {
            throw faults.at(
                    elements.at(), "the statement has no " + name + ", which " + type.title() + " needs; add it");
        }
        if (wanted == Presence.FORBIDDEN && present) {
            throw faults.at(
                    elements.placeOf(name, negated),
                    type.title() + " has no " + name + "; remove it, as the policy applies to what it is attached to");
        }
    }

    private void checkSid(@Nullable Member member, @Nullable String sid) {
        if (member == null || sid == null || !type.hasAlphanumericSids() || UnresolvedToken.isIn(sid)) {
            return;
        }
        for (int at = 0; at < sid.length(); at++) {
            char c = sid.charAt(at);
            if (!((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
                throw faults.at(
                        member.value(),
                        "the Sid " + Shown.quoted(sid) + " has the character "
                                + Shown.quoted(sid.substring(at, at + 1)) + "; in " + type.title()
                                + " only A-Z, a-z and 0-9 are allowed");
            }
        }
    }

    private void checkTrust(Statement statement, Elements elements) {
        Principals principals = statement.principals();
        Position at = elements.placeOf("Principal", "NotPrincipal");
        if (principals != null && principals.negated()) {
            throw faults.at(at, "a trust policy has no NotPrincipal; name who may assume the role with Principal");
        }
        if (principals != null && principals.members().contains(Principal.everyone())) {
            throw faults.at(at, "a trust policy does not take \"Principal\": \"*\"; name who may assume the role");
        }
    }

    /** The policy that AWS attaches when resource control policies are enabled, the only one with Allow. */
    private static boolean isFullAccess(Statement statement) {
        return statement.effect() == Effect.ALLOW
                && Principals.everyone().equals(statement.principals())
                && statement.actions().equals(Actions.of("*"))
                && Resources.of("*").equals(statement.resources())
                && statement.conditions().isEmpty();
    }

    private void checkResourceControl(Statement statement, Elements elements) {
        if (statement.effect() != Effect.DENY) {
            throw faults.at(
                    elements.placeOf("Effect"),
                    "a resource control policy can only Deny; Allow is kept for AWS's own RCPFullAWSAccess");
        }
        Principals principals = statement.principals();
        if (principals == null
                || principals.negated()
                || principals.members().size() != 1
                || !principals.members().get(0).isEveryone()) {
            throw faults.at(
                    elements.placeOf("Principal", "NotPrincipal"),
                    "a resource control policy takes \"Principal\": \"*\" alone; exempt principals with a condition such as"
                            + " ArnNotLike on aws:PrincipalArn");
        }
        if (statement.actions().negated()) {
            throw faults.at(
                    elements.placeOf("Action", "NotAction"),
                    "a resource control policy has no NotAction; list the actions with Action");
        }
        checkServices(statement.actions().patterns(), elements.placeOf("Action", "NotAction"));
    }

    private void checkServices(List<String> patterns, Position at) {
        for (String pattern : patterns) {
            int colon = pattern.indexOf(':');
            String service = colon < 0 ? pattern : pattern.substring(0, colon);
            boolean unnamed = colon <= 0 || service.contains("*") || service.contains("?");
            if (unnamed && !UnresolvedToken.isIn(pattern)) {
                throw faults.at(
                        at,
                        "the action " + Shown.quoted(pattern)
                                + " names no service; a resource control policy takes actions such as s3:* or kms:Decrypt");
            }
        }
    }
}
