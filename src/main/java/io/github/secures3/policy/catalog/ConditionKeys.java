package io.github.secures3.policy.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds condition keys the way IAM compares them: by full name first, then by template. */
final class ConditionKeys {

    private final List<ConditionKey> all;
    private final List<ConditionKey> templates;
    private final Map<String, ConditionKey> plain = new HashMap<>();

    ConditionKeys(List<ConditionKey> keys) {
        this.all = List.copyOf(keys);
        this.templates = all.stream().filter(ConditionKey::isTemplate).toList();
        all.forEach(key -> plain.put(key.name().toLowerCase(Locale.ROOT), key));
    }

    List<ConditionKey> all() {
        return all;
    }

    Optional<ConditionKey> find(String written) {
        return Optional.ofNullable(plain.get(written.toLowerCase(Locale.ROOT)))
                .or(() -> templates.stream().filter(key -> key.matches(written)).findFirst());
    }
}
