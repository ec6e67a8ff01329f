package io.github.secures3.analysis.prove.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What makes an example easy to read: few keys, usual callers, usual values. */
final class Wishes {

    private static final int BEST = 5;
    /** Keys that every ordinary request has. */
    private static final Set<String> ORDINARY = Set.of("aws:sourceip", "s3:tlsversion");

    private Wishes() {}

    /** What to fulfil if possible, the most important first; each is a list of which the first that can be had is wanted. */
    static List<List<Integer>> of(Vocabulary vocabulary) {
        List<List<Integer>> wishes = new ArrayList<>();
        for (Attribute attribute : vocabulary.keys().values()) {
            if (attribute.present() != Circuit.TRUE && !ORDINARY.contains(attribute.name())) {
                wishes.add(List.of(Circuit.not(attribute.present())));
            }
        }
        SymbolicPrincipal who = vocabulary.principal();
        wishes.add(List.of(Circuit.not(who.facts().root().may())));
        wishes.add(List.of(Circuit.not(who.facts().federatedUser().may())));
        wishes.add(List.of(Circuit.not(who.isService().may())));
        List<Attribute> choices = new ArrayList<>(vocabulary.keys().values());
        choices.add(vocabulary.action());
        for (Attribute attribute : choices) {
            if (attribute instanceof ChoiceAttribute choice) {
                wishes.add(best(choice));
            }
        }
        return wishes;
    }

    private static List<Integer> best(ChoiceAttribute choice) {
        List<Integer> values = new ArrayList<>(choice.choices().values());
        // Callers rarely come through a service; every other list begins with what is usual.
        return choice.name().equals("aws:viaawsservice")
                ? List.of(values.get(values.size() - 1))
                : values.subList(0, Math.min(BEST, values.size()));
    }
}
