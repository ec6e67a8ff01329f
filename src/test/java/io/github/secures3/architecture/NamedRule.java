package io.github.secures3.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;

/** A rule and the name of the constant that holds it, so that no rule is written and then forgotten. */
record NamedRule(String name, ArchRule rule) {

    static Stream<NamedRule> all() {
        return Stream.of(ImportRules.class, CodingRules.class)
                .flatMap(rules -> Arrays.stream(rules.getDeclaredFields()))
                .filter(field -> field.getType() == ArchRule.class)
                .map(NamedRule::of);
    }

    static NamedRule named(String name) {
        return all().filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rule is called " + name));
    }

    private static NamedRule of(Field field) {
        try {
            return new NamedRule(field.getName(), (ArchRule) field.get(null));
        } catch (IllegalAccessException e) {
            throw new AssertionError(field + " is not readable", e);
        }
    }
}
