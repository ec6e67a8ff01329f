package io.github.secures3.analysis.evaluate.scenario;

import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.json.PolicyReader;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Prepared policies by their text, as scenario files repeat the same documents; empties itself when it has grown large. */
final class PolicyCache {

    private static final int MOST_CHARACTERS = 1 << 24;

    private final Map<PolicyType, Map<String, AttachedPolicy>> byType = new EnumMap<>(PolicyType.class);
    private int characters;

    AttachedPolicy get(String json, PolicyType type) {
        Map<String, AttachedPolicy> known = byType.computeIfAbsent(type, t -> new HashMap<>());
        AttachedPolicy policy = known.get(json);
        if (policy == null) {
            policy = AttachedPolicy.of(PolicyReader.read(json, type));
            if (characters + json.length() > MOST_CHARACTERS) {
                byType.values().forEach(Map::clear);
                characters = 0;
            }
            characters += json.length();
            known.put(json, policy);
        }
        return policy;
    }
}
