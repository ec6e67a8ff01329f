package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.ReplicationRule;
import io.github.secures3.analysis.model.Stack;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which buckets receive copies of others: those that a rule of the estate names, and those whose policy lets objects be replicated to them. */
final class Replicas {

    private static final String REPLICATE = "s3:replicateobject";

    private final Estate estate;

    private final Set<String> destinations = new HashSet<>();

    private Replicas(Estate estate) {
        this.estate = estate;
        for (Bucket source : estate.buckets()) {
            rules(source).forEach(rule -> rule.destination().asText().ifPresent(destinations::add));
        }
    }

    static Replicas of(Estate estate) {
        return new Replicas(estate);
    }

    /** The replication rules that are known, enabled or not. */
    static List<ReplicationRule> rules(Bucket bucket) {
        return bucket.replication()
                .known()
                .flatMap(replication -> replication.rules().known())
                .orElse(List.of());
    }

    boolean receives(Bucket bucket) {
        return destinations.contains(bucket.arn())
                || Policies.statements(estate, bucket).anyMatch(located -> letsReplicate(located.statement()));
    }

    /** The bucket that a rule copies to, where it is in the estate. */
    Optional<Bucket> destination(ReplicationRule rule) {
        return rule.destination()
                .asText()
                .flatMap(arn -> estate.buckets().stream()
                        .filter(bucket -> bucket.arn().equals(arn))
                        .findFirst());
    }

    /** Whether source and destination are surely in one Region. */
    boolean staysInRegion(Bucket source, ReplicationRule rule) {
        Optional<String> from = region(source);
        return from.isPresent()
                && destination(rule)
                        .flatMap(this::region)
                        .filter(from.get()::equals)
                        .isPresent();
    }

    private Optional<String> region(Bucket bucket) {
        return estate.stack(bucket.element().stack()).map(Stack::region).flatMap(region -> region.known());
    }

    private static boolean letsReplicate(Statement statement) {
        return statement.effect() == Effect.ALLOW
                && !statement.actions().negated()
                && statement.actions().patterns().stream()
                        .anyMatch(action -> action.toLowerCase(Locale.ROOT).equals(REPLICATE));
    }
}
