package io.github.secures3.policy.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds condition keys the way IAM compares them: by full name first, then by template. */
final class ConditionKeys {

    private static final List<String> OPEN_PARTS = List.of("${TagKey}", "<key>");

    private final List<ConditionKey> all;
    private final List<ConditionKey> templates;
    private final Spelling spelling;
    private final Map<String, ConditionKey> plain = new HashMap<>();

    ConditionKeys(List<ConditionKey> keys) {
        this.all = List.copyOf(keys);
        this.templates = all.stream().filter(ConditionKey::isTemplate).toList();
        this.spelling = new Spelling(all.stream().map(ConditionKey::name).toList());
        all.forEach(key -> plain.put(key.name().toLowerCase(Locale.ROOT), key));
    }

    List<ConditionKey> all() {
        return all;
    }

    Optional<ConditionKey> find(String written) {
        return Optional.ofNullable(plain.get(written.toLowerCase(Locale.ROOT)))
                .or(() -> templates.stream().filter(key -> key.matches(written)).findFirst());
    }

    /** Names close to a misspelt one, closest first; the part that a policy chooses, as after {@code aws:PrincipalTag/}, is left alone. */
    List<String> suggest(String written) {
        int slash = written.indexOf('/');
        if (slash < 0) {
            return spelling.closestTo(written);
        }
        String family = written.substring(0, slash + 1);
        String chosen = written.substring(slash + 1);
        return OPEN_PARTS.stream()
                .flatMap(open -> spelling.closestTo(family + open).stream()
                        .filter(name -> name.endsWith(open))
                        .map(name -> name.replace(open, chosen)))
                .toList();
    }
}
