package io.github.secures3.analysis.template;

import io.github.secures3.analysis.template.Node.Scalar;
import java.util.List;
import java.util.Map;

/** A value of a template after its functions: known, or unknown with a name of its own. */
sealed interface Resolved {

    Place place();

    /** What an unknown value surely is. */
    enum Shape {
        /** Text. */
        TEXT,
        /** A list. */
        LIST,
        /** That is not known either. */
        ANY
    }

    /** A scalar; unknown parts of its text are markers. */
    record Text(Place place, Scalar.Kind kind, String text) implements Resolved {}

    /** A list without what {@code AWS::NoValue} takes away. */
    record Items(Place place, List<Resolved> items) implements Resolved {}

    /** An object without what {@code AWS::NoValue} takes away. */
    record Members(Place place, Map<String, Resolved> members) implements Resolved {}

    /**
     * A value that cannot be told.
     *
     * @param name what it is, the same for equal values and for them alone
     * @param branches the two values that an undecided {@code Fn::If} chooses from, else none
     */
    record Unknown(Place place, String name, String reason, Shape shape, List<Resolved> branches) implements Resolved {

        Unknown(Place place, String name, String reason, Shape shape) {
            this(place, name, reason, shape, List.of());
        }
    }

    /** What {@code AWS::NoValue} leaves: nothing. */
    record Nothing(Place place) implements Resolved {}

    static Text text(Place place, String text) {
        return new Text(place, Scalar.Kind.STRING, text);
    }
}
