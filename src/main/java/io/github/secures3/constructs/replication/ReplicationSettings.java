package io.github.secures3.constructs.replication;

import io.github.secures3.constructs.bucket.SecureBucketProps;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.cloudwatch.IAlarmAction;
import software.amazon.awscdk.services.events.IRuleTarget;
import software.constructs.Construct;

/** What a replicated bucket was asked to be. */
final class ReplicationSettings {

    SecureBucketProps props = SecureBucketProps.builder().build();

    @Nullable
    String bucketName;

    @Nullable
    String roleName;

    boolean rulesHeld;

    @Nullable
    String noLagAlarms;

    ReplicationThresholds thresholds = ReplicationThresholds.defaults();
    final List<ReplicationRule> rules = new ArrayList<>();
    final List<ReplicationSource> sources = new ArrayList<>();
    final List<IAlarmAction> alarmActions = new ArrayList<>();
    final List<LagAlarms> lagAlarms = new ArrayList<>();
    final List<IRuleTarget> failureTargets = new ArrayList<>();

    /**
     * Where alarms of a destination's Region go.
     *
     * @param scope in the source's account and the destination's Region
     * @param actions what they do
     */
    record LagAlarms(Construct scope, List<IAlarmAction> actions) {}

    SecureBucketProps named() {
        return bucketName == null
                ? props
                : props.toBuilder().bucketName(bucketName).build();
    }

    String roleName(BucketIdentity source) {
        return roleName == null ? ReplicationNames.role(source.name()) : roleName;
    }
}
