package io.github.secures3.analysis.diff.difference;

import io.github.secures3.analysis.model.Value;
import java.util.Objects;
import java.util.Optional;

/**
 * A property that protects by being there: gone weakens, new strengthens, and what another value means only its service can tell.
 *
 * @param fact what a change of it is
 * @param property its name
 * @param words what it is called in a sentence
 * @param fix what to do about a weakening
 * @since 0.1
 */
public record Presence(Fact fact, String property, String words, String fix) {

    private static final int LONGEST = 120;

    /** Checks that nothing is missing. */
    public Presence {
        Objects.requireNonNull(fact, "fact");
        Objects.requireNonNull(property, "property");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(fix, "fix");
    }

    /** The change of the property; empty where it is the same. */
    public Optional<Change> compare(Pair<?> pair) {
        if (pair.hasSame(property)) {
            return Optional.empty();
        }
        Value<String> base = pair.base().element().property(property);
        Value<String> head = pair.head().element().property(property);
        Direction direction = Direction.UNDECIDED;
        if (base.isAbsent() || head.isAbsent()) {
            Value<String> stated = head.isAbsent() ? base : head;
            direction = stated.isUnknown()
                    ? Direction.UNDECIDED
                    : head.isAbsent() ? Direction.WEAKENED : Direction.STRENGTHENED;
        }
        return Optional.of(fact.changed(
                pair,
                base.place().orElse(pair.base().element().at()),
                head.place().orElse(pair.head().element().at()),
                direction,
                message(words, base, head),
                fix));
    }

    /** What a property was and is, as far as that fits into a sentence. */
    public static String message(String words, Value<String> base, Value<String> head) {
        String was = text(base);
        String is = text(head);
        return words + (was.equals(is) ? " is another than before" : " was " + was + " and is " + is);
    }

    private static String text(Value<String> value) {
        String text = value.whyUnknown()
                .map(reason -> "unknown (" + reason + ")")
                .orElseGet(() -> value.known().orElse("not set"));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
