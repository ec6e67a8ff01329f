package io.github.secures3.analysis.report;

import io.github.secures3.analysis.evaluate.LayerDecision;
import io.github.secures3.analysis.evaluate.StatementTrace;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.prove.Counterexample;
import io.github.secures3.analysis.prove.Proof;
import io.github.secures3.analysis.prove.Verdict;
import io.github.secures3.policy.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What all renderers of verdicts say alike. */
final class Verdicts {

    private final List<Proof> proofs;

    Verdicts(List<Proof> proofs) {
        this.proofs = proofs;
    }

    long proved() {
        return proofs.stream().filter(proof -> proof.verdict().isProved()).count();
    }

    long refuted() {
        return proofs.stream().filter(proof -> proof.verdict().isRefuted()).count();
    }

    long undecided() {
        return proofs.size() - proved() - refuted();
    }

    /** What all of it comes to: {@code proved}, {@code refuted}, {@code undecided}, or {@code nothing to prove}. */
    String word() {
        if (proofs.isEmpty()) {
            return "nothing to prove";
        }
        return refuted() > 0 ? "refuted" : undecided() > 0 ? "undecided" : "proved";
    }

    /** The summary in one line. */
    String summary() {
        if (proofs.isEmpty()) {
            return word() + ": no bucket that an invariant is about";
        }
        String of = Words.count(proofs.size(), "invariant") + " of "
                + Words.count(byBucket().size(), "bucket");
        if (proved() == proofs.size()) {
            return "proved: " + of;
        }
        List<String> counts = new ArrayList<>();
        add(refuted(), "refuted", counts);
        add(undecided(), "undecided", counts);
        add(proved(), "proved", counts);
        return word() + ": " + String.join(", ", counts) + " (" + of + ")";
    }

    private static void add(long number, String word, List<String> counts) {
        if (number > 0) {
            counts.add(Words.grouped(number) + " " + word);
        }
    }

    /** The verdicts by bucket, in the order of the templates. */
    Map<String, List<Proof>> byBucket() {
        Map<String, List<Proof>> byBucket = new LinkedHashMap<>();
        for (Proof proof : proofs) {
            byBucket.computeIfAbsent(proof.bucket().element().id(), id -> new ArrayList<>())
                    .add(proof);
        }
        return byBucket;
    }

    static String heading(Proof proof) {
        Element element = proof.bucket().element();
        String path = element.constructPath();
        return path == null ? element.id() : path + "  (" + element.id() + ")";
    }

    /** {@code proved}, {@code refuted} or {@code undecided}. */
    static String word(Verdict verdict) {
        return verdict.isProved() ? "proved" : verdict.isRefuted() ? "refuted" : "undecided";
    }

    /** What is taken for granted about one request, apart from what is about all. */
    static List<String> ownNotes(Counterexample example, List<String> assumptions) {
        return example.notes().stream()
                .filter(note -> !assumptions.contains(note))
                .toList();
    }

    /** The statements of the templates that allowed a request, or denied it. */
    static Set<String> statements(Counterexample example) {
        Effect effect = example.decision().isAllowed() ? Effect.ALLOW : Effect.DENY;
        Set<String> titles = new LinkedHashSet<>();
        for (LayerDecision layer : example.decision().layers()) {
            for (StatementTrace statement : layer.statements()) {
                boolean counts =
                        statement.effect() == effect && statement.matched().isTrue() && statement.origin() != null;
                if (counts) {
                    titles.add(StatementTitle.of(statement));
                }
            }
        }
        return titles;
    }
}
