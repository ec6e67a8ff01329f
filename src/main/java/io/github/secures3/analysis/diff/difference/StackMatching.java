package io.github.secures3.analysis.diff.difference;

import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Stack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds out which stacks are which: by id, else by what is in them. */
final class StackMatching {

    /** The part of all resources that two stacks must have in common. */
    private static final double ENOUGH = 0.5;

    private record Candidate(Stack base, Stack head, double likeness) {}

    private final Map<String, String> matched = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Set<String>> baseContents;
    private final Map<String, Set<String>> headContents;

    private StackMatching(Estate base, Estate head) {
        this.baseContents = contents(base);
        this.headContents = contents(head);
    }

    /** For ids of the older stacks those of the newer. */
    static Map<String, String> of(Estate base, Estate head) {
        StackMatching matching = new StackMatching(base, head);
        for (Stack stack : base.stacks()) {
            if (head.stack(stack.id()).isPresent()) {
                matching.match(stack.id(), stack.id());
            }
        }
        int level = 0;
        while (matching.likeness(base.stacks(), head.stacks(), level)) {
            level++;
        }
        return matching.matched;
    }

    private void match(String base, String head) {
        matched.put(base, head);
        taken.add(head);
    }

    /** Matches the stacks of one level of nesting; false where there is none as deep. */
    private boolean likeness(List<Stack> bases, List<Stack> heads, int level) {
        List<Stack> olderAtLevel = atLevel(bases, level);
        List<Stack> older = olderAtLevel.stream()
                .filter(stack -> !matched.containsKey(stack.id()))
                .toList();
        List<Stack> newer = atLevel(heads, level).stream()
                .filter(stack -> !taken.contains(stack.id()))
                .toList();
        if (level == 0 && older.size() == 1 && newer.size() == 1 && olderAtLevel.size() == 1) {
            // One template against one other: whoever compares them means the same stack.
            match(older.get(0).id(), newer.get(0).id());
            return true;
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Stack base : older) {
            for (Stack head : newer) {
                double likeness = sameParent(base, head) ? likeness(base, head) : 0;
                if (likeness >= ENOUGH) {
                    candidates.add(new Candidate(base, head, likeness));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::likeness)
                .reversed()
                .thenComparing(candidate -> candidate.base().id())
                .thenComparing(candidate -> candidate.head().id()));
        for (Candidate candidate : candidates) {
            boolean free = !matched.containsKey(candidate.base().id())
                    && !taken.contains(candidate.head().id());
            if (free) {
                match(candidate.base().id(), candidate.head().id());
            }
        }
        return !olderAtLevel.isEmpty();
    }

    private boolean sameParent(Stack base, Stack head) {
        String older = base.parent() == null ? "" : matched.getOrDefault(base.parent(), "?");
        return Objects.equals(older, head.parent() == null ? "" : head.parent());
    }

    private double likeness(Stack base, Stack head) {
        Set<String> older = baseContents.getOrDefault(base.id(), Set.of());
        Set<String> newer = headContents.getOrDefault(head.id(), Set.of());
        Set<String> both = new HashSet<>(older);
        both.retainAll(newer);
        int all = older.size() + newer.size() - both.size();
        return all == 0 ? 0 : (double) both.size() / all;
    }

    private static List<Stack> atLevel(List<Stack> stacks, int level) {
        return stacks.stream()
                .filter(stack -> stack.id().chars().filter(c -> c == '/').count() == level)
                .toList();
    }

    private static Map<String, Set<String>> contents(Estate estate) {
        Map<String, Set<String>> contents = new HashMap<>();
        for (Resource resource : estate.resources()) {
            contents.computeIfAbsent(resource.element().stack(), stack -> new HashSet<>())
                    .add(resource.element().logicalId() + " "
                            + resource.element().type());
        }
        return contents;
    }
}
