package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.model.Bucket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request that any of several buckets may answer, as through a multi-Region access point: where all give one answer, that is the answer, and
 * otherwise nobody can tell.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPointRequestRouting.html">How multi-Region access points
 *     route requests</a>
 */
final class SeveralBuckets {

    private final Map<Bucket, PlacedRequest> placed = new LinkedHashMap<>();

    /** What the request comes to where this bucket answers. */
    void add(Bucket bucket, PlacedRequest request) {
        placed.put(bucket, request);
    }

    /** The request that stands for all of them. */
    PlacedRequest joined() {
        Map<Bucket, Outcome> outcomes = new LinkedHashMap<>();
        placed.forEach(
                (bucket, request) -> outcomes.put(bucket, request.decide().outcome()));
        Bucket open = firstWith(List.of(Outcome.UNDECIDED), outcomes);
        Bucket allowing = firstWith(List.of(Outcome.ALLOWED), outcomes);
        Bucket denying = firstWith(List.of(Outcome.EXPLICITLY_DENIED, Outcome.IMPLICITLY_DENIED), outcomes);
        if (open != null || allowing == null || denying == null) {
            Bucket shown = open != null ? open : placed.keySet().iterator().next();
            return withNote(shown);
        }
        PlacedRequest best = of(allowing);
        Situation either = best.situation().toBuilder()
                .unknown(Layer.RESOURCE, "which bucket answers is not known, and they differ: " + answers(outcomes))
                .build();
        return new PlacedRequest(best.request(), either, best.notes());
    }

    private PlacedRequest withNote(Bucket shown) {
        PlacedRequest one = of(shown);
        List<String> notes = new ArrayList<>(one.notes());
        notes.add("any of " + names() + " may answer; the answer is shown for "
                + shown.element().logicalId());
        return new PlacedRequest(one.request(), one.situation(), notes);
    }

    private PlacedRequest of(Bucket bucket) {
        return Objects.requireNonNull(placed.get(bucket));
    }

    private String names() {
        return placed.keySet().stream()
                .map(bucket -> bucket.element().logicalId())
                .collect(Collectors.joining(", "));
    }

    private static String answers(Map<Bucket, Outcome> outcomes) {
        return outcomes.entrySet().stream()
                .map(answer -> answer.getKey().element().logicalId() + " is "
                        + answer.getValue().text())
                .collect(Collectors.joining(", "));
    }

    private static @Nullable Bucket firstWith(List<Outcome> wanted, Map<Bucket, Outcome> outcomes) {
        return outcomes.entrySet().stream()
                .filter(answer -> wanted.contains(answer.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
