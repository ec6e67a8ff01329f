package io.github.secures3.constructs.replication;

import io.github.secures3.constructs.InvalidConfigurationException;
import java.util.function.Supplier;
import software.constructs.Construct;

/** Refuses what cannot work before anything is made; the construct's path is read only when there is something to refuse. */
final class ReplicationCheck {

    private final Construct scope;
    private final String id;

    ReplicationCheck(Construct scope, String id) {
        this.scope = scope;
        this.id = id;
    }

    void that(boolean holds, Supplier<String> problem) {
        if (!holds) {
            String parent = scope.getNode().getPath();
            throw new InvalidConfigurationException(parent.isEmpty() ? id : parent + "/" + id, problem.get());
        }
    }
}
