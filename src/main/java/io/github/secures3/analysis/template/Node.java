package io.github.secures3.analysis.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a template as it is written: an immutable tree, in which aliases share subtrees. */
sealed interface Node {

    Place place();

    /** How many values the tree has, those behind aliases counted each time. */
    int size();

    /** How many levels the tree has. */
    int height();

    /** What the value is, for messages. */
    String shown();

    /** A string, a number as it was written, {@code true}, {@code false} or {@code null}. */
    record Scalar(Place place, Kind kind, String text) implements Node {

        enum Kind {
            STRING,
            NUMBER,
            BOOLEAN,
            NULL
        }

        boolean isNull() {
            return kind == Kind.NULL;
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public int height() {
            return 1;
        }

        @Override
        public String shown() {
            if (isNull()) {
                return "null";
            }
            // All of a file may be a secret that somebody's link made us read.
            return place.isRoot() ? "a text" : Shown.quoted(text);
        }
    }

    /** A list. */
    record Listing(Place place, List<Node> items, int size, int height) implements Node {

        @Override
        public String shown() {
            return "a list";
        }
    }

    /** An object, its members in the order of the file. */
    record Mapping(Place place, Map<String, Node> members, int size, int height) implements Node {

        @Nullable
        Node get(String key) {
            return members.get(key);
        }

        @Override
        public String shown() {
            return "an object";
        }
    }
}
