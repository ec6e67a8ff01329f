package com.example.replication;

import io.github.secures3.constructs.replication.ReplicaBucket;
import io.github.secures3.constructs.replication.ReplicaDestination;
import io.github.secures3.constructs.replication.ReplicationSource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** The copy of the reports in another Region of the same account. */
final class ReportsCopyStack extends Stack {

    private final ReplicaBucket copy;

    ReportsCopyStack(Construct scope, String id, StackProps props) {
        super(scope, id, props);
        copy = ReplicaBucket.Builder.create(this, "Reports")
                .bucketName("example-reports-copy")
                .acceptReplicasFrom(ReplicationSource.of(ReplicationApp.DATA_ACCOUNT, "example-reports"))
                .build();
    }

    ReplicaDestination reports() {
        return copy.asDestination();
    }
}
