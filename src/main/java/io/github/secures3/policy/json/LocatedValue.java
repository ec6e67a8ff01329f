package io.github.secures3.policy.json;

import java.util.List;

/** A JSON value that knows where it stands. */
sealed interface LocatedValue {

    Position at();

    /** The value in a few words, for messages. */
    String shown();

    /** An object; no two members share a name. */
    record ObjectValue(Position at, List<Member> members) implements LocatedValue {

        @Override
        public String shown() {
            return "an object";
        }
    }

    /** An array. */
    record ArrayValue(Position at, List<LocatedValue> elements) implements LocatedValue {

        @Override
        public String shown() {
            return "an array";
        }
    }

    /** A string, a number as it was written, {@code true}, {@code false} or {@code null}. */
    record Scalar(Position at, Kind kind, String text) implements LocatedValue {

        enum Kind {
            STRING,
            NUMBER,
            BOOLEAN,
            NULL
        }

        boolean isString() {
            return kind == Kind.STRING;
        }

        @Override
        public String shown() {
            return switch (kind) {
                case STRING -> "the string " + Shown.quoted(text);
                case NUMBER -> "the number " + Shown.shortened(text);
                case BOOLEAN -> "the boolean " + text;
                case NULL -> "null";
            };
        }
    }

    /** A name and its value; the place is that of the name. */
    record Member(Position at, String name, LocatedValue value) {}
}
