package io.github.secures3.constructs.replication;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IAlarmAction;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.constructs.Construct;

/**
 * Alarms for a destination that falls behind: latency and bytes that wait.
 *
 * <p>S3 publishes these metrics in the Region of the destination, and an alarm sees the metrics of its own Region only; so they stand in a
 * stack of that Region, in the account of the source. {@link ReplicatedBucket} makes them where it is told.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/repl-metrics.html">Using S3 Replication metrics</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/metrics-dimensions.html#s3-cloudwatch-replication-metrics">S3
 *     Replication metrics in CloudWatch</a>
 * @since 0.1
 */
public final class ReplicationLagAlarms extends Construct {

    private static final int PERIOD_MINUTES = 5;
    private static final int PENDING_PERIODS = 3;

    private final Alarm latency;
    private final Alarm pendingBytes;

    /**
     * Alarms for one rule.
     *
     * @param sourceBucket the name of the source bucket
     * @param destinationBucket the name of the destination bucket
     * @param ruleId the id of the rule
     * @param thresholds when they go off
     */
    public ReplicationLagAlarms(
            Construct scope,
            String id,
            String sourceBucket,
            String destinationBucket,
            String ruleId,
            ReplicationThresholds thresholds) {
        super(scope, id);
        String path = "from " + sourceBucket + " to " + destinationBucket + " (rule " + ruleId + ")";
        Map<String, String> dimensions = dimensions(sourceBucket, destinationBucket, ruleId);
        this.latency = alarm(
                this,
                "Latency",
                "Replication " + path + " lags behind",
                metric("ReplicationLatency", "Maximum", dimensions),
                ComparisonOperator.GREATER_THAN_THRESHOLD,
                thresholds.latency().toSeconds(),
                1);
        this.pendingBytes = alarm(
                this,
                "PendingBytes",
                "Too much waits for replication " + path,
                metric("BytesPendingReplication", "Maximum", dimensions),
                ComparisonOperator.GREATER_THAN_THRESHOLD,
                thresholds.pendingBytes(),
                PENDING_PERIODS);
    }

    /** The alarm for operations that failed, which S3 counts in the Region of the source. */
    static Alarm failures(
            Construct scope, String id, BucketIdentity source, ReplicationRule rule, ReplicationThresholds thresholds) {
        String destination = rule.destination().bucketName();
        return alarm(
                scope,
                id,
                "Replication from " + source.name() + " to " + destination + " (rule " + rule.id() + ") fails",
                metric("OperationsFailedReplication", "Sum", dimensions(source.name(), destination, rule.id())),
                ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
                thresholds.failedOperations(),
                1);
    }

    /** The alarm for a destination that lags behind. */
    public Alarm getLatencyAlarm() {
        return latency;
    }

    /** The alarm for bytes that wait. */
    public Alarm getPendingBytesAlarm() {
        return pendingBytes;
    }

    /** Has both alarms do something, in their own Region. */
    public void addAlarmActions(List<IAlarmAction> actions) {
        IAlarmAction[] all = actions.toArray(IAlarmAction[]::new);
        latency.addAlarmAction(all);
        pendingBytes.addAlarmAction(all);
    }

    private static Alarm alarm(
            Construct scope,
            String id,
            String description,
            Metric metric,
            ComparisonOperator operator,
            long threshold,
            int periods) {
        return Alarm.Builder.create(scope, id)
                .alarmDescription(description)
                .metric(metric)
                .comparisonOperator(operator)
                .threshold(threshold)
                .evaluationPeriods(periods)
                // S3's page asks for this: no data means that nothing has changed.
                .treatMissingData(TreatMissingData.IGNORE)
                .build();
    }

    private static Metric metric(String name, String statistic, Map<String, String> dimensions) {
        return Metric.Builder.create()
                .namespace("AWS/S3")
                .metricName(name)
                .dimensionsMap(dimensions)
                .statistic(statistic)
                .period(Duration.minutes(PERIOD_MINUTES))
                .build();
    }

    private static Map<String, String> dimensions(String sourceBucket, String destinationBucket, String ruleId) {
        Map<String, String> dimensions = new TreeMap<>();
        dimensions.put("SourceBucket", sourceBucket);
        dimensions.put("DestinationBucket", destinationBucket);
        dimensions.put("RuleId", ruleId);
        return dimensions;
    }
}
