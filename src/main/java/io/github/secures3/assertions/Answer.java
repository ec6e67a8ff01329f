package io.github.secures3.assertions;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.evaluate.PossibleRequest;
import io.github.secures3.analysis.evaluate.estate.EstateRequest;
import io.github.secures3.analysis.evaluate.estate.EstateSituation;
import io.github.secures3.analysis.evaluate.estate.PlacedRequest;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.prove.Assumptions;
import io.github.secures3.analysis.report.DecisionRenderer;
import io.github.secures3.analysis.report.access.PlainRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came of a request.
 *
 * @param asked the request as it was asked about
 * @param placed the request with what takes part in it
 * @param decision the decision
 */
record Answer(Request asked, PlacedRequest placed, Decision decision) {

    private static final Pattern MISSING_KEY = Pattern.compile("the context key (\\S+) is not given");
    private static final Pattern UNBOUND = Pattern.compile("AWS::(AccountId|Region)\\b.* (is|are) not known");

    /**
     * Asks the evaluator.
     *
     * @throws IllegalArgumentException if the request names something that the templates do not have, or nobody can make it
     */
    static Answer of(Estate estate, Bucket bucket, Assumptions assumptions, Request request) {
        Map<String, List<String>> context = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        context.putAll(PlainRequest.context(request.isSigned()));
        if (request.action().equals("s3:PutObject")) {
            context.put("s3:ObjectCreationOperation", List.of("true"));
        }
        context.putAll(request.context());
        String point = request.accessPoint();
        String target = point == null ? bucket.element().id() : point;
        PlacedRequest placed = EstateSituation.of(
                estate,
                new EstateRequest(
                        request.caller(),
                        request.action(),
                        request.key().isEmpty() ? target : target + "/" + request.key(),
                        context,
                        request.endpoint(),
                        assumptions.organization(),
                        assumptions.within()));
        requireWayTo(bucket, placed, request);
        PossibleRequest.require(placed.request());
        PlacedRequest plain = withoutHeaders(placed);
        return new Answer(request, plain, plain.decide());
    }

    private static void requireWayTo(Bucket bucket, PlacedRequest placed, Request request) {
        String behind = placed.situation().bucketResource();
        if (request.accessPoint() != null && (behind == null || !(behind + "/").startsWith(bucket.arn() + "/"))) {
            throw new IllegalArgumentException("the access point " + request.accessPoint() + " does not lead to "
                    + bucket.element().logicalId() + "; name one that does");
        }
    }

    /** A header that a policy asks for and the request does not name is not sent. */
    private static PlacedRequest withoutHeaders(PlacedRequest placed) {
        AccessRequest request = placed.request();
        Map<String, List<String>> context = new TreeMap<>(request.context());
        PlainRequest.headersAskedFor(placed.situation()).forEach(header -> context.putIfAbsent(header, List.of()));
        return new PlacedRequest(
                new AccessRequest(
                        request.principal(),
                        request.action(),
                        request.resource(),
                        context,
                        request.contextComplete(),
                        request.multipartUpload()),
                placed.situation(),
                placed.notes());
    }

    boolean isAllowed() {
        return decision.isAllowed();
    }

    boolean isDenied() {
        return !decision.isAllowed() && !isUndecided();
    }

    private boolean isUndecided() {
        return decision.outcome() == Outcome.UNDECIDED;
    }

    /** Why it is not as it was expected. */
    String explanation() {
        String found = isAllowed()
                ? "but it is allowed"
                : isUndecided() ? "but that cannot be decided" + hint() : "but it is denied";
        return found + ":\n\n" + DecisionRenderer.text(placed, decision).stripTrailing();
    }

    /** What to add to the request, or else to the templates, so that it can be decided. */
    private String hint() {
        List<String> keys = new ArrayList<>();
        for (String unknown : decision.unknowns()) {
            Matcher missing = MISSING_KEY.matcher(unknown);
            if (missing.find()) {
                keys.add("with(\"" + missing.group(1) + "\", ...) or without(\"" + missing.group(1) + "\")");
            }
        }
        if (!keys.isEmpty()) {
            return "; say " + String.join(", ", keys);
        }
        boolean unbound = decision.unknowns().stream()
                .anyMatch(unknown -> UNBOUND.matcher(unknown).find());
        return unbound ? "; say where the stack goes with ReadOptions.withEnvironment" : "";
    }
}
