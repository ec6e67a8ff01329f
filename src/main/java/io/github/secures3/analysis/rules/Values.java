package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.analysis.model.Value;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** What can be said about values that may be unknown. */
final class Values {

    private Values() {}

    /** Whether the value fits; a value that is left out does not. */
    static <T> Truth fits(Value<T> value, Predicate<? super T> test) {
        return value.whyUnknown().map(Truth::unknown).orElseGet(() -> Truth.of(value.isSurely(test)));
    }

    /** Whether the value is stated; an unknown one may be left out. */
    static Truth isStated(Value<?> value) {
        return fits(value, known -> true);
    }

    /** Whether the flag is on. */
    static Truth isOn(Value<Boolean> flag) {
        return fits(flag, on -> on);
    }

    /** Whether something of a list fits; a list that is left out holds nothing. */
    static <T> Truth any(Value<List<T>> list, Function<? super T, Truth> test) {
        Truth any = list.whyUnknown().map(Truth::unknown).orElse(Truth.FALSE);
        for (T each : list.known().orElse(List.of())) {
            any = any.or(test.apply(each));
        }
        return any;
    }
}
