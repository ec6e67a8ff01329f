package io.github.secures3.constructs.replication;

import io.github.secures3.constructs.InvalidConfigurationException;
import io.github.secures3.constructs.bucket.SecureBucket;
import io.github.secures3.constructs.bucket.SecureBucketProps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.IAlarmAction;
import software.amazon.awscdk.services.events.IRuleTarget;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.iam.CfnRole;
import software.constructs.Construct;

/**
 * A {@link SecureBucket} whose objects are copied to other Regions, with the role, the permissions and the alarms that this takes.
 *
 * <p>By default: Replication Time Control and metrics on every rule; alarms for failed operations here, and for latency and pending bytes
 * in the Region of each destination; objects encrypted with KMS are replicated under the destination's key; replicas belong to the owner of
 * their bucket; the role can be taken by S3 for this bucket alone and is named after the bucket. With a network perimeter, the role is let
 * through.
 *
 * <p>The other side is a {@link ReplicaBucket}, in the same app or deployed elsewhere; both refer to each other by literal names, so the
 * stack needs an account and a Region of its own and the bucket a name. S3 refuses a rule whose destination is not there: within an app the
 * stacks are put in order, elsewhere the destination is deployed first. Only objects written after the rule are replicated; S3 Batch
 * Replication copies older ones.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html">Replicating objects within and across Regions</a>
 * @since 0.1
 */
public final class ReplicatedBucket extends Construct {

    private final SecureBucket bucket;
    private final CfnRole role;
    private final Map<String, Alarm> failureAlarms;
    private final List<ReplicationLagAlarms> lagAlarms;
    private final @Nullable Rule failureRule;
    private final BucketIdentity identity;
    private final ReplicationSettings settings;

    private ReplicatedBucket(Construct scope, String id, ReplicationSettings settings) {
        super(SourceSide.checked(scope, id, settings), id);
        this.settings = settings;
        SourceSide side = new SourceSide(this, scope, id, settings);
        this.identity = side.identity();
        this.bucket = side.bucket();
        ReplicaSide.describeKey(bucket, identity);
        ReplicaSide.open(bucket, identity, settings.sources);
        this.role = side.role(bucket);
        side.configure(bucket, role);
        this.failureAlarms = side.failureAlarms();
        this.lagAlarms = new LagAlarmPlaces(identity, settings).make();
        this.failureRule = settings.failureTargets.isEmpty()
                ? null
                : FailureEvents.send(this, bucket, identity, settings.failureTargets);
    }

    /** The bucket. */
    public SecureBucket getSecureBucket() {
        return bucket;
    }

    /** The role that S3 replicates under. */
    public CfnRole getRole() {
        return role;
    }

    /** The alarms for failed operations, by the id of their rule. */
    public Map<String, Alarm> getFailureAlarms() {
        return new TreeMap<>(failureAlarms);
    }

    /** The alarms for latency and pending bytes, in the order of their rules. */
    public List<ReplicationLagAlarms> getLagAlarms() {
        return lagAlarms;
    }

    /** The EventBridge rule that failure events go to, where targets were chosen. */
    public Optional<Rule> getFailureRule() {
        return Optional.ofNullable(failureRule);
    }

    /** This bucket by name, for a {@link ReplicaBucket} that is to receive from it. */
    public ReplicationSource asSource() {
        return new ReplicationSource(identity.account(), identity.name(), settings.roleName(identity));
    }

    /**
     * This bucket as the destination of a rule in the same app, for replication in both directions.
     *
     * @throws InvalidConfigurationException if it accepts replicas from no source
     */
    public ReplicaDestination asDestination() {
        if (settings.sources.isEmpty()) {
            throw new InvalidConfigurationException(
                    getNode().getPath(),
                    "the bucket is used as a destination but lets no source in; add acceptReplicasFrom(ReplicationSource.of(...))");
        }
        SecureBucketProps props = settings.named();
        return ReplicaDestination.of(
                this,
                identity,
                props.encryption(),
                ReplicaSide.key(props, identity),
                props.objectLock().isPresent(),
                settings.sources);
    }

    /** Collects settings. */
    public static final class Builder {

        private final Construct scope;
        private final String id;
        private final ReplicationSettings settings = new ReplicationSettings();

        private Builder(Construct scope, String id) {
            this.scope = scope;
            this.id = id;
        }

        /** Starts from the defaults of a secure bucket, without a rule. */
        public static Builder create(Construct scope, String id) {
            return new Builder(scope, id);
        }

        /** The physical name of the bucket, a literal text; takes the place of a name in {@link #bucket}. */
        public Builder bucketName(String name) {
            settings.bucketName = name;
            return this;
        }

        /** The settings of the bucket. By default those of a secure bucket. */
        public Builder bucket(SecureBucketProps props) {
            settings.props = props;
            return this;
        }

        /** Replicates what the rule selects; 1 to 1,000 rules. */
        public Builder rule(ReplicationRule rule) {
            settings.rules.add(rule);
            return this;
        }

        /** The name of the role. By default the bucket's name and {@code -replication}, cut and marked with a digest past 64 characters. */
        public Builder roleName(String name) {
            settings.roleName = name;
            return this;
        }

        /** Lets this source replicate into the bucket too, for replication in both directions. By default none. */
        public Builder acceptReplicasFrom(ReplicationSource source) {
            settings.sources.add(source);
            return this;
        }

        /**
         * Whether the rules are left out of this deployment. Two buckets that replicate to each other need it once: S3 refuses a rule whose
         * destination is not there yet, and neither bucket can be made after the other. By default not.
         */
        public Builder holdRules(boolean hold) {
            settings.rulesHeld = hold;
            return this;
        }

        /** When alarms go off. By default at 15 minutes, 10 GiB and one failed operation. */
        public Builder thresholds(ReplicationThresholds thresholds) {
            settings.thresholds = thresholds;
            return this;
        }

        /** What the alarms for failed operations do, in this stack's Region. By default nothing but show. */
        public Builder alarmActions(IAlarmAction... actions) {
            settings.alarmActions.addAll(List.of(actions));
            return this;
        }

        /**
         * Where the alarms for latency and pending bytes stand for the destinations in the scope's Region, and what they do. The scope's
         * stack is in this bucket's account. By default they stand with the destination, where that is a construct of the same account.
         */
        public Builder lagAlarms(Construct lagScope, IAlarmAction... actions) {
            settings.lagAlarms.add(new ReplicationSettings.LagAlarms(lagScope, List.of(actions)));
            return this;
        }

        /** Makes no alarms for latency and pending bytes. The reason lands in the template's metadata. */
        public Builder allowWithoutLagAlarms(String reason) {
            settings.noLagAlarms = reason;
            return this;
        }

        /**
         * Sends an event to these targets when an object fails to replicate, misses the 15 minutes, arrives after them or is no longer
         * tracked. By default no such events are sent.
         */
        public Builder failureEvents(IRuleTarget... targets) {
            settings.failureTargets.addAll(List.of(targets));
            return this;
        }

        /**
         * The bucket.
         *
         * @throws InvalidConfigurationException if a setting or rule cannot work, naming it and the fix
         */
        public ReplicatedBucket build() {
            return new ReplicatedBucket(scope, id, settings);
        }
    }
}
