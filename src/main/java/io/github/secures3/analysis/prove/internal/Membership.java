package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.Organization;
import java.util.List;

/** When the caller's account belongs to an organization, as far as its accounts are known. */
final class Membership {

    private final BoundsAlgebra logic;
    private final SymbolicPrincipal principal;
    private final Organization organization;

    Membership(BoundsAlgebra logic, SymbolicPrincipal principal, Organization organization) {
        this.logic = logic;
        this.principal = principal;
        this.organization = organization;
    }

    Organization organization() {
        return organization;
    }

    /** When the account belongs to the organization at all. */
    Bounds includesCaller() {
        String management = organization.managementAccount();
        return management == null ? ofMember() : logic.or(principal.isIn(List.of(management)), ofMember());
    }

    /** When the account is a member other than the management account, and so bound by service control policies. */
    Bounds ofMember() {
        String management = organization.managementAccount();
        Bounds manages = management == null ? Bounds.FALSE : principal.isIn(List.of(management));
        List<String> members = organization.memberAccounts();
        Bounds listed = members == null
                ? logic.and(
                        logic.not(principal.facts().withoutAccount()),
                        logic.unknown(
                                "members of " + organization.id(),
                                "the member accounts of the organization " + organization.id() + " are not given"))
                : principal.isIn(members);
        return logic.and(listed, logic.not(manages));
    }
}
