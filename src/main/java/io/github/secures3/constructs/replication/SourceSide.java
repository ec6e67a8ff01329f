package io.github.secures3.constructs.replication;

import io.github.secures3.constructs.bucket.PrintedStatements;
import io.github.secures3.constructs.bucket.SecureBucket;
import io.github.secures3.constructs.bucket.SecureBucketProps;
import io.github.secures3.policy.Arn;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.CfnDeletionPolicy;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.IAlarmAction;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.constructs.Construct;

/** The parts of a bucket that others receive replicas from. */
final class SourceSide {

    private final Construct self;
    private final ReplicationCheck check;
    private final ReplicationSettings settings;
    private final BucketIdentity identity;

    SourceSide(Construct self, Construct scope, String id, ReplicationSettings settings) {
        this.self = self;
        this.check = new ReplicationCheck(scope, id);
        this.settings = settings;
        this.identity = BucketIdentity.of(check, scope, settings.named());
    }

    /** Returns the scope, so that a constructor can check before it makes anything. */
    static Construct checked(Construct scope, String id, ReplicationSettings settings) {
        ReplicationCheck check = new ReplicationCheck(scope, id);
        SecureBucketProps props = settings.named();
        BucketIdentity source = BucketIdentity.of(check, scope, props);
        String roleName = settings.roleName(source);
        check.that(
                ReplicationSource.isRoleName(roleName),
                () -> "roleName '" + roleName
                        + "' is not valid; use 1 to 64 letters, digits and _+=,.@- without a path");
        ReplicaSide.prepared(check, props, source, settings.sources);
        key(check, source, props);
        new RuleCheck(check, source, props, roleName).all(settings.rules);
        new ReplicationRole(source, settings.rules, props.objectLock().isPresent()).check(check);
        new LagAlarmPlaces(source, settings).check(check);
        if (settings.noLagAlarms != null) {
            check.reason("allowWithoutLagAlarms", settings.noLagAlarms);
        }
        check.that(
                settings.failureTargets.isEmpty() || settings.rules.stream().allMatch(ReplicationRule::hasMetrics),
                () -> "failureEvents has targets, but a rule goes without metrics, and S3 sends no events for it;"
                        + " take allowWithoutMetrics away");
        return scope;
    }

    BucketIdentity identity() {
        return identity;
    }

    SecureBucket bucket() {
        SecureBucketProps prepared = ReplicaSide.prepared(check, settings.named(), identity, settings.sources)
                .build();
        return new SecureBucket(
                self,
                "Bucket",
                ReplicaSide.exempting(prepared, List.of(asSource().roleArn())).build());
    }

    CfnRole role(SecureBucket bucket) {
        IKey key = bucket.getEncryptionKey();
        if (key instanceof Key) {
            bucket.addToKeyPolicy(decryption());
        } else if (key != null) {
            Annotations.of(self)
                    .addWarningV2(
                            "SecureS3:ImportedReplicationKey",
                            "the key of the bucket is imported, so its policy cannot be changed from here; unless it"
                                    + " leaves decisions to the identity policies of account " + identity.account()
                                    + ", its owner must add this statement:\n"
                                    + PrintedStatements.of(self, List.of(decryption())));
        }
        return new ReplicationRole(
                        identity, settings.rules, settings.named().objectLock().isPresent())
                .make(self, settings.roleName(identity), key == null ? null : key.getKeyArn());
    }

    private Statement decryption() {
        return ReplicaSide.from("AllowReplicationDecryption", List.of(asSource()))
                .actions("kms:Decrypt")
                .resources("*")
                .when(ReplicationRole.viaService(identity))
                .when(ReplicationRole.encryptionContext(identity, List.of(identity.arn() + "/*")))
                .build();
    }

    /** The role may use the bucket's own key alone; a key of another account needs its owner's word, which nothing here can give. */
    private static void key(ReplicationCheck check, BucketIdentity source, SecureBucketProps props) {
        check.that(
                props.onlyOwnKey(),
                () -> "allowUploadsUnderOtherKeys is set, but objects under other keys would not be replicated: the"
                        + " role may use the bucket's own key alone, and S3 leaves KMS objects out where replicas"
                        + " have no key; take it away");
        Optional<Arn> key = props.encryptionKey().map(IKey::getKeyArn).flatMap(Arn::find);
        check.that(
                key.isEmpty()
                        || UnresolvedToken.isIn(key.get().account())
                        || key.get().account().equals(source.account()),
                () -> "encryptionKey belongs to account " + key.get().account() + ", this bucket to " + source.account()
                        + ", so that its owner would have to let the replication role in; choose a key of this"
                        + " account");
    }

    /** Sets the rules, and puts the stacks of destinations before this one. */
    void configure(SecureBucket bucket, CfnRole role) {
        CfnBucket resource = (CfnBucket) bucket.getBucket().getNode().getDefaultChild();
        if (resource == null) {
            throw new IllegalStateException("the bucket has no AWS::S3::Bucket as its default child");
        }
        if (resource.getCfnOptions().getDeletionPolicy() == CfnDeletionPolicy.RETAIN) {
            // A bucket that stays goes on replicating.
            role.applyRemovalPolicy(RemovalPolicy.RETAIN);
        }
        settings.rules.forEach(rule -> rule.optOuts().forEach(bucket::recordOptOut));
        if (settings.noLagAlarms != null) {
            bucket.recordOptOut("allowWithoutLagAlarms", settings.noLagAlarms);
        }
        if (settings.rulesHeld) {
            return;
        }
        resource.setReplicationConfiguration(new RuleProperties(identity).of(role.getAttrArn(), settings.rules));
        for (ReplicationRule rule : settings.rules) {
            Construct destination = rule.destination().construct();
            if (destination != null && stageOf(destination).equals(stageOf(self))) {
                Stack.of(self)
                        .addStackDependency(Stack.of(destination), "S3 refuses a rule whose destination is not there");
            }
        }
    }

    Map<String, Alarm> failureAlarms() {
        Map<String, Alarm> alarms = new TreeMap<>();
        for (ReplicationRule rule : settings.rules) {
            if (rule.hasMetrics()) {
                Alarm alarm = ReplicationLagAlarms.failures(
                        self, "FailedOperations-" + rule.id(), identity, rule, settings.thresholds);
                if (!settings.alarmActions.isEmpty()) {
                    alarm.addAlarmAction(settings.alarmActions.toArray(IAlarmAction[]::new));
                }
                alarms.put(rule.id(), alarm);
            }
        }
        return alarms;
    }

    private ReplicationSource asSource() {
        return new ReplicationSource(identity.account(), identity.name(), settings.roleName(identity));
    }

    private static String stageOf(Construct construct) {
        Stage stage = Stage.of(construct);
        return stage == null ? "" : stage.getNode().getAddr();
    }
}
