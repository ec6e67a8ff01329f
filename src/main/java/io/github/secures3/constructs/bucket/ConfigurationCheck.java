package io.github.secures3.constructs.bucket;

import io.github.secures3.constructs.InvalidConfigurationException;
import io.github.secures3.policy.UnresolvedToken;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** Refuses what cannot work before anything is made; the construct's path is read only when there is something to refuse. */
final class ConfigurationCheck {

    private final Construct scope;
    private final String id;

    ConfigurationCheck(Construct scope, String id) {
        this.scope = scope;
        this.id = id;
    }

    void that(boolean holds, Supplier<String> problem) {
        if (!holds) {
            throw failure(problem.get());
        }
    }

    /** The Region of the construct's stack where it is known. */
    Optional<String> region() {
        return Optional.of(Stack.of(scope).getRegion()).filter(region -> !UnresolvedToken.isIn(region));
    }

    InvalidConfigurationException failure(String problem) {
        return InvalidConfigurationException.of(scope, id, problem);
    }
}
