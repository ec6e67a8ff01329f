package io.github.secures3.analysis.model;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a template says about one property: a known value, an unknown one, or nothing.
 *
 * <p>There is no way to read the value without saying what happens where it is unknown: {@link #isSurely} and {@link #known} leave unknown
 * values out, {@link #mayBe} takes them in.
 *
 * @param <T> the type of the value
 * @since 0.1
 */
public sealed interface Value<T> {

    /**
     * A value that the template fixes.
     *
     * @param <T> the type of the value
     * @param value the value
     * @param at where it stands
     */
    record Known<T>(T value, Location at) implements Value<T> {

        /** Checks that nothing is missing. */
        public Known {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * A value that only a deployment decides, or that makes no sense where it stands.
     *
     * @param <T> the type of the value
     * @param text the value as text, with a marker of {@link io.github.secures3.policy.UnresolvedToken} for each unknown part; equal
     *     texts are equal values
     * @param reason what the value depends on, in words
     * @param at where it stands
     */
    record Unknown<T>(String text, String reason, Location at) implements Value<T> {

        /** Checks that nothing is missing. */
        public Unknown {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(at, "at");
        }

        /** The same unknown as a value of another type. */
        public <S> Unknown<S> as() {
            return new Unknown<>(text, reason, at);
        }
    }

    /**
     * A property that the template leaves out, so that the service's default holds.
     *
     * @param <T> the type of the value
     */
    record Absent<T>() implements Value<T> {}

    /** A property that is left out. */
    static <T> Value<T> absent() {
        return new Absent<>();
    }

    /** The value where it is known; empty where it is unknown or absent. */
    default Optional<T> known() {
        return this instanceof Known<T> known ? Optional.of(known.value()) : Optional.empty();
    }

    /** Why the value is unknown; empty where it is known or absent. */
    default Optional<String> whyUnknown() {
        return this instanceof Unknown<T> unknown ? Optional.of(unknown.reason()) : Optional.empty();
    }

    /** What a part of the value is: unknown where the value is, absent where the value is. */
    default <S> Value<S> part(Function<? super T, Value<S>> part) {
        if (this instanceof Known<T> known) {
            return part.apply(known.value());
        }
        return this instanceof Unknown<T> unknown ? unknown.as() : absent();
    }

    /** The value as text, markers for unknown parts included; empty where it is absent. */
    default Optional<String> asText() {
        if (this instanceof Known<T> known) {
            return Optional.of(String.valueOf(known.value()));
        }
        return this instanceof Unknown<T> unknown ? Optional.of(unknown.text()) : Optional.empty();
    }

    /** Where the value stands; empty where it is absent. */
    default Optional<Location> place() {
        if (this instanceof Known<T> known) {
            return Optional.of(known.at());
        }
        return this instanceof Unknown<T> unknown ? Optional.of(unknown.at()) : Optional.empty();
    }

    /** Whether the value is known and fits; false where it is unknown or absent. */
    default boolean isSurely(Predicate<? super T> test) {
        return known().filter(test).isPresent();
    }

    /** Whether the value is unknown, or known and fits; false where it is absent. */
    default boolean mayBe(Predicate<? super T> test) {
        return isUnknown() || isSurely(test);
    }

    /** Whether only a deployment decides the value. */
    default boolean isUnknown() {
        return this instanceof Unknown<T>;
    }

    /** Whether the template leaves the property out. */
    default boolean isAbsent() {
        return this instanceof Absent<T>;
    }
}
