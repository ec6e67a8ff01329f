package io.github.secures3.analysis.evaluate.scenario;

import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two policy documents of one type, to be compared.
 *
 * @param name the name of the pair, or null
 * @param type what the documents are attached to
 * @param base the one that stands
 * @param head the one that is to take its place
 * @since 0.1
 */
public record PolicyPair(@Nullable String name, PolicyType type, PolicyDocument base, PolicyDocument head) {

    private static final Map<String, PolicyType> TYPES = types();

    /**
     * The type of this name: {@code identity}, {@code resource}, {@code scp}, {@code rcp} or {@code endpoint}.
     *
     * @throws IllegalArgumentException if there is no such type
     */
    public static PolicyType typeNamed(String name) {
        PolicyType type = TYPES.get(name);
        if (type == null) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no type of policy; choose one of " + String.join(", ", TYPES.keySet()));
        }
        return type;
    }

    private static Map<String, PolicyType> types() {
        Map<String, PolicyType> types = new LinkedHashMap<>();
        types.put("identity", PolicyType.IDENTITY);
        types.put("resource", PolicyType.RESOURCE);
        types.put("scp", PolicyType.SERVICE_CONTROL);
        types.put("rcp", PolicyType.RESOURCE_CONTROL);
        types.put("endpoint", PolicyType.ENDPOINT);
        return types;
    }
}
