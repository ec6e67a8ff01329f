package io.github.secures3.analysis.report.access;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Evaluator;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.evaluate.Situation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Asks what one caller can do by one way: the same situation, one request after the other. */
final class Questions {

    private static final int MOST_REASONS = 4;
    private static final String PREFIX = "s3:prefix";

    private final AccessRequest like;
    private final Situation situation;
    private final String arn;
    private final @Nullable String bucketArn;
    private final List<String> patterns;

    /**
     * Starts with a request and what surrounds it.
     *
     * @param like a request whose caller and context all others share
     * @param situation what surrounds them
     * @param arn the bucket or access point
     * @param bucketArn the bucket behind the access point, or null where there is none on the way
     */
    Questions(AccessRequest like, Situation situation, String arn, @Nullable String bucketArn) {
        this.like = like;
        this.situation = situation;
        this.arn = arn;
        this.bucketArn = bucketArn;
        this.patterns = ObjectPatterns.of(situation, bucketArn == null ? List.of(arn) : List.of(arn, bucketArn));
    }

    Reach ask(Capability capability) {
        List<String> asked =
                capability.isOfObjects() || capability == Capability.LIST ? patterns : List.of(ObjectPatterns.ANY);
        Set<String> allowed = new LinkedHashSet<>();
        Set<String> undecided = new LinkedHashSet<>();
        Set<String> why = new LinkedHashSet<>();
        Set<String> open = new LinkedHashSet<>();
        for (String pattern : asked) {
            for (String action : capability.actions()) {
                Decision decision = decide(action, capability, pattern);
                if (decision.isAllowed()) {
                    allowed.add(pattern);
                    why.add(decision.reason());
                } else if (decision.outcome() == Outcome.UNDECIDED) {
                    undecided.add(pattern);
                    open.addAll(decision.unknowns());
                }
            }
        }
        if (!allowed.isEmpty()) {
            return new Reach(Outcome.ALLOWED, objects(allowed, asked), some(why));
        }
        return undecided.isEmpty() ? Reach.NONE : new Reach(Outcome.UNDECIDED, objects(undecided, asked), some(open));
    }

    static Reach undecided(List<String> why) {
        return new Reach(Outcome.UNDECIDED, List.of(), why);
    }

    private static List<String> some(Set<String> reasons) {
        return reasons.stream().limit(MOST_REASONS).toList();
    }

    /** Nothing where it is all the same; else the patterns, those of the exceptions with {@code but not} before them. */
    private static List<String> objects(Set<String> fitting, List<String> asked) {
        if (fitting.size() == asked.size()) {
            return List.of();
        }
        if (!fitting.contains(ObjectPatterns.ANY)) {
            return fitting.stream()
                    .filter(pattern -> !fitting.contains(pattern + "*"))
                    .toList();
        }
        List<String> exceptions = new ArrayList<>();
        for (String pattern : asked) {
            if (!fitting.contains(pattern)) {
                exceptions.add("not " + pattern);
            }
        }
        return exceptions;
    }

    private Decision decide(String action, Capability capability, String pattern) {
        Map<String, List<String>> context = new TreeMap<>(like.context());
        String resource = arn;
        Situation around = situation;
        if (capability.isOfObjects()) {
            String key = ObjectPatterns.sample(pattern);
            resource = arn + (bucketArn == null ? "/" : "/object/") + key;
            if (bucketArn != null) {
                around = situation.toBuilder()
                        .bucketResource(bucketArn + "/" + key)
                        .build();
            }
        } else if (capability == Capability.LIST) {
            context.put(PREFIX, pattern.equals(ObjectPatterns.ANY) ? List.of() : List.of(listed(pattern)));
        }
        return Evaluator.decide(new AccessRequest(like.principal(), action, resource, context, false, false), around);
    }

    /** A listing asks for what stands before the first wildcard. */
    private static String listed(String pattern) {
        int wildcard = pattern.indexOf('*');
        return ObjectPatterns.sample(wildcard < 0 ? pattern : pattern.substring(0, wildcard));
    }
}
