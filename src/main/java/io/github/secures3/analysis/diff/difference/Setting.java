package io.github.secures3.analysis.diff.difference;

import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A protection that is one value: what its values are called, and which of two protects more.
 *
 * @param <T> the type of its values
 * @since 0.1
 */
public final class Setting<T> {

    private final Fact fact;
    private final String name;
    private final String fix;
    private final Comparator<? super T> strength;
    private final Function<? super T, String> words;
    private final @Nullable T byDefault;

    private Setting(
            Fact fact,
            String name,
            String fix,
            Comparator<? super T> strength,
            Function<? super T, String> words,
            @Nullable T byDefault) {
        this.fact = fact;
        this.name = name;
        this.fix = fix;
        this.strength = strength;
        this.words = words;
        this.byDefault = byDefault;
    }

    /**
     * A setting.
     *
     * @param fact what a change of it is
     * @param name what it is called in a sentence, such as {@code versioning}
     * @param fix what to do about a weakening
     * @param strength which of two values protects more, the weaker before
     */
    public static <T> Setting<T> of(Fact fact, String name, String fix, Comparator<? super T> strength) {
        return new Setting<>(fact, name, fix, strength, String::valueOf, null);
    }

    /**
     * A setting of which no value protects more than another.
     *
     * @param fact what a change of it is
     * @param name what it is called in a sentence
     * @param fix what to do about it where it goes or cannot be told
     */
    public static <T> Setting<T> indifferent(Fact fact, String name, String fix) {
        return new Setting<>(fact, name, fix, Comparator.comparing(value -> 0), String::valueOf, null);
    }

    /** The same where a value that is left out is this one. */
    public Setting<T> byDefault(T value) {
        return new Setting<>(fact, name, fix, strength, words, Objects.requireNonNull(value, "value"));
    }

    /** The same with these words for its values. */
    public Setting<T> inWords(Function<? super T, String> other) {
        return new Setting<>(fact, name, fix, strength, other, byDefault);
    }

    /** The change between two values; empty where they are the same. */
    public Optional<Change> compare(Pair<?> pair, Value<T> base, Value<T> head) {
        if (base.asText().equals(head.asText())) {
            return Optional.empty();
        }
        Direction direction = Direction.UNDECIDED;
        if (!base.isUnknown() && !head.isUnknown()) {
            T older = base.known().orElse(byDefault);
            T newer = head.known().orElse(byDefault);
            if (Objects.equals(older, newer)) {
                return Optional.empty();
            }
            direction = direction(older, newer);
        }
        return Optional.of(fact.changed(
                pair,
                base.place().orElse(pair.base().element().at()),
                head.place().orElse(pair.head().element().at()),
                direction,
                name + " was " + text(base) + " and is " + text(head)
                        + (base.isUnknown() && head.isUnknown() ? ", and what decides it has changed" : ""),
                fix));
    }

    /** What a resource that only the newer version has says, where that protects less than leaving it out, or cannot be told. */
    public Optional<Change> added(Resource resource, Value<T> value) {
        return alone(value)
                .map(direction -> fact.added(
                        resource,
                        value.place().orElse(resource.element().at()),
                        direction,
                        "it is new, and " + name + " is " + text(value),
                        fix));
    }

    /** What a resource that only the older version has says, where that protects less than leaving it out, or cannot be told. */
    public Optional<Change> removed(Resource resource, Value<T> value) {
        return alone(value)
                .map(direction -> fact.removed(
                        resource,
                        value.place().orElse(resource.element().at()),
                        direction.reversed(),
                        "it is gone, and " + name + " was " + text(value),
                        fix));
    }

    private Optional<Direction> alone(Value<T> value) {
        if (value.isUnknown()) {
            return Optional.of(Direction.UNDECIDED);
        }
        return value.known()
                .map(stated -> Objects.equals(stated, byDefault) ? Direction.NEUTRAL : direction(byDefault, stated))
                .filter(direction -> direction == Direction.WEAKENED);
    }

    /** A value that is left out, and has no default, protects least. */
    private Direction direction(@Nullable T older, @Nullable T newer) {
        if (older == null || newer == null) {
            return older == null ? Direction.STRENGTHENED : Direction.WEAKENED;
        }
        int order = strength.compare(older, newer);
        return order == 0 ? Direction.NEUTRAL : order > 0 ? Direction.WEAKENED : Direction.STRENGTHENED;
    }

    private String text(Value<T> value) {
        if (value instanceof Value.Unknown<T> unknown) {
            return "unknown (" + unknown.reason() + ")";
        }
        T stated = value.known().orElse(byDefault);
        String said = stated == null ? "not set" : words.apply(stated);
        return value.isAbsent() && stated != null ? said + " by default" : said;
    }
}
