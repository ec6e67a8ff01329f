package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.Organization;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a proof takes for granted beyond the templates.
 *
 * @param organization the organization of the accounts, or null where nothing is known about one
 * @param within ids of the organizational units and roots above the accounts, for organization policies attached to them
 * @param closedAccount whether the owner's account has no identities but those in the templates; otherwise it may have others, whose own
 *     policies allow everything
 * @param steps how many steps a question may take before it stays undecided
 * @since 0.1
 */
public record Assumptions(@Nullable Organization organization, List<String> within, boolean closedAccount, long steps) {

    /** Steps enough for policies of the largest size that people write; some seconds at the most. */
    public static final long DEFAULT_STEPS = 100_000_000;

    /** Copies the list. */
    public Assumptions {
        within = List.copyOf(within);
    }

    /** Nothing but the templates. */
    public static Assumptions none() {
        return new Assumptions(null, List.of(), false, DEFAULT_STEPS);
    }

    /** The accounts belong to this organization. */
    public Assumptions withOrganization(Organization of, List<String> units) {
        return new Assumptions(Objects.requireNonNull(of, "of"), units, closedAccount, steps);
    }

    /** The owner's account has no identities but those in the templates. */
    public Assumptions withClosedAccount() {
        return new Assumptions(organization, within, true, steps);
    }

    /** Questions may take this many steps. */
    public Assumptions withSteps(long most) {
        return new Assumptions(organization, within, closedAccount, most);
    }
}
