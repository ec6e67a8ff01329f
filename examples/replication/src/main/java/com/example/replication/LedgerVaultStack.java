package com.example.replication;

import io.github.secures3.constructs.bucket.ObjectLock;
import io.github.secures3.constructs.bucket.SecureBucketProps;
import io.github.secures3.constructs.replication.ReplicaBucket;
import io.github.secures3.constructs.replication.ReplicationSource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** The vault account's side: it knows the ledger by account and name, and can be deployed before there is a ledger. */
final class LedgerVaultStack extends Stack {

    LedgerVaultStack(Construct scope, String id, StackProps props) {
        super(scope, id, props);
        ReplicaBucket.Builder.create(this, "Vault")
                .bucket(SecureBucketProps.builder()
                        .organizationPerimeter("o-exampleorgid")
                        .objectLock(ObjectLock.compliance(365))
                        .build())
                .bucketName("example-ledger-vault")
                .acceptReplicasFrom(ReplicationSource.of(ReplicationApp.DATA_ACCOUNT, "example-ledger"))
                .build();
    }
}
