package com.example.replication;

import io.github.secures3.constructs.replication.DeleteMarkers;
import io.github.secures3.constructs.replication.ReplicaDestination;
import io.github.secures3.constructs.replication.ReplicaModifications;
import io.github.secures3.constructs.replication.ReplicatedBucket;
import io.github.secures3.constructs.replication.ReplicationLagAlarms;
import io.github.secures3.constructs.replication.ReplicationRule;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.events.EventBus;
import software.constructs.Construct;

/** Reports that a second Region keeps a copy of; alarms and failures reach the team that is on call. */
final class ReportsStack extends Stack {

    ReportsStack(Construct scope, String id, StackProps props, ReplicaDestination copy) {
        super(scope, id, props);
        ReplicatedBucket reports = ReplicatedBucket.Builder.create(this, "Reports")
                .bucketName("example-reports")
                .rule(ReplicationRule.to(copy, DeleteMarkers.REPLICATED, ReplicaModifications.NOT_SYNCED))
                .alarmActions(OnCall.in(this))
                .failureEvents(new software.amazon.awscdk.services.events.targets.EventBus(
                        EventBus.fromEventBusArn(this, "Operations", OnCall.EVENT_BUS)))
                .build();

        // The alarms for lag stand with the copy, in the other Region, and call there.
        for (ReplicationLagAlarms lag : reports.getLagAlarms()) {
            lag.addAlarmActions(List.of(OnCall.in(lag)));
        }
    }
}
