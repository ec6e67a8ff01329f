package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.template.InputFile.Entry;
import io.github.secures3.analysis.template.TemplateException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The members of an object in a file of invariants, and what to say where they are not as they should be. */
final class Members {

    /** More entries in one list make no sense, and would make every question large. */
    static final int MOST_ENTRIES = 100;

    /** Longer than any ARN, key or sentence. */
    private static final int LONGEST_TEXT = 2_048;

    private final Entry entry;
    private final String what;
    private final Map<String, Entry> members;

    private Members(Entry entry, String what, Map<String, Entry> members) {
        this.entry = entry;
        this.what = what;
        this.members = members;
    }

    /**
     * The members of an object.
     *
     * @param what it is, with its article
     * @throws TemplateException if it is no object
     */
    static Members of(Entry entry, String what) {
        return new Members(
                entry,
                what,
                entry.members().orElseThrow(() -> entry.problem(what + " is an object, not " + entry.shown())));
    }

    /** Checks that it has these members alone. */
    Members allowing(List<String> names) {
        members.forEach((name, member) -> {
            if (!names.contains(name)) {
                throw member.problem(what + " has no member '" + name + "'; allowed are " + String.join(", ", names));
            }
        });
        return this;
    }

    /** All of them. */
    Map<String, Entry> all() {
        return members;
    }

    /** The member of this name; empty where it is left out or nothing. */
    Optional<Entry> find(String name) {
        return Optional.ofNullable(members.get(name)).filter(member -> !member.isNothing());
    }

    /** The member of this name. */
    Entry get(String name, String meaning) {
        return find(name).orElseThrow(() -> entry.problem(what + " has no '" + name + "'; give " + meaning));
    }

    /** The text of a value. */
    static String text(Entry value, String meaning) {
        String text = value.text()
                .orElseThrow(() -> value.problem("a text is wanted here, not " + value.shown() + "; give " + meaning));
        if (text.length() > LONGEST_TEXT) {
            throw value.problem("the text has " + text.length() + " characters; at most " + LONGEST_TEXT + " are read");
        }
        if (text.isBlank()) {
            throw value.problem("the text is empty; give " + meaning);
        }
        return text;
    }

    /** The entries of a list, or the one value that stands in its place. */
    static List<Entry> each(Entry value) {
        List<Entry> entries = value.items().orElse(List.of(value));
        if (entries.isEmpty()) {
            throw value.problem("the list is empty; name something, or leave it out");
        }
        if (entries.size() > MOST_ENTRIES) {
            throw value.problem("the list has " + entries.size() + " entries; at most " + MOST_ENTRIES
                    + " are read, so use wildcards or state several invariants");
        }
        return entries;
    }

    /**
     * A list that may be turned around, by {@code not}.
     *
     * @param negated whether all but the entries are meant
     * @param entries the entries
     */
    record Selection(boolean negated, List<Entry> entries) {

        /** Reads one value, a list of values, or an object with either under {@code not}. */
        static Selection read(Entry value, String what) {
            if (value.members().isEmpty()) {
                return new Selection(false, each(value));
            }
            Entry but = Members.of(value, what).allowing(List.of("not")).get("not", "those that are not meant");
            return new Selection(true, each(but));
        }
    }
}
