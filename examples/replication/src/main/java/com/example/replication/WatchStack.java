package com.example.replication;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** Holds the data account's alarms in the vault's Region, where S3 publishes how far the vault lags behind. */
final class WatchStack extends Stack {

    WatchStack(Construct scope, String id, StackProps props) {
        super(scope, id, props);
    }
}
