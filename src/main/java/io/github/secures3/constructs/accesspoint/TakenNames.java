package io.github.secures3.constructs.accesspoint;

import io.github.secures3.policy.UnresolvedToken;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;
import software.constructs.IConstruct;

/** Which names the access points of an app have in which account and Region; it stands at the root of the app and makes nothing. */
final class TakenNames extends Construct {

    private static final String ID = "SecureS3AccessPointNames";

    private final Map<String, String> owners = new HashMap<>();

    private TakenNames(Construct root) {
        super(root, ID);
    }

    /** Those of the app that a construct is made in. */
    static TakenNames of(Construct scope) {
        IConstruct root = scope.getNode().getRoot();
        if (root.getNode().tryFindChild(ID) instanceof TakenNames known) {
            return known;
        }
        return new TakenNames(root instanceof Construct construct ? construct : scope);
    }

    /** Takes a name for the construct with this path, or refuses where another one has it. */
    void take(Refusal refusal, String path, Stack stack, PointEnvironment environment, String name) {
        String other = owners.putIfAbsent(place(stack, environment) + " " + name, path);
        refusal.unless(
                other == null || other.equals(path),
                () -> "access point '" + name + "' is made by " + other
                        + " too; names are unique in an account and Region, so give one of them another name");
    }

    /** Environments that are not known may be the same only where they are those of one stack. */
    private static String place(Stack stack, PointEnvironment environment) {
        boolean known = !UnresolvedToken.isIn(environment.account()) && !UnresolvedToken.isIn(environment.region());
        return known
                ? environment.account() + " " + environment.region()
                : stack.getNode().getAddr();
    }
}
