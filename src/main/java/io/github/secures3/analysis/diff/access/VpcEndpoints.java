package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.analysis.model.VpcEndpoint;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * VPC endpoints to S3 and KMS that are new or gone, or lead elsewhere.
 *
 * <p>An endpoint without a policy of its own lets everybody in the VPC reach every bucket and key of every account: one that is new opens a way.
 * With a policy it holds what goes through it to that policy: one that is gone no longer does. How the policy of an endpoint changes is told
 * statement by statement.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html">Endpoint policies</a>
 * @since 0.1
 */
public final class VpcEndpoints implements DiffEvaluator {

    private static final Fact FACT = Fact.of(
            "vpc-endpoint", "no VPC endpoint opens a way or ceases to guard one", Kind.ACCESS, Severity.WARNING);
    private static final Pattern SERVICE = Pattern.compile(".*\\.(s3|s3-outposts|s3express|s3tables|kms|kms-fips)");
    private static final String FIX =
            "give the endpoint a policy that names the accounts or the organization it is for";
    private static final List<String> WAYS = List.of(
            "PrivateDnsEnabled",
            "RouteTableIds",
            "SecurityGroupIds",
            "ServiceName",
            "SubnetIds",
            "VpcEndpointType",
            "VpcId");

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (VpcEndpoint endpoint : differences.removed(VpcEndpoint.class)) {
            if (isToData(endpoint)) {
                changes.add(FACT.removed(
                        endpoint,
                        whenNew(endpoint).reversed(),
                        "the " + name(endpoint) + " is gone" + gone(endpoint),
                        FIX));
            }
        }
        for (VpcEndpoint endpoint : differences.added(VpcEndpoint.class)) {
            if (isToData(endpoint)) {
                changes.add(FACT.added(
                        endpoint, whenNew(endpoint), "a " + name(endpoint) + " is new" + isNew(endpoint), FIX));
            }
        }
        for (Pair<VpcEndpoint> pair : differences.pairs(VpcEndpoint.class)) {
            if (isToData(pair.base()) || isToData(pair.head())) {
                WAYS.stream()
                        .filter(property -> !pair.hasSame(property))
                        .forEach(property -> changes.add(another(pair, property)));
            }
        }
        return changes;
    }

    private static boolean isToData(VpcEndpoint endpoint) {
        return endpoint.service()
                .asText()
                .map(service -> endpoint.service().isUnknown()
                        || SERVICE.matcher(service).matches())
                .orElse(true);
    }

    private static Direction whenNew(VpcEndpoint endpoint) {
        Value<LocatedPolicy> policy = endpoint.policy();
        if (policy.isAbsent()) {
            return Direction.WEAKENED;
        }
        if (policy.known().filter(LocatedPolicy::isComplete).isEmpty()) {
            return Direction.UNDECIDED;
        }
        return policy.isSurely(VpcEndpoints::allowsAll) ? Direction.WEAKENED : Direction.STRENGTHENED;
    }

    /** Whether the policy says no more than the one that an endpoint has by default. */
    private static boolean allowsAll(LocatedPolicy policy) {
        List<Statement> statements = policy.knownPart().statements();
        return statements.stream().anyMatch(VpcEndpoints::allowsAll)
                && statements.stream().noneMatch(statement -> statement.effect() == Effect.DENY);
    }

    private static boolean allowsAll(Statement statement) {
        Resources resources = statement.resources();
        Principals principals = statement.principals();
        return statement.effect() == Effect.ALLOW
                && statement.conditions().all().isEmpty()
                && !statement.actions().negated()
                && statement.actions().patterns().contains("*")
                && resources != null
                && !resources.negated()
                && resources.patterns().contains("*")
                && principals != null
                && !principals.negated()
                && principals.members().stream().anyMatch(member -> member.isEveryone());
    }

    private static String isNew(VpcEndpoint endpoint) {
        return switch (whenNew(endpoint)) {
            case WEAKENED -> ": whoever is in " + vpc(endpoint) + " reaches everything through it";
            case STRENGTHENED -> ": what goes through it from " + vpc(endpoint) + " is held to its policy";
            case UNDECIDED, NEUTRAL -> ", and what its policy says cannot be told";
        };
    }

    private static String gone(VpcEndpoint endpoint) {
        return switch (whenNew(endpoint)) {
            case WEAKENED -> "; it let everything through";
            case STRENGTHENED ->
                ": what goes to the service from " + vpc(endpoint) + " is no longer held to its policy";
            case UNDECIDED, NEUTRAL -> ", and what its policy said cannot be told";
        };
    }

    private static String name(VpcEndpoint endpoint) {
        String service = endpoint.service().asText().orElse("an unknown service");
        return "VPC endpoint to " + service.substring(service.lastIndexOf('.') + 1);
    }

    private static String vpc(VpcEndpoint endpoint) {
        return "VPC " + endpoint.vpc().asText().orElse("of no name");
    }

    private static Change another(Pair<VpcEndpoint> pair, String property) {
        Value<String> base = pair.base().element().property(property);
        Value<String> head = pair.head().element().property(property);
        return FACT.changed(
                pair,
                base.place().orElse(pair.base().element().at()),
                head.place().orElse(pair.head().element().at()),
                Direction.UNDECIDED,
                property + " of the VPC endpoint was " + base.asText().orElse("not set") + " and is "
                        + head.asText().orElse("not set") + ", so that others may reach the service through it",
                "check who is meant to reach the service this way");
    }
}
