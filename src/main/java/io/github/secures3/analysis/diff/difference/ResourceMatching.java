package io.github.secures3.analysis.diff.difference;

import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds out which resources are which: by logical id, else by name, else by likeness. */
final class ResourceMatching {

    /** The part of all properties that two resources must have in common. */
    private static final double ENOUGH = 0.5;
    /** Of more open resources of one type in one stack only those with equal properties are matched. */
    private static final int FEW = 40;

    private record Candidate(Resource base, Resource head, double likeness) {

        String pair() {
            return base.element().id() + " " + head.element().id();
        }
    }

    private final Estate base;
    private final Estate head;
    private final Map<String, String> stacks;
    private final Map<String, Resource> matched = new HashMap<>();
    private final Set<String> taken = new LinkedHashSet<>();

    private ResourceMatching(Estate base, Estate head, Map<String, String> stacks) {
        this.base = base;
        this.head = head;
        this.stacks = stacks;
    }

    static List<Pair<Resource>> of(Estate base, Estate head, Map<String, String> stacks) {
        ResourceMatching matching = new ResourceMatching(base, head, stacks);
        matching.byLogicalId();
        matching.byUniqueKey(ResourceMatching::physicalName, ResourceMatching::physicalName);
        matching.byUniqueKey(
                older -> constructPath(older, stacks.get(older.element().stack())),
                newer -> constructPath(newer, newer.element().stack()));
        matching.byUniqueKey(ResourceMatching::contents, ResourceMatching::contents);
        matching.byLikeness();
        List<Pair<Resource>> pairs = new ArrayList<>();
        for (Resource resource : base.resources()) {
            Resource other = matching.matched.get(resource.element().id());
            if (other != null) {
                pairs.add(new Pair<>(resource, other));
            }
        }
        return pairs;
    }

    private void match(Resource older, Resource newer) {
        matched.put(older.element().id(), newer);
        taken.add(newer.element().id());
    }

    private List<Resource> openInBase() {
        return base.resources().stream()
                .filter(resource -> !matched.containsKey(resource.element().id()))
                .toList();
    }

    private List<Resource> openInHead() {
        return head.resources().stream()
                .filter(resource -> !taken.contains(resource.element().id()))
                .toList();
    }

    private void byLogicalId() {
        Map<String, Resource> newer = new HashMap<>();
        head.resources().forEach(resource -> newer.put(resource.element().id(), resource));
        for (Resource resource : base.resources()) {
            Element element = resource.element();
            String stack = stacks.get(element.stack());
            Resource other = stack == null ? null : newer.get(stack + "/" + element.logicalId());
            if (other != null && other.element().type().equals(element.type())) {
                match(resource, other);
            }
        }
    }

    /** Matches those that have a key which no other open resource of their version has. */
    private void byUniqueKey(
            Function<Resource, Optional<String>> ofOlder, Function<Resource, Optional<String>> ofNewer) {
        Map<String, List<Resource>> older = byKey(openInBase(), ofOlder);
        Map<String, List<Resource>> newer = byKey(openInHead(), ofNewer);
        older.forEach((text, bases) -> {
            List<Resource> heads = newer.getOrDefault(text, List.of());
            if (bases.size() == 1 && heads.size() == 1) {
                match(bases.get(0), heads.get(0));
            }
        });
    }

    private static Map<String, List<Resource>> byKey(
            List<Resource> resources, Function<Resource, Optional<String>> key) {
        Map<String, List<Resource>> byKey = new LinkedHashMap<>();
        for (Resource resource : resources) {
            key.apply(resource)
                    .ifPresent(text -> byKey.computeIfAbsent(
                                    resource.element().type() + " " + text, each -> new ArrayList<>())
                            .add(resource));
        }
        return byKey;
    }

    private static Optional<String> physicalName(Resource resource) {
        return PhysicalName.of(resource).known();
    }

    /** The construct path below its stack, with the id of the newer version's stack before it. */
    private static Optional<String> constructPath(Resource resource, @Nullable String stack) {
        String path = resource.element().constructPath();
        int slash = path == null ? -1 : path.indexOf('/');
        return path == null || slash < 0 || stack == null
                ? Optional.empty()
                : Optional.of(stack + path.substring(slash));
    }

    private static Optional<String> contents(Resource resource) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(resource.element().properties())
                .forEach((name, value) -> text.append(name)
                        .append('=')
                        .append(value.asText().orElse(""))
                        .append('\n'));
        return Optional.of(text.toString());
    }

    private void byLikeness() {
        Map<String, List<Resource>> newer =
                byKey(openInHead(), resource -> Optional.of(resource.element().stack()));
        List<Candidate> candidates = new ArrayList<>();
        byKey(
                        openInBase(),
                        resource -> Optional.ofNullable(
                                stacks.get(resource.element().stack())))
                .forEach((key, bases) -> {
                    List<Resource> heads = newer.getOrDefault(key, List.of());
                    if (bases.size() <= FEW && heads.size() <= FEW) {
                        bases.forEach(older ->
                                heads.forEach(next -> candidate(older, next).ifPresent(candidates::add)));
                    }
                });
        candidates.sort(Comparator.comparingDouble(Candidate::likeness)
                .reversed()
                .thenComparing(candidate -> candidate.base().element().id())
                .thenComparing(candidate -> candidate.head().element().id()));
        Map<String, List<Candidate>> rivals = new HashMap<>();
        for (Candidate candidate : candidates) {
            rivals.computeIfAbsent("base " + candidate.base().element().id(), each -> new ArrayList<>())
                    .add(candidate);
            rivals.computeIfAbsent("head " + candidate.head().element().id(), each -> new ArrayList<>())
                    .add(candidate);
        }
        for (Candidate candidate : candidates) {
            boolean clear = isOpen(candidate)
                    && !isContested(
                            candidate,
                            rivals.getOrDefault(
                                    "base " + candidate.base().element().id(), List.of()))
                    && !isContested(
                            candidate,
                            rivals.getOrDefault(
                                    "head " + candidate.head().element().id(), List.of()));
            if (clear) {
                match(candidate.base(), candidate.head());
            }
        }
    }

    private boolean isOpen(Candidate candidate) {
        return !matched.containsKey(candidate.base().element().id())
                && !taken.contains(candidate.head().element().id());
    }

    /** Whether another open candidate is as much alike, so that it cannot be told which one it is. */
    private boolean isContested(Candidate candidate, List<Candidate> rivals) {
        return rivals.stream()
                .anyMatch(other -> !other.pair().equals(candidate.pair())
                        && other.likeness() == candidate.likeness()
                        && isOpen(other));
    }

    private static Optional<Candidate> candidate(Resource older, Resource newer) {
        double likeness = likeness(older, newer);
        return likeness >= ENOUGH ? Optional.of(new Candidate(older, newer, likeness)) : Optional.empty();
    }

    private static double likeness(Resource older, Resource newer) {
        Set<String> names = new LinkedHashSet<>(older.element().properties().keySet());
        names.addAll(newer.element().properties().keySet());
        long same = names.stream()
                .filter(name -> older.element()
                        .property(name)
                        .asText()
                        .equals(newer.element().property(name).asText()))
                .count();
        return names.isEmpty() ? 0 : (double) same / names.size();
    }
}
