package io.github.secures3.analysis.diff.protection;

import io.github.secures3.analysis.model.LifecycleRule;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.Tag;
import io.github.secures3.analysis.model.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the enabled lifecycle rules of a bucket do to some objects: the least number that any of them states.
 *
 * @param objects which objects, in words
 * @param rules the rules about exactly these
 */
record LifecycleScope(String objects, List<LifecycleRule> rules) {

    LifecycleScope {
        rules = List.copyOf(rules);
    }

    /** The enabled rules of a bucket by the objects that they are about. */
    static Map<String, LifecycleScope> of(List<LifecycleRule> rules) {
        Map<String, LifecycleScope> scopes = new LinkedHashMap<>();
        for (LifecycleRule rule : rules) {
            if (!rule.status().isSurely("Disabled"::equals)) {
                LifecycleScope own = new LifecycleScope(words(rule), List.of(rule));
                scopes.merge(own.objects(), own, LifecycleScope::and);
            }
        }
        return scopes;
    }

    private LifecycleScope and(LifecycleScope other) {
        return new LifecycleScope(
                objects,
                java.util.stream.Stream.concat(rules.stream(), other.rules.stream())
                        .toList());
    }

    private static String words(LifecycleRule rule) {
        StringBuilder text = new StringBuilder("objects");
        rule.prefix()
                .asText()
                .filter(prefix -> !prefix.isEmpty())
                .ifPresent(prefix -> text.append(" under ").append(prefix));
        TreeSet<String> tags = new TreeSet<>();
        Value<List<Tag>> stated = rule.tags();
        stated.known()
                .ifPresent(
                        list -> list.forEach(tag -> tags.add(tag.key().asText().orElse("") + "="
                                + tag.value().asText().orElse(""))));
        if (stated.isUnknown()) {
            tags.add(stated.asText().orElse(""));
        }
        if (!tags.isEmpty()) {
            text.append(" tagged ").append(String.join(", ", tags));
        }
        rule.objectSizeGreaterThan()
                .asText()
                .ifPresent(size -> text.append(" above ").append(size).append(" bytes"));
        rule.objectSizeLessThan()
                .asText()
                .ifPresent(size -> text.append(" below ").append(size).append(" bytes"));
        return text.length() == "objects".length() ? "all objects" : text.toString();
    }

    /** The least number that a rule states; unknown where one of them is, absent where none states it. */
    Value<BigDecimal> least(Function<LifecycleRule, Value<BigDecimal>> property) {
        Optional<Value<BigDecimal>> unknown = rules.stream()
                .map(rule -> certain(rule, property.apply(rule)))
                .filter(Value::isUnknown)
                .findFirst();
        if (unknown.isPresent()) {
            return unknown.get();
        }
        Value<BigDecimal> least = Value.absent();
        for (LifecycleRule rule : rules) {
            Value<BigDecimal> value = property.apply(rule);
            BigDecimal lowest = least.known().orElse(null);
            if (value.isSurely(number -> lowest == null || number.compareTo(lowest) < 0)) {
                least = value;
            }
        }
        return least;
    }

    /** A number of a rule that may be disabled is as unknown as whether the rule is. */
    private static Value<BigDecimal> certain(LifecycleRule rule, Value<BigDecimal> value) {
        return rule.status() instanceof Value.Unknown<String> unknown && !value.isAbsent() ? unknown.as() : value;
    }

    /** The earliest date on which a rule lets current versions expire. */
    Value<String> date() {
        Value<String> earliest = Value.absent();
        for (LifecycleRule rule : rules) {
            Value<String> date = rule.expirationDate();
            if (date.isUnknown()) {
                return date;
            }
            String first = earliest.known().orElse(null);
            if (date.isSurely(text -> first == null || text.compareTo(first) < 0)) {
                earliest = date;
            }
        }
        return earliest;
    }

    Optional<Location> place() {
        return rules.stream().flatMap(rule -> rule.status().place().stream()).findFirst();
    }
}
