package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.model.AccessLogging;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which buckets receive server access logs: those that another bucket of the estate names, and those whose policy lets the logging service write.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html">Enabling server access logging</a>
 */
final class LogBuckets {

    private static final Principal LOGGING_SERVICE = Principal.service("logging.s3.amazonaws.com");

    private final Estate estate;
    private final Set<String> destinations = new HashSet<>();

    private LogBuckets(Estate estate) {
        this.estate = estate;
        for (Bucket bucket : estate.buckets()) {
            String own = bucket.name().asText().orElse("");
            bucket.logging()
                    .known()
                    .flatMap(LogBuckets::destination)
                    .filter(name -> !name.equals(own))
                    .ifPresent(destinations::add);
        }
    }

    static LogBuckets of(Estate estate) {
        return new LogBuckets(estate);
    }

    private static Optional<String> destination(AccessLogging logging) {
        return logging.destination().asText();
    }

    boolean receives(Bucket bucket) {
        return bucket.name().asText().filter(destinations::contains).isPresent()
                || Policies.statements(estate, bucket)
                        .map(LocatedStatement::statement)
                        .anyMatch(LogBuckets::letsTheServiceWrite);
    }

    private static boolean letsTheServiceWrite(Statement statement) {
        Principals principals = statement.principals();
        return statement.effect() == Effect.ALLOW
                && principals != null
                && !principals.negated()
                && principals.members().contains(LOGGING_SERVICE);
    }
}
