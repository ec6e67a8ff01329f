package com.example.replication;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.IAlarmAction;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** Where alarms and events go: a topic that each Region has already, and the event bus of operations. */
final class OnCall {

    static final String EVENT_BUS = "arn:aws:events:eu-west-1:123456789012:event-bus/operations";

    private OnCall() {}

    static IAlarmAction in(Construct scope) {
        Stack stack = Stack.of(scope);
        String topic = "arn:aws:sns:" + stack.getRegion() + ":" + stack.getAccount() + ":on-call";
        return new SnsAction(Topic.fromTopicArn(scope, "OnCall", topic));
    }
}
