package io.github.secures3.analysis.diff.protection;

import io.github.secures3.analysis.model.LifecycleRule;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.Tag;
import io.github.secures3.analysis.model.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What the enabled lifecycle rules of a bucket do to some objects: the least number that any of them states.
 *
 * @param objects which objects, in words
 * @param rules the rules that are about all of these, and maybe about others
 */
record LifecycleScope(String objects, List<LifecycleRule> rules) {

    /** S3 takes no other time of the day. */
    private static final Pattern MIDNIGHT = Pattern.compile("T00:00(:00(\\.0+)?)?(Z|\\+00:00)?$");

    LifecycleScope {
        rules = List.copyOf(rules);
    }

    /** The enabled rules of a bucket by the objects that they are about, one for each. */
    static Map<String, LifecycleRule> scopes(List<LifecycleRule> rules) {
        Map<String, LifecycleRule> scopes = new LinkedHashMap<>();
        enabled(rules).forEach(rule -> scopes.putIfAbsent(words(rule), rule));
        return scopes;
    }

    /**
     * What the rules of a bucket do to the objects that a rule is about.
     *
     * @param scope the rule, of this version of the bucket or another
     * @param all rules of both versions, some of which may be about fewer of these objects
     * @param rules the rules of this version
     */
    static LifecycleScope of(LifecycleRule scope, Collection<LifecycleRule> all, List<LifecycleRule> rules) {
        boolean narrower = all.stream()
                .anyMatch(rule -> covers(scope, rule) && !words(rule).equals(words(scope)));
        return new LifecycleScope(
                words(scope) + (narrower ? ", apart from narrower rules," : ""),
                enabled(rules).stream().filter(rule -> covers(rule, scope)).toList());
    }

    private static List<LifecycleRule> enabled(List<LifecycleRule> rules) {
        return rules.stream()
                .filter(rule -> !rule.status().isSurely("Disabled"::equals))
                .toList();
    }

    /** Whether a rule is surely about all objects that the other is about. */
    private static boolean covers(LifecycleRule rule, LifecycleRule other) {
        return fits(rule.prefix(), other.prefix(), (prefix, longer) -> longer.startsWith(prefix))
                && tags(other).containsAll(tags(rule))
                && fits(
                        rule.objectSizeGreaterThan(),
                        other.objectSizeGreaterThan(),
                        (least, more) -> least.compareTo(more) <= 0)
                && fits(
                        rule.objectSizeLessThan(),
                        other.objectSizeLessThan(),
                        (most, less) -> most.compareTo(less) >= 0);
    }

    private static <T> boolean fits(Value<T> wide, Value<T> narrow, BiPredicate<T, T> takesIn) {
        boolean known = wide.known().isPresent()
                && narrow.known().isPresent()
                && takesIn.test(wide.known().orElseThrow(), narrow.known().orElseThrow());
        return wide.asText().filter(text -> !text.isEmpty()).isEmpty()
                || wide.asText().equals(narrow.asText())
                || known;
    }

    private static String words(LifecycleRule rule) {
        StringBuilder text = new StringBuilder("objects");
        rule.prefix()
                .asText()
                .filter(prefix -> !prefix.isEmpty())
                .ifPresent(prefix -> text.append(" under ").append(prefix));
        TreeSet<String> tags = tags(rule);
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

    private static TreeSet<String> tags(LifecycleRule rule) {
        TreeSet<String> tags = new TreeSet<>();
        Value<List<Tag>> stated = rule.tags();
        stated.known()
                .ifPresent(
                        list -> list.forEach(tag -> tags.add(tag.key().asText().orElse("") + "="
                                + tag.value().asText().orElse(""))));
        if (stated.isUnknown()) {
            tags.add(stated.asText().orElse(""));
        }
        return tags;
    }

    /**
     * The least number, or the earliest date, that a rule states; absent where none states it. It is unknown where one of them is, and the same unknown
     * value where all that it depends on is the same.
     */
    <T extends Comparable<T>> Value<T> least(Function<LifecycleRule, Value<T>> property) {
        Value<T> least = Value.absent();
        List<Value<T>> unknown = new ArrayList<>();
        for (LifecycleRule rule : rules) {
            Value<T> value = certain(rule, property.apply(rule));
            T lowest = least.known().orElse(null);
            if (value.isUnknown()) {
                unknown.add(value);
            } else if (value.isSurely(other -> lowest == null || other.compareTo(lowest) < 0)) {
                least = value;
            }
        }
        if (unknown.isEmpty()) {
            return least;
        }
        TreeSet<String> texts = new TreeSet<>();
        unknown.forEach(value -> texts.add(value.asText().orElse("")));
        texts.add(least.asText().orElse(""));
        Value<T> first = unknown.get(0);
        return new Value.Unknown<>(
                String.join(",", texts),
                first.whyUnknown().orElse(""),
                first.place().orElseThrow());
    }

    /** What a rule states that may be disabled is as unknown as whether the rule is. */
    private static <T> Value<T> certain(LifecycleRule rule, Value<T> value) {
        return rule.status() instanceof Value.Unknown<String> unknown && !value.isAbsent()
                ? new Value.Unknown<>(unknown.text() + " " + value.asText().orElse(""), unknown.reason(), unknown.at())
                : value;
    }

    /** The earliest date on which a rule lets current versions expire. */
    Value<String> date() {
        return least(rule -> rule.expirationDate()
                .part(date -> new Value.Known<>(
                        MIDNIGHT.matcher(date).replaceFirst(""),
                        rule.expirationDate().place().orElseThrow())));
    }

    /** The numbers of newer noncurrent versions that rules keep whatever their age, zero for a rule that keeps none. */
    TreeSet<BigDecimal> numbersKept() {
        TreeSet<BigDecimal> numbers = new TreeSet<>();
        rules.stream().filter(rule -> !rule.noncurrentDays().isAbsent()).forEach(rule -> numbers.add(kept(rule)));
        return numbers;
    }

    /** Whether all that decides when noncurrent versions go is known. */
    boolean knowsNoncurrent() {
        return rules.stream()
                .filter(rule -> !rule.noncurrentDays().isAbsent())
                .noneMatch(rule -> rule.status().isUnknown()
                        || rule.noncurrentDays().isUnknown()
                        || rule.newerNoncurrentVersions().isUnknown());
    }

    /** When a noncurrent version goes of which there are so many newer ones; absent where none goes. */
    Value<BigDecimal> noncurrentDays(BigDecimal newer) {
        List<LifecycleRule> some =
                rules.stream().filter(rule -> kept(rule).compareTo(newer) <= 0).toList();
        return new LifecycleScope(objects, some).least(LifecycleRule::noncurrentDays);
    }

    private static BigDecimal kept(LifecycleRule rule) {
        return rule.newerNoncurrentVersions().known().orElse(BigDecimal.ZERO).stripTrailingZeros();
    }

    Optional<Location> place() {
        return rules.stream().flatMap(rule -> rule.status().place().stream()).findFirst();
    }
}
