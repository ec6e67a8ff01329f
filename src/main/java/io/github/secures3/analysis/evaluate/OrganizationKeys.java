package io.github.secures3.analysis.evaluate;

import io.github.secures3.analysis.evaluate.matching.ContextValue;
import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.policy.UnresolvedToken;
import org.jspecify.annotations.Nullable;

/** Keys that requests carry only for accounts of an organization, and only about these. */
final class OrganizationKeys {

    private OrganizationKeys() {}

    static ContextValue id(@Nullable Organization organization, @Nullable String account, ContextValue unstated) {
        if (organization == null || account == null) {
            return unstated;
        }
        Truth included = organization.includes(account);
        if (included.isUnknown()) {
            return ContextValue.UNKNOWN;
        }
        return included.isTrue() ? ContextValue.of(organization.id()) : ContextValue.ABSENT;
    }

    static ContextValue path(@Nullable Organization organization, @Nullable String account, ContextValue unstated) {
        ContextValue id = id(organization, account, unstated);
        if (organization == null || account == null || id.values().isEmpty()) {
            return id;
        }
        String path = organization.paths().get(account);
        return ContextValue.of(
                path == null
                        ? organization.id() + "/" + UnresolvedToken.of("organization path of an account") + "/"
                        : path);
    }
}
