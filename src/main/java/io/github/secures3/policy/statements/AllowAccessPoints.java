package io.github.secures3.policy.statements;

import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Lets the access points of certain accounts decide about access to the bucket.
 *
 * <p>AWS's sample allows every action. This one allows what applications do with data, so that a point of another account can never remove
 * versions, lift retention, write ACLs or change keys, whatever its policy says. Through Block Public Access the statement passes, for it
 * is held to fixed accounts.
 *
 * <p>Care: it trusts whoever may create access points, or write their policies, in these accounts. Guard those actions there. A principal
 * of the bucket's own account needs no such statement where its identity policy allows the access.
 *
 * @param accounts the accounts that own the access points, 12 digits each, at least one
 * @param actions what requests through the points may do, a part of {@link #dataActions()}, at least one
 * @param vpcOriginOnly whether only points that accept requests from a VPC alone count
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html#access-points-delegating-control">Delegating
 *     access control to access points</a>
 * @since 0.1
 */
public record AllowAccessPoints(List<String> accounts, List<String> actions, boolean vpcOriginOnly)
        implements ProtectiveStatement {

    /**
     * Checks the accounts and actions and puts them in order.
     *
     * @throws IllegalArgumentException if a list is empty, an account id is malformed, or an action is no data action
     */
    public AllowAccessPoints {
        accounts = Identifiers.requireSome(
                Identifiers.accounts(accounts), "access point account", "name the accounts that own the access points");
        actions = Identifiers.requireSome(dataActions(actions), "action", "name what the access points may do");
    }

    /**
     * All data actions, from any network.
     *
     * @param accounts the accounts that own the access points, at least one
     */
    public AllowAccessPoints(List<String> accounts) {
        this(accounts, dataActions(), false);
    }

    /** The actions that can be delegated: reading, listing, writing, tagging and deleting objects, versions kept. */
    public static List<String> dataActions() {
        return DataActions.THROUGH_ACCESS_POINTS;
    }

    @Override
    public Statement on(BucketScope bucket) {
        Statement.Builder statement = Statement.allow(sid())
                .everyone()
                .actions(Actions.of(actions))
                .resources(bucket.bucketAndObjects())
                .when(Condition.of(Comparison.STRING_EQUALS, ConditionKeys.ACCESS_POINT_ACCOUNT, accounts));
        if (vpcOriginOnly) {
            statement.when(Condition.of(Comparison.STRING_EQUALS, ConditionKeys.ACCESS_POINT_ORIGIN, "VPC"));
        }
        return statement.build();
    }

    static List<String> dataActions(List<String> actions) {
        TreeSet<String> ordered = new TreeSet<>();
        for (String action : actions) {
            String known = dataActions().stream()
                    .filter(candidate -> candidate.toLowerCase(Locale.ROOT).equals(action.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElse(action);
            Identifiers.check(
                    UnresolvedToken.isIn(action) || dataActions().contains(known),
                    action,
                    "data action that access points can be trusted with",
                    "one of " + String.join(", ", dataActions()));
            ordered.add(known);
        }
        return List.copyOf(ordered);
    }
}
