package io.github.secures3.constructs.accesspoint;

import io.github.secures3.constructs.accesspoint.AccessPointSetPlan.Place;
import io.github.secures3.policy.UnresolvedToken;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.NestedStackProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** The stacks that the points of a set lie in; one without points is not made, for CloudFormation takes no empty stack. */
final class AccessPointStacks {

    private final Construct set;
    private final AccessPointSetPlan plan;

    AccessPointStacks(Construct set, AccessPointSetPlan plan) {
        this.set = set;
        this.plan = plan;
    }

    Construct at(Place place) {
        return switch (plan.settings().spread.kind()) {
            case ONE_STACK -> set;
            case NESTED_STACKS ->
                new NestedStack(
                        set,
                        place.id(),
                        NestedStackProps.builder()
                                .description("Access points of " + set.getNode().getId())
                                .suppressTemplateIndentation(true)
                                .build());
            case STACKS -> new Stack(set, place.id(), properties(place));
        };
    }

    private StackProps properties(Place place) {
        PointEnvironment environment = plan.environment(place);
        StackProps.Builder properties = StackProps.builder()
                .description("Access points of " + set.getNode().getId())
                .suppressTemplateIndentation(true);
        Environment.Builder known = Environment.builder();
        if (!UnresolvedToken.isIn(environment.account())) {
            known.account(environment.account());
        }
        if (!UnresolvedToken.isIn(environment.region())) {
            known.region(environment.region());
        }
        return properties.env(known.build()).build();
    }
}
