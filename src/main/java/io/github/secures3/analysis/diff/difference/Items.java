package io.github.secures3.analysis.diff.difference;

import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A protection, or a way of access, that is a set of items: what an item is called, and what it means that one is gone or new.
 *
 * @param <T> the type of the items
 * @since 0.1
 */
public final class Items<T> {

    private final Fact fact;
    private final String name;
    private final Function<? super T, String> text;
    private final String fix;
    private final Direction whenGone;

    private Items(Fact fact, String name, Function<? super T, String> text, String fix, Direction whenGone) {
        this.fact = fact;
        this.name = name;
        this.text = text;
        this.fix = fix;
        this.whenGone = whenGone;
    }

    /**
     * Items that protect: what is gone weakens, what is new strengthens.
     *
     * @param fact what a change of them is
     * @param name what one of them is called
     * @param text what tells one from another, and is shown
     * @param fix what to do about a weakening
     */
    public static <T> Items<T> ofProtection(Fact fact, String name, Function<? super T, String> text, String fix) {
        return new Items<>(fact, name, text, fix, Direction.WEAKENED);
    }

    /**
     * Items that open something: what is new weakens, what is gone strengthens.
     *
     * @param fact what a change of them is
     * @param name what one of them is called
     * @param text what tells one from another, and is shown
     * @param fix what to do about a weakening
     */
    public static <T> Items<T> ofAccess(Fact fact, String name, Function<? super T, String> text, String fix) {
        return new Items<>(fact, name, text, fix, Direction.STRENGTHENED);
    }

    /** The changes between two sets; their order does not matter. */
    public List<Change> compare(Pair<?> pair, Value<List<T>> base, Value<List<T>> head) {
        Location older = base.place().orElse(pair.base().element().at());
        Location newer = head.place().orElse(pair.head().element().at());
        if (base.isUnknown() || head.isUnknown()) {
            if (base.asText().equals(head.asText())) {
                return List.of();
            }
            Value<List<T>> unknown = head.isUnknown() ? head : base;
            String reason = unknown.whyUnknown().orElse("");
            return List.of(fact.changed(
                    pair, older, newer, Direction.UNDECIDED, "each " + name + " may be another: " + reason, fix));
        }
        Set<String> before = texts(base);
        Set<String> after = texts(head);
        List<Change> changes = new ArrayList<>();
        for (String item : before) {
            if (!after.contains(item)) {
                changes.add(fact.changed(pair, older, newer, whenGone, "the " + name + " " + item + " is gone", fix));
            }
        }
        for (String item : after) {
            if (!before.contains(item)) {
                changes.add(fact.changed(
                        pair, older, newer, whenGone.reversed(), "the " + name + " " + item + " is new", fix));
            }
        }
        return changes;
    }

    private Set<String> texts(Value<List<T>> items) {
        Set<String> texts = new LinkedHashSet<>();
        items.known().ifPresent(list -> list.forEach(item -> texts.add(text.apply(item))));
        return texts;
    }
}
