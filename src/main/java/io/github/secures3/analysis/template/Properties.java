package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.Tag;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.UnresolvedToken;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The members of a resolved object as typed values; those of an unknown object are unknown, those of a missing one absent. */
final class Properties {

    private static final int LONGEST_NUMBER = 40;
    /** Written out, a number beyond 1e300 would be longer than anything CloudFormation counts. */
    private static final int MOST_DIGITS = 300;

    private final Resolved object;

    Properties(Resolved object) {
        this.object = object;
    }

    /** The member as it was resolved. */
    Resolved get(String name) {
        if (object instanceof Resolved.Members members) {
            Resolved member = members.members().get(name);
            return member == null ? new Resolved.Nothing(object.place()) : member;
        }
        return object instanceof Resolved.Text || object instanceof Resolved.Items
                ? invalid(object, "an object")
                : object;
    }

    /** The members of a member. */
    Properties child(String name) {
        return new Properties(get(name));
    }

    /** The first entry of a list member, for lists that hold one entry at most. */
    Properties first(String name) {
        Resolved member = get(name);
        if (member instanceof Resolved.Items items) {
            return new Properties(
                    items.items().isEmpty()
                            ? new Resolved.Nothing(items.place())
                            : items.items().get(0));
        }
        boolean single = member instanceof Resolved.Text || member instanceof Resolved.Members;
        return new Properties(single ? invalid(member, "a list") : member);
    }

    Value<String> text(String name) {
        return text(get(name));
    }

    static Value<String> text(Resolved value) {
        if (value instanceof Resolved.Text text) {
            return UnresolvedToken.isIn(text.text())
                    ? new Value.Unknown<>(
                            text.text(),
                            Markers.reason(text.text()),
                            text.place().location())
                    : new Value.Known<>(text.text(), text.place().location());
        }
        return opaque(value, "a text");
    }

    /** The member as a text to compare, whatever it is. */
    Value<String> fingerprint(String name) {
        Resolved value = get(name);
        return value instanceof Resolved.Nothing
                ? Value.absent()
                : text(Resolved.text(value.place(), Fingerprint.of(value)));
    }

    Value<Boolean> flag(String name) {
        Value<String> text = text(name);
        if (text.isSurely(known -> known.equals("true") || known.equals("false"))) {
            return new Value.Known<>(
                    text.isSurely("true"::equals), get(name).place().location());
        }
        return text instanceof Value.Unknown<String> unknown ? unknown.as() : opaque(get(name), "true or false");
    }

    Value<BigDecimal> number(String name) {
        Value<String> text = text(name);
        if (text instanceof Value.Unknown<String> unknown) {
            return unknown.as();
        }
        if (text instanceof Value.Known<String> known && known.value().length() <= LONGEST_NUMBER) {
            try {
                BigDecimal number = new BigDecimal(known.value());
                if (Math.abs((long) number.precision() - number.scale()) <= MOST_DIGITS) {
                    return new Value.Known<>(number, known.at());
                }
            } catch (NumberFormatException notANumber) {
                return opaque(get(name), "a number");
            }
        }
        return opaque(get(name), "a number");
    }

    /** What a value is that is not of the expected kind. */
    static <T> Value<T> opaque(Resolved value, String expected) {
        if (value instanceof Resolved.Nothing) {
            return Value.absent();
        }
        if (value instanceof Resolved.Unknown unknown) {
            return new Value.Unknown<>(
                    UnresolvedToken.of(unknown.name()),
                    unknown.reason(),
                    unknown.place().location());
        }
        return opaque(invalid(value, expected), expected);
    }

    /** An unknown value in the place of one that makes no sense there. */
    private static Resolved.Unknown invalid(Resolved value, String expected) {
        Place place = value.place();
        String shown = value instanceof Resolved.Text text
                ? Shown.quoted(text.text())
                : value instanceof Resolved.Items ? "a list" : "an object";
        return new Resolved.Unknown(
                place,
                Names.derived("Invalid", Fingerprint.of(value)),
                shown + " stands where " + expected + " belongs",
                Resolved.Shape.ANY);
    }

    <T> Value<T> object(String name, Function<Properties, T> read) {
        Resolved value = get(name);
        return value instanceof Resolved.Members
                ? new Value.Known<>(
                        read.apply(new Properties(value)), value.place().location())
                : opaque(value, "an object");
    }

    /** A list of objects; unknown as a whole where it cannot be told which objects are in it. */
    <T> Value<List<T>> list(String name, Function<Properties, T> read) {
        Resolved value = get(name);
        if (!(value instanceof Resolved.Items items)) {
            return opaque(value, "a list");
        }
        List<T> all = new ArrayList<>();
        for (Resolved item : items.items()) {
            if (!(item instanceof Resolved.Members)) {
                return opaque(item, "an object");
            }
            all.add(read.apply(new Properties(item)));
        }
        return new Value.Known<>(List.copyOf(all), items.place().location());
    }

    /** A list of texts, each of which may be unknown in parts; one text stands for a list of one. */
    Value<List<Value<String>>> texts(String name) {
        Resolved value = get(name);
        if (value instanceof Resolved.Text) {
            return new Value.Known<>(List.of(text(value)), value.place().location());
        }
        if (!(value instanceof Resolved.Items items)) {
            return opaque(value, "a list of texts");
        }
        List<Value<String>> all = new ArrayList<>();
        for (Resolved item : items.items()) {
            boolean one = item instanceof Resolved.Text
                    || (item instanceof Resolved.Unknown unknown && unknown.shape() == Resolved.Shape.TEXT);
            if (!one) {
                return opaque(item, "a text");
            }
            all.add(text(item));
        }
        return new Value.Known<>(List.copyOf(all), items.place().location());
    }

    Value<List<Tag>> tags(String name) {
        return list(name, tag -> new Tag(tag.text("Key"), tag.text("Value")));
    }
}
