package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.model.Estate;

/**
 * What rules look at: the estate, and what follows from it.
 *
 * @since 0.1
 */
public final class CheckContext {

    private final Estate estate;

    private CheckContext(Estate estate) {
        this.estate = estate;
    }

    /** The context of one estate, for any number of rules. */
    public static CheckContext of(Estate estate) {
        return new CheckContext(estate);
    }

    /** The estate. */
    public Estate estate() {
        return estate;
    }
}
