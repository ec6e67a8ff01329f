package io.github.secures3.analysis.evaluate;

import io.github.secures3.analysis.evaluate.matching.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the documents of one layer say to one request, or to the several requests that one call amounts to. */
final class LayerMatch {

    private PrincipalMatch grants = PrincipalMatch.NONE;
    private Truth denied = Truth.FALSE;
    private final List<StatementTrace> statements = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();

    /**
     * One request held against documents.
     *
     * @param policies the documents
     * @param firstPolicy the number of the first of them within the layer
     * @param request the request
     */
    private record Look(List<AttachedPolicy> policies, int firstPolicy, RequestView request) {}

    static LayerMatch of(List<AttachedPolicy> policies, RequestView request) {
        return of(policies, 0, request);
    }

    static LayerMatch of(List<AttachedPolicy> policies, int firstPolicy, RequestView request) {
        LayerMatch match = new LayerMatch();
        match.looks.add(new Look(policies, firstPolicy, request));
        for (int policy = 0; policy < policies.size(); policy++) {
            match.add(policies.get(policy), firstPolicy + policy, request);
        }
        return match;
    }

    /** A layer whose content is not known. */
    static LayerMatch unknown(String reason) {
        return new LayerMatch().orUnknown(reason);
    }

    /** Beside the documents there is something that is not known, which may allow and may deny. */
    LayerMatch orUnknown(String reason) {
        grants = grants.or(PrincipalMatch.direct(Truth.unknown(reason)));
        denied = denied.or(Truth.unknown(reason));
        return this;
    }

    PrincipalMatch grants() {
        return grants;
    }

    Truth allowed() {
        return grants.any();
    }

    Truth denied() {
        return denied;
    }

    List<StatementTrace> statements() {
        return statements;
    }

    /** The traces of two looks as one; the answers stay those of this one. */
    LayerMatch withTracesOf(LayerMatch other) {
        for (StatementTrace trace : other.statements) {
            boolean known = statements.stream()
                    .anyMatch(same -> same.policy() == trace.policy() && same.index() == trace.index());
            if (!known) {
                statements.add(trace);
            }
        }
        looks.addAll(other.looks);
        denied = denied.or(other.denied);
        return this;
    }

    /** The statements that nearly matched, in their order. */
    List<NearMiss> nearMisses() {
        Map<List<Integer>, NearMiss> found = new TreeMap<>(LayerMatch::compare);
        for (Look look : looks) {
            for (int policy = 0; policy < look.policies().size(); policy++) {
                addNearMisses(look.policies().get(policy), look.firstPolicy() + policy, look.request(), found);
            }
        }
        statements.forEach(trace -> found.remove(List.of(trace.policy(), trace.index())));
        return List.copyOf(found.values());
    }

    private void add(AttachedPolicy policy, int number, RequestView request) {
        List<StatementPredicate> all = policy.statements();
        for (int index = 0; index < all.size(); index++) {
            StatementPredicate statement = all.get(index);
            StatementMatch match = statement.match(request);
            if (match.failed() != null) {
                continue;
            }
            Truth matched = match.principal().any();
            if (statement.isAllow()) {
                grants = grants.or(match.principal());
            } else {
                denied = denied.or(matched);
            }
            statements.add(new StatementTrace(
                    number,
                    index,
                    statement.statement().sid(),
                    statement.statement().effect(),
                    policy.origin(index),
                    matched));
        }
    }

    private static void addNearMisses(
            AttachedPolicy policy, int number, RequestView request, Map<List<Integer>, NearMiss> found) {
        List<StatementPredicate> all = policy.statements();
        for (int index = 0; index < all.size(); index++) {
            StatementPredicate statement = all.get(index);
            StatementMatch match = statement.match(request);
            StatementMatch.Part failed = match.failed();
            boolean near =
                    failed != null && (failed != StatementMatch.Part.ACTION || statement.failsByActionAlone(request));
            if (near && failed != null) {
                found.putIfAbsent(
                        List.of(number, index),
                        new NearMiss(
                                number,
                                index,
                                statement.statement().sid(),
                                statement.statement().effect(),
                                policy.origin(index),
                                failed,
                                match.condition()));
            }
        }
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        int byPolicy = Integer.compare(one.get(0), other.get(0));
        return byPolicy == 0 ? Integer.compare(one.get(1), other.get(1)) : byPolicy;
    }
}
