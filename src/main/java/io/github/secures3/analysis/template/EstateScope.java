package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.Assumption;
import io.github.secures3.analysis.model.Gap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The estate while it is read: its stacks, and what is known about all of them. */
final class EstateScope {

    private final ReadOptions options;
    private final SymbolNames names;
    private final Budget budget = new Budget();
    private final List<StackScope> stacks = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final Set<Assumption> assumptions = new LinkedHashSet<>();
    private final Exports exports = new Exports(this);

    EstateScope(ReadOptions options, SymbolNames names) {
        this.options = options;
        this.names = names;
    }

    SymbolNames names() {
        return names;
    }

    ReadOptions options() {
        return options;
    }

    Budget budget() {
        return budget;
    }

    List<StackScope> stacks() {
        return stacks;
    }

    List<Gap> gaps() {
        return gaps;
    }

    Set<Assumption> assumptions() {
        return assumptions;
    }

    Exports exports() {
        return exports;
    }

    void assume(Assumption assumption) {
        assumptions.add(assumption);
    }
}
