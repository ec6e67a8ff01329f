package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.estate.EstateNames;
import io.github.secures3.analysis.template.InputFile.Entry;
import io.github.secures3.policy.Condition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads whom an invariant is about, as conditions on the keys that tell about callers. */
final class WhoReader {

    private final EstateNames names;

    WhoReader(EstateNames names) {
        this.names = names;
    }

    /**
     * Whom an invariant is about.
     *
     * @param ways conditions that callers fulfil one of; no condition means everyone
     * @param words who they are
     */
    record Who(List<List<Condition>> ways, String words) {}

    /** Reads {@code who}; left out, it means everyone. */
    Who read(@Nullable Entry entry) {
        if (entry == null) {
            return new Who(List.of(List.of()), "anybody");
        }
        Members.Selection selection = Members.Selection.read(entry, "'who'");
        List<Caller> callers = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (Entry each : selection.entries()) {
            callers.add(caller(each, selection.negated()));
            words.add(Members.text(each, Caller.CHOICES));
        }
        boolean negated = selection.negated();
        return new Who(Callers.ways(callers, negated), new Callers(words, negated).words());
    }

    private Caller caller(Entry entry, boolean negated) {
        String text = Members.text(entry, Caller.CHOICES);
        Caller caller;
        try {
            caller = Caller.read(text, names);
        } catch (IllegalArgumentException e) {
            throw entry.problem(String.valueOf(e.getMessage()));
        }
        if (negated && caller.kind() == Caller.Kind.EVERYONE) {
            throw entry.problem("'not: " + text + "' leaves nobody; name those who are not meant");
        }
        return caller;
    }
}
