package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.RuleId;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.prove.Invariant;
import io.github.secures3.analysis.prove.StatedInvariant;
import io.github.secures3.analysis.prove.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds buckets for which an invariant that somebody stated does not hold, with a request that breaks it, or cannot be proved. It weighs as an error, for
 * it was asked for by name.
 *
 * @since 0.1
 */
public final class StatedInvariantHolds implements Rule {

    static final String PREFIX = "invariant.";
    private static final String PAGE =
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html";

    private final List<StatedInvariant> stated;
    private final RuleProfile profile;

    private StatedInvariantHolds(RuleId id, List<StatedInvariant> stated) {
        this.stated = List.copyOf(stated);
        this.profile =
                RuleProfile.of(id.text(), Severity.ERROR, title(stated), PAGE).build();
    }

    /** Whether the id is one of an invariant that somebody stated. */
    public static boolean isRule(RuleId id) {
        return id.text().startsWith(PREFIX);
    }

    /** The rules that these invariants hold, one for those of one name; its id is {@code invariant.} and the name. */
    public static List<Rule> all(List<StatedInvariant> invariants) {
        Map<RuleId, List<StatedInvariant>> byName = new LinkedHashMap<>();
        invariants.forEach(each ->
                byName.computeIfAbsent(idOf(each), id -> new ArrayList<>()).add(each));
        List<Rule> rules = new ArrayList<>();
        byName.forEach((id, all) -> rules.add(new StatedInvariantHolds(id, all)));
        return rules;
    }

    /** Names may hold what a user wrote, such as a tenant. */
    private static RuleId idOf(StatedInvariant stated) {
        String name = stated.invariant().id().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return RuleId.of(PREFIX + name.replaceAll("-$", ""));
    }

    private static String title(List<StatedInvariant> stated) {
        Set<String> sentences = new LinkedHashSet<>();
        stated.forEach(each -> sentences.add(each.invariant().sentence()));
        return String.join("; ", sentences);
    }

    @Override
    public RuleProfile profile() {
        return profile;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        for (Bucket bucket : context.estate().buckets()) {
            stated.stream()
                    .filter(each -> each.isAbout(bucket))
                    .forEach(each -> check(context, bucket, each.invariant(), new Claims(this, findings)));
        }
    }

    private static void check(CheckContext context, Bucket bucket, Invariant invariant, Claims claims) {
        claims.require(
                bucket.element(),
                withGaps(context.verdict(bucket, invariant), context.estate()),
                invariant.sentence(),
                "the invariant does not hold: " + invariant.sentence(),
                "close the way that the request takes, or state another invariant");
    }

    /** Whoever states an invariant means what could not be read, too. */
    private static Verdict withGaps(Verdict verdict, Estate estate) {
        List<String> gaps = estate.gaps().stream()
                .map(gap -> gap.name() + " at " + gap.at().text() + " could not be read: " + gap.reason())
                .toList();
        return gaps.isEmpty() ? verdict : verdict.and(new Verdict.Undecided(gaps));
    }
}
