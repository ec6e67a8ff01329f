package io.github.secures3.analysis.evaluate.scenario;

import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.json.PolicyReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prepared policies by their text, as scenario files repeat the same documents; forgets those that were not used for longest.
 *
 * <p>The documents used last are recognized by comparing text, without looking for the end: no JSON object is the beginning of another.
 */
final class PolicyCache {

    /** Texts that are kept, in characters; what is made of them takes about ten times as many bytes. */
    private static final int MOST_CHARACTERS = 1 << 21;

    private static final int MOST_RECENT = 4;

    private final Map<Key, Known> all = new LinkedHashMap<>(64, 0.75f, true);
    private final List<Known> recent = new ArrayList<>();
    private int characters;

    private record Key(PolicyType type, String json) {}

    private record Known(Key key, AttachedPolicy policy) {}

    /**
     * The policy whose object begins at the scanner, which goes on behind it; empty where the object is.
     *
     * @throws io.github.secures3.policy.json.PolicySyntaxException if the object is no policy of this type
     */
    Optional<AttachedPolicy> read(LineScanner scanner, PolicyType type) {
        Known known = recentAt(scanner, type);
        if (known == null) {
            String json = scanner.object();
            if (json.substring(1, json.length() - 1).isBlank()) {
                return Optional.empty();
            }
            known = get(new Key(type, json));
            recent.add(0, known);
            if (recent.size() > MOST_RECENT) {
                recent.remove(MOST_RECENT);
            }
        }
        return Optional.of(known.policy());
    }

    private @Nullable Known recentAt(LineScanner scanner, PolicyType type) {
        for (Known candidate : recent) {
            if (candidate.key().type() == type && scanner.skip(candidate.key().json())) {
                return candidate;
            }
        }
        return null;
    }

    private Known get(Key key) {
        Known known = all.get(key);
        if (known == null) {
            known = new Known(key, AttachedPolicy.of(PolicyReader.read(key.json(), key.type())));
            all.put(key, known);
            characters += key.json().length();
            forgetEldest();
        }
        return known;
    }

    private void forgetEldest() {
        Iterator<Key> eldest = all.keySet().iterator();
        while (characters > MOST_CHARACTERS) {
            characters -= eldest.next().json().length();
            eldest.remove();
        }
    }
}
