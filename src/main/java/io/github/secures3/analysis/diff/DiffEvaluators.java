package io.github.secures3.analysis.diff;

import io.github.secures3.analysis.diff.access.PolicyStatements;
import io.github.secures3.analysis.diff.data.Deleted;
import io.github.secures3.analysis.diff.data.RemovalPolicy;
import io.github.secures3.analysis.diff.data.Renamed;
import io.github.secures3.analysis.diff.data.Replaced;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.protection.AccessLogs;
import io.github.secures3.analysis.diff.protection.AttributeBasedAccess;
import io.github.secures3.analysis.diff.protection.BlockPublicAccess;
import io.github.secures3.analysis.diff.protection.BucketKey;
import io.github.secures3.analysis.diff.protection.CustomerKeyBlock;
import io.github.secures3.analysis.diff.protection.DefaultEncryption;
import io.github.secures3.analysis.diff.protection.DefaultRetention;
import io.github.secures3.analysis.diff.protection.EncryptionKey;
import io.github.secures3.analysis.diff.protection.EventBridgeEvents;
import io.github.secures3.analysis.diff.protection.ObjectLocking;
import io.github.secures3.analysis.diff.protection.ObjectOwnership;
import io.github.secures3.analysis.diff.protection.OptedOut;
import io.github.secures3.analysis.diff.protection.Versioning;
import java.util.List;

/**
 * The evaluators that every comparison asks.
 *
 * @since 0.1
 */
public final class DiffEvaluators {

    private static final List<DiffEvaluator> ALL = List.of(
            new PolicyStatements(),
            new DefaultEncryption(),
            new EncryptionKey(),
            new BucketKey(),
            new CustomerKeyBlock(),
            new Versioning(),
            new ObjectLocking(),
            new DefaultRetention(),
            new AccessLogs(),
            new BlockPublicAccess(),
            new ObjectOwnership(),
            new EventBridgeEvents(),
            new AttributeBasedAccess(),
            new OptedOut(),
            new Replaced(),
            new Renamed(),
            new Deleted(),
            new RemovalPolicy());

    private DiffEvaluators() {}

    /** All of them. */
    public static List<DiffEvaluator> all() {
        return ALL;
    }
}
