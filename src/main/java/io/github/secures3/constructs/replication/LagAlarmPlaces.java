package io.github.secures3.constructs.replication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.IAlarmAction;
import software.constructs.Construct;

/** Finds the stack that can hold the lag alarms of a rule: in the source's account and the destination's Region. */
final class LagAlarmPlaces {

    private final BucketIdentity source;
    private final ReplicationSettings settings;

    LagAlarmPlaces(BucketIdentity source, ReplicationSettings settings) {
        this.source = source;
        this.settings = settings;
    }

    void check(ReplicationCheck check) {
        for (ReplicationSettings.LagAlarms place : settings.lagAlarms) {
            Stack stack = Stack.of(place.scope());
            check.that(
                    settings.rules.stream().anyMatch(rule -> rule.hasMetrics() && serves(place.scope(), rule)),
                    () -> "lagAlarms names a stack in " + stack.getRegion() + " of account " + stack.getAccount()
                            + ", where no rule has metrics; S3 publishes them in the Region of the destination, for account "
                            + source.account());
        }
        for (ReplicationRule rule : settings.rules) {
            check.that(
                    !rule.hasMetrics()
                            || settings.noLagAlarms != null
                            || place(rule).isPresent(),
                    () -> "rule '" + rule.id()
                            + "' has nowhere to put its lag alarms: S3 publishes latency and pending bytes in "
                            + rule.destination().region() + "; name a stack in that Region and account "
                            + source.account()
                            + " with lagAlarms, or use allowWithoutLagAlarms");
        }
    }

    List<ReplicationLagAlarms> make() {
        List<ReplicationLagAlarms> made = new ArrayList<>();
        for (ReplicationRule rule : settings.rules) {
            if (!rule.hasMetrics() || settings.noLagAlarms != null) {
                continue;
            }
            place(rule).ifPresent(place -> {
                ReplicationLagAlarms alarms = new ReplicationLagAlarms(
                        place.scope(),
                        "ReplicationLag-" + source.name() + "-" + rule.id(),
                        source.name(),
                        rule.destination().bucketName(),
                        rule.id(),
                        settings.thresholds);
                List<IAlarmAction> actions = place.actions();
                if (!actions.isEmpty()) {
                    alarms.addAlarmActions(actions);
                }
                made.add(alarms);
            });
        }
        return made;
    }

    /** A place that was named, or the destination itself where it belongs to the same account. */
    private Optional<ReplicationSettings.LagAlarms> place(ReplicationRule rule) {
        Construct destination = rule.destination().construct();
        return settings.lagAlarms.stream()
                .filter(place -> serves(place.scope(), rule))
                .findFirst()
                .or(() -> Optional.ofNullable(destination)
                        .filter(scope -> serves(scope, rule))
                        .map(scope -> new ReplicationSettings.LagAlarms(scope, List.of())));
    }

    private boolean serves(Construct scope, ReplicationRule rule) {
        Stack stack = Stack.of(scope);
        return stack.getRegion().equals(rule.destination().region())
                && stack.getAccount().equals(source.account());
    }
}
