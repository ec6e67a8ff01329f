package io.github.secures3.constructs.replication;

import io.github.secures3.constructs.InvalidConfigurationException;
import java.util.function.Supplier;
import software.constructs.Construct;

/** Refuses what cannot work before anything is made; the construct's path is read only when there is something to refuse. */
final class ReplicationCheck {

    private static final int LONGEST_REASON = 256;

    private final Construct scope;
    private final String id;

    ReplicationCheck(Construct scope, String id) {
        this.scope = scope;
        this.id = id;
    }

    /** The reason of an opt-out, as a secure bucket asks for it. */
    void reason(String choice, String reason) {
        that(
                !reason.isBlank() && reason.length() <= LONGEST_REASON,
                () -> choice + " was given a reason of " + reason.length() + " characters; say in 1 to "
                        + LONGEST_REASON + " characters why the default may be left out");
    }

    void that(boolean holds, Supplier<String> problem) {
        if (!holds) {
            throw InvalidConfigurationException.of(scope, id, problem.get());
        }
    }
}
