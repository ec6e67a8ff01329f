package io.github.secures3.analysis.diff.guardrail;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.prove.PolicyComparison;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.PolicyVersion;
import io.github.secures3.policy.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the denials of all policies for the same roots, units and accounts mean together: which of several statements denies a request, and in which
 * policy it stands, does not matter.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html">SCP evaluation</a>
 */
final class GuardrailMeaning {

    private static final long STEPS = 20_000_000;

    /**
     * What comes of the change of all denials for the same targets.
     *
     * @param opens whether a request may get through that did not
     * @param closes whether a request that got through may no longer
     */
    record Effect(boolean opens, boolean closes) {

        static final Effect UNKNOWN = new Effect(true, true);
    }

    private record Place(String kind, Set<String> targets) {

        static Place of(Guardrail rail) {
            return new Place(rail.kind(), rail.targets());
        }
    }

    private final Map<Place, List<Guardrail>> base;
    private final Map<Place, List<Guardrail>> head;
    private final Map<Place, Effect> effects = new HashMap<>();

    GuardrailMeaning(List<Guardrail> base, List<Guardrail> head) {
        this.base = byPlace(base);
        this.head = byPlace(head);
    }

    private static Map<Place, List<Guardrail>> byPlace(List<Guardrail> rails) {
        return rails.stream().filter(Guardrail::denies).collect(Collectors.groupingBy(Place::of));
    }

    /** What comes of the change of all denials for what a guardrail holds for. */
    Effect effect(Guardrail rail) {
        return rail.denies() ? effects.computeIfAbsent(Place.of(rail), this::prove) : Effect.UNKNOWN;
    }

    private Effect prove(Place place) {
        PolicyType type = type(place.kind());
        return type == null
                ? Effect.UNKNOWN
                : new Effect(
                        mayOpen(type, base.get(place), head.get(place)),
                        mayOpen(type, head.get(place), base.get(place)));
    }

    /** Whether something that one side may deny is not surely denied by the other. */
    private static boolean mayOpen(PolicyType type, @Nullable List<Guardrail> older, @Nullable List<Guardrail> newer) {
        PolicyDocument all = document(older == null ? List.of() : older);
        PolicyDocument sure = document(
                newer == null
                        ? List.of()
                        : newer.stream()
                                .filter(rail -> rail.policy().element().isSurelyPresent())
                                .toList());
        return all == null || sure == null || !PolicyComparison.allowsNothingNew(type, all, sure, STEPS);
    }

    /** A request that a guardrail of the older version denied, and that none of the newer version denies for those that it no longer holds for. */
    Optional<AccessRequest> example(Guardrail rail, Set<String> noLonger) {
        PolicyType type = type(rail.kind());
        PolicyDocument older = document(List.of(rail));
        PolicyDocument newer = document(head.getOrDefault(new Place(rail.kind(), noLonger), List.of()));
        if (type == null || older == null || newer == null || !rail.denies()) {
            return Optional.empty();
        }
        return PolicyComparison.compare(type, older, newer, STEPS).examples().stream()
                .map(PolicyComparison.Example::request)
                .findFirst();
    }

    /** A request that an Allow takes in and its earlier form, if there was one, did not. */
    static Optional<AccessRequest> example(@Nullable Guardrail before, Guardrail after) {
        PolicyType type = type(after.kind());
        PolicyDocument older = document(before == null ? List.of() : List.of(before));
        PolicyDocument newer = document(List.of(after));
        if (type == null || older == null || newer == null || after.denies()) {
            return Optional.empty();
        }
        return PolicyComparison.compare(type, older, newer, STEPS).examples().stream()
                .map(PolicyComparison.Example::request)
                .findFirst();
    }

    private static @Nullable PolicyType type(String kind) {
        return switch (kind) {
            case "SERVICE_CONTROL_POLICY" -> PolicyType.SERVICE_CONTROL;
            case "RESOURCE_CONTROL_POLICY" -> PolicyType.RESOURCE_CONTROL;
            default -> null;
        };
    }

    /** All statements in one document, without Sids, which several may share; null where they are in different versions of the language. */
    private static @Nullable PolicyDocument document(List<Guardrail> rails) {
        Set<PolicyVersion> versions = rails.stream()
                .map(rail -> rail.version() == null ? PolicyVersion.V2008_10_17 : rail.version())
                .collect(Collectors.toSet());
        if (versions.size() > 1) {
            return null;
        }
        PolicyVersion version = versions.isEmpty()
                ? PolicyVersion.V2012_10_17
                : versions.iterator().next();
        List<Statement> statements = rails.stream()
                .map(rail -> rail.statement().statement())
                .map(each -> new Statement(
                        null, each.effect(), each.principals(), each.actions(), each.resources(), each.conditions()))
                .toList();
        return new PolicyDocument(version, null, statements);
    }
}
