package io.github.secures3.analysis.diff;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.SharedNames;
import io.github.secures3.analysis.finding.Acceptance;
import io.github.secures3.analysis.finding.Baseline;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.RuleId;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import io.github.secures3.analysis.template.SymbolNames;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * The comparison of two versions of an estate: what the newer one opens, drops, weakens, puts at risk, and what it strengthens.
 *
 * <pre>{@code
 * EstateDiff diff = EstateDiff.read(List.of(Path.of("base/cdk.out")), List.of(Path.of("head/cdk.out")), ReadOptions.defaults());
 * if (diff.verdict() == Verdict.WEAKENED) { ... }
 * }</pre>
 *
 * <p>Whatever cannot be known on one side or both counts as weakened, unless it is the same unknown value.
 *
 * @since 0.1
 */
public final class EstateDiff {

    /** How often names may lead to more resources that are the same, which lead to more names. */
    private static final int ROUNDS = 4;

    private final Differences differences;
    private final List<Change> changes;
    private final Map<Change, Acceptance> accepted;
    private final List<Finding> baselineFindings;

    private EstateDiff(
            Differences differences,
            List<Change> changes,
            Map<Change, Acceptance> accepted,
            List<Finding> baselineFindings) {
        this.differences = differences;
        this.changes = List.copyOf(changes);
        this.accepted = Map.copyOf(accepted);
        this.baselineFindings = List.copyOf(baselineFindings);
    }

    /**
     * Reads two versions, each of one or more templates or cloud assemblies, and compares them.
     *
     * @throws io.github.secures3.analysis.template.TemplateException if an input is no template or assembly; it names file, line and column
     */
    public static EstateDiff read(List<Path> base, List<Path> head, ReadOptions options) {
        SymbolNames names = SymbolNames.own();
        CompletableFuture<Estate> beside =
                CompletableFuture.supplyAsync(() -> EstateReader.read(head, options, SymbolNames.own()));
        Estate older = EstateReader.read(base, options);
        Estate newer = finished(beside);
        Differences differences = Differences.of(older, newer);
        for (int round = 0; round < ROUNDS; round++) {
            SymbolNames shared = SharedNames.of(differences);
            if (shared.equals(names)) {
                break;
            }
            names = shared;
            newer = EstateReader.read(head, options, names);
            differences = Differences.of(older, newer);
        }
        return of(differences, DiffEvaluators.all());
    }

    private static Estate finished(CompletableFuture<Estate> reading) {
        try {
            return reading.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e;
        }
    }

    /**
     * Compares two versions whose unknown values have the same names.
     *
     * <p>Versions of one template or assembly with the same ids of stacks and resources have; otherwise {@link #read} sees to it.
     */
    public static EstateDiff compare(Estate base, Estate head) {
        return of(Differences.of(base, head), DiffEvaluators.all());
    }

    /** What these evaluators find in the differences. */
    public static EstateDiff of(Differences differences, List<DiffEvaluator> evaluators) {
        // Evaluators depend on the differences alone. The first two prove, and take more than all others together: so
        // each half has one of them.
        TreeSet<Change> changes = new TreeSet<>();
        Stream.of(0, 1)
                .parallel()
                .map(half -> evaluated(differences, evaluators, half))
                .toList()
                .forEach(changes::addAll);
        return new EstateDiff(differences, new ArrayList<>(changes), Map.of(), List.of());
    }

    private static List<Change> evaluated(Differences differences, List<DiffEvaluator> evaluators, int half) {
        List<Change> changes = new ArrayList<>();
        for (int at = half; at < evaluators.size(); at += 2) {
            changes.addAll(evaluators.get(at).evaluate(differences));
        }
        return changes;
    }

    /**
     * The same comparison where weakenings that a baseline accepts on this day count no longer.
     *
     * <p>Entries about other rules than those of comparisons are left to whoever checks these rules.
     */
    public EstateDiff accept(Baseline baseline, LocalDate today) {
        List<Finding> weaker = changes.stream()
                .filter(change -> change.direction().countsAsWeakened())
                .map(Change::finding)
                .toList();
        List<RuleId> known = DiffEvaluators.facts().stream().map(Fact::rule).toList();
        Baseline.Outcome outcome = baseline.about(Fact::isRule).apply(weaker, known, today);
        Map<Finding, Acceptance> entries = new HashMap<>();
        outcome.accepted().forEach(each -> entries.put(each.finding(), each.by()));
        Map<Change, Acceptance> taken = new HashMap<>();
        for (Change change : changes) {
            Acceptance entry = entries.get(change.finding());
            if (entry != null && change.direction().countsAsWeakened()) {
                taken.put(change, entry);
            }
        }
        List<Finding> about = outcome.open().stream()
                .filter(finding -> !weaker.contains(finding))
                .toList();
        return new EstateDiff(differences, changes, taken, about);
    }

    /** The two versions and their resources. */
    public Differences differences() {
        return differences;
    }

    /** All changes, by kind, the weakened first. */
    public List<Change> changes() {
        return changes;
    }

    /** The changes of one kind, the weakened first. */
    public List<Change> changes(Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).toList();
    }

    /** The changes in one direction. */
    public List<Change> changes(Direction direction) {
        return changes.stream()
                .filter(change -> change.direction() == direction)
                .toList();
    }

    /** The findings of all changes, in the order of {@link #changes()}. */
    public List<Finding> findings() {
        return changes.stream().map(Change::finding).toList();
    }

    /** The entry of a baseline that accepts a change. */
    public Optional<Acceptance> acceptance(Change change) {
        return Optional.ofNullable(accepted.get(change));
    }

    /** What is wrong with the baseline: entries that are expired, match nothing or name no rule. */
    public List<Finding> baselineFindings() {
        return baselineFindings;
    }

    /** What it comes to, apart from weakenings that are accepted. */
    public Verdict verdict() {
        if (changes.stream()
                .anyMatch(change -> change.direction().countsAsWeakened() && !accepted.containsKey(change))) {
            return Verdict.WEAKENED;
        }
        return changes.isEmpty() ? Verdict.UNCHANGED : Verdict.CHANGED;
    }
}
