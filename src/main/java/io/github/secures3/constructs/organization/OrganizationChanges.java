package io.github.secures3.constructs.organization;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * What changes the organization in one stack: the service refuses changes that come at the same time, so each waits for those before.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreatePolicy.html">CreatePolicy, errors</a>
 */
final class OrganizationChanges {

    private OrganizationChanges() {}

    /** The last change of each construct that the scope's stack holds already. */
    static List<IConstruct> before(Construct scope) {
        return Stack.of(scope).getNode().findAll().stream()
                .flatMap(OrganizationChanges::last)
                .toList();
    }

    private static Stream<IConstruct> last(IConstruct construct) {
        if (construct instanceof OrgGuardrails guardrails) {
            List<? extends IConstruct> policies = guardrails.getPolicies();
            return Stream.of(policies.get(policies.size() - 1));
        }
        return construct instanceof EnabledPolicyTypes types ? Stream.of(types.last()) : Stream.empty();
    }

    /** Has a change wait for others. */
    static void after(List<IConstruct> others, IConstruct change) {
        change.getNode().addDependency(others.toArray(IConstruct[]::new));
    }
}
