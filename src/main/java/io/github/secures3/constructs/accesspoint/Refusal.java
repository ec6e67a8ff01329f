package io.github.secures3.constructs.accesspoint;

import io.github.secures3.constructs.InvalidConfigurationException;
import java.util.function.Supplier;
import software.constructs.Construct;

/**
 * Refuses what cannot work before anything is made; the construct's path is read only when there is something to refuse.
 *
 * @param scope where the construct is made
 * @param id its id
 * @param place where in a file the fault lies, such as {@code points.csv:12}, or empty
 */
record Refusal(Construct scope, String id, String place) {

    Refusal(Construct scope, String id) {
        this(scope, id, "");
    }

    /** The same, with a line of a file in each message. */
    Refusal at(String file, long line) {
        return new Refusal(scope, id, place(file, line));
    }

    /** How a line of a file is named. */
    static String place(String file, long line) {
        return file + ":" + line;
    }

    /** The same, with the place that a point was read from in each message. */
    Refusal of(AccessPoint point) {
        return point.origin().isEmpty() ? this : new Refusal(scope, id, point.origin());
    }

    /** A value from outside, as far as a message has room for it. */
    static String shown(String value) {
        return value.length() <= 100 ? value : value.substring(0, 100) + "...";
    }

    void unless(boolean holds, Supplier<String> problem) {
        if (!holds) {
            throw because(problem.get());
        }
    }

    InvalidConfigurationException because(String problem) {
        return new InvalidConfigurationException(path(), place.isEmpty() ? problem : place + ": " + problem);
    }

    /** Where the construct will stand in the tree. */
    String path() {
        return InvalidConfigurationException.pathOf(scope, id);
    }
}
