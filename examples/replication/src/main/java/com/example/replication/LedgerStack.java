package com.example.replication;

import io.github.secures3.constructs.bucket.ObjectLock;
import io.github.secures3.constructs.bucket.SecureBucketProps;
import io.github.secures3.constructs.replication.DeleteMarkers;
import io.github.secures3.constructs.replication.ReplicaDestination;
import io.github.secures3.constructs.replication.ReplicaModifications;
import io.github.secures3.constructs.replication.ReplicaStorageClass;
import io.github.secures3.constructs.replication.ReplicatedBucket;
import io.github.secures3.constructs.replication.ReplicationRule;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** The data account's side: it knows the vault by account, Region and name. */
final class LedgerStack extends Stack {

    LedgerStack(Construct scope, String id, StackProps props, WatchStack watch) {
        super(scope, id, props);
        ReplicaDestination vault = ReplicaDestination.named(
                        ReplicationApp.VAULT_ACCOUNT, ReplicationApp.FRANKFURT, "example-ledger-vault")
                .withObjectLock();
        ReplicatedBucket.Builder.create(this, "Ledger")
                .bucket(SecureBucketProps.builder()
                        .organizationPerimeter("o-exampleorgid")
                        .objectLock(ObjectLock.governance(365))
                        .build())
                .bucketName("example-ledger")
                .rule(ReplicationRule.to(vault, DeleteMarkers.NOT_REPLICATED, ReplicaModifications.NOT_SYNCED)
                        .withStorageClass(ReplicaStorageClass.GLACIER_IR))
                .alarmActions(OnCall.in(this))
                .lagAlarms(watch, OnCall.in(watch))
                .build();
    }
}
