package io.github.secures3.analysis.prove.internal;

import io.github.secures3.policy.catalog.ActionDefinition;
import io.github.secures3.policy.catalog.ConditionKey;
import io.github.secures3.policy.catalog.ServiceCatalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the catalogs say about actions, by the action's full name in lower case. */
final class ActionIndex {

    /** Those that examples should show first. */
    private static final List<String> WELL_KNOWN = List.of(
            "s3:GetObject", "s3:PutObject", "s3:ListBucket", "s3:DeleteObject", "s3:GetObjectVersion", "kms:Decrypt");

    private static final ActionIndex ALL = new ActionIndex();

    private final Map<String, ActionDefinition> actions = new LinkedHashMap<>();
    private final Map<String, Set<String>> carriers = new HashMap<>();
    private final Map<ConditionKey, Set<String>> carriersOfTemplates = new LinkedHashMap<>();
    private final Map<String, Set<String>> kinds = new HashMap<>();
    private final CandidateActions onBuckets;

    private ActionIndex() {
        List<ActionDefinition> all = new ArrayList<>();
        for (String service : ServiceCatalog.services()) {
            ServiceCatalog catalog = ServiceCatalog.of(service).orElseThrow();
            for (ActionDefinition action : catalog.actions()) {
                all.add(action);
                for (ConditionKey key : catalog.conditionKeysOf(action)) {
                    Set<String> carrying = key.isTemplate()
                            ? carriersOfTemplates.computeIfAbsent(key, first -> new HashSet<>())
                            : carriers.computeIfAbsent(lower(key.name()), first -> new HashSet<>());
                    carrying.add(lower(action.text()));
                }
            }
        }
        for (String known : WELL_KNOWN) {
            all.stream().filter(action -> action.text().equals(known)).forEach(this::add);
        }
        all.forEach(this::add);
        actions.forEach((name, action) -> kinds.put(
                name,
                action.resources().stream()
                        .map(target -> lower(target.resourceType()))
                        .collect(Collectors.toUnmodifiableSet())));
        this.onBuckets = new CandidateActions(actions.values().stream()
                .filter(action ->
                        action.service().equals("s3") && !action.name().equals("CreateBucket"))
                .map(ActionDefinition::text)
                .filter(action -> worksOn(action, "bucket") || worksOn(action, "object"))
                .toList());
    }

    static ActionIndex all() {
        return ALL;
    }

    /** All actions, well known ones first. */
    List<String> names() {
        return actions.values().stream().map(ActionDefinition::text).toList();
    }

    /** The actions on buckets and objects, except the one that needs a bucket that is not there yet. */
    CandidateActions onBuckets() {
        return onBuckets;
    }

    /** The kinds of resource that an action works on, in lower case; none where it works on no particular one. */
    Set<String> kindsOf(String action) {
        return kinds.getOrDefault(lower(action), Set.of());
    }

    boolean worksOn(String action, String kind) {
        return kindsOf(action).contains(kind);
    }

    /** The actions, in lower case, whose requests can carry the key, given in lower case; global keys are not among those of a service. */
    Set<String> carrying(String key) {
        Set<String> actionsOfKey = new HashSet<>(carriers.getOrDefault(key, Set.of()));
        carriersOfTemplates.forEach((template, carrying) -> {
            if (template.matches(key)) {
                actionsOfKey.addAll(carrying);
            }
        });
        return actionsOfKey;
    }

    Optional<ActionDefinition> find(String action) {
        return Optional.ofNullable(actions.get(lower(action)));
    }

    private void add(ActionDefinition action) {
        actions.putIfAbsent(lower(action.text()), action);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
