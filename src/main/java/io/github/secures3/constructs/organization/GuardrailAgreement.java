package io.github.secures3.constructs.organization;

import io.github.secures3.policy.statements.ConfusedDeputyProtection;
import io.github.secures3.policy.statements.EncryptedTransport;
import io.github.secures3.policy.statements.Guardrail;
import io.github.secures3.policy.statements.IdentityPerimeter;
import io.github.secures3.policy.statements.MinimumTlsVersion;
import io.github.secures3.policy.statements.NoCustomerProvidedKeys;
import io.github.secures3.policy.statements.PresignedRequestAge;
import io.github.secures3.policy.statements.ProtectTagKeys;
import io.github.secures3.policy.statements.ResourceTag;
import java.util.List;

/** Refuses guardrails that undo each other. */
final class GuardrailAgreement {

    private GuardrailAgreement() {}

    static void check(String organizationId, List<Guardrail> guardrails) {
        for (Guardrail guardrail : guardrails) {
            requireSameOrganization(organizationId, guardrail);
            for (ResourceTag tag : exemptingTags(guardrail)) {
                requireProtected(guardrail, tag, guardrails);
            }
        }
    }

    private static void requireSameOrganization(String organizationId, Guardrail guardrail) {
        String named = guardrail instanceof IdentityPerimeter perimeter
                ? perimeter.organizationId()
                : guardrail instanceof ConfusedDeputyProtection protection
                        ? protection.organizationId()
                        : organizationId;
        if (!named.equals(organizationId)) {
            throw new IllegalArgumentException(guardrail.sid() + " is for organization '" + named
                    + "', the others for '" + organizationId + "'; a wrong id shuts everybody out, so use one");
        }
    }

    /** A tag that anybody can set would be a way out for everybody. */
    private static void requireProtected(Guardrail guardrail, ResourceTag tag, List<Guardrail> guardrails) {
        boolean isProtected =
                guardrails.stream().anyMatch(other -> other instanceof ProtectTagKeys keys && keys.protects(tag.key()));
        if (!isProtected) {
            throw new IllegalArgumentException(guardrail.sid() + " exempts resources with the tag '" + tag.key()
                    + "', which anybody may set; add ProtectTagKeys with this key");
        }
    }

    private static List<ResourceTag> exemptingTags(Guardrail guardrail) {
        if (guardrail instanceof IdentityPerimeter perimeter) {
            return perimeter.exceptions().resourceTags();
        }
        if (guardrail instanceof ConfusedDeputyProtection protection) {
            return protection.exceptResourceTags();
        }
        if (guardrail instanceof EncryptedTransport transport) {
            return transport.exceptions().resourceTags();
        }
        if (guardrail instanceof MinimumTlsVersion minimum) {
            return minimum.exceptions().resourceTags();
        }
        if (guardrail instanceof NoCustomerProvidedKeys keys) {
            return keys.exceptions().resourceTags();
        }
        return guardrail instanceof PresignedRequestAge age ? age.exceptions().resourceTags() : List.of();
    }
}
