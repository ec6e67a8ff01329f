package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.DecisionRule.Caller;
import io.github.secures3.analysis.evaluate.DecisionRule.Grants;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.Principals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who makes the requests in question: one principal, or any of many. */
interface SymbolicPrincipal {

    /** Facts about the caller. */
    Caller<Bounds> facts();

    /** When the caller is an AWS service. */
    Bounds isService();

    /** When the caller is a session of a role. */
    Bounds isRoleSession();

    /** When the account is the caller's; null is an account that nobody knows. */
    Bounds sameAccount(@Nullable String account, String what);

    /** In which ways the element means the caller; null means everyone that the policy is attached to. */
    Grants<Bounds> match(@Nullable Principals principals, Effect effect, ConditionEncoder conditions);

    /** When the caller belongs to one of these accounts. */
    Bounds isIn(List<String> accounts);

    /** Whether what requests carry under this key depends on who makes them, beyond what {@link #key} tells. */
    boolean varies(String key);

    /** What requests carry under this key because of who makes them, or null where that does not follow. */
    @Nullable
    KeyValue key(String key);
}
