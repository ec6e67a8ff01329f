package io.github.secures3.analysis.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.prove.Counterexample;
import io.github.secures3.analysis.prove.Proof;
import io.github.secures3.analysis.prove.Verdict;
import io.github.secures3.policy.catalog.KeySpelling;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Verdicts on invariants for programs, as JSON after {@code docs/schemas/proofs.schema.json}.
 *
 * <p>Within one value of {@code format} members are added, never removed or changed. A text in angle brackets is a value that only the
 * deployment knows.
 *
 * @since 0.1
 */
public final class VerdictJsonRenderer {

    /** The version of the form. */
    static final int FORMAT = 1;

    private VerdictJsonRenderer() {}

    /**
     * The verdicts, in their order.
     *
     * @param assumptions what all proofs take for granted
     */
    public static String render(List<Proof> proofs, List<String> assumptions) {
        Verdicts verdicts = new Verdicts(proofs);
        ObjectNode root = PrettyJson.object();
        root.put("format", FORMAT);
        root.putObject("tool").put("name", Tool.NAME).put("version", Tool.version());
        root.put("verdict", verdicts.word());
        root.putObject("counts")
                .put("refuted", verdicts.refuted())
                .put("undecided", verdicts.undecided())
                .put("proved", verdicts.proved());
        texts("assumptions", assumptions, root);
        ArrayNode list = root.putArray("proofs");
        proofs.forEach(proof -> add(proof, assumptions, list.addObject()));
        return PrettyJson.write(root);
    }

    private static void add(Proof proof, List<String> assumptions, ObjectNode node) {
        Element element = proof.bucket().element();
        node.put("bucket", Shown.line(element.id()));
        String path = element.constructPath();
        if (path != null) {
            node.put("constructPath", Shown.line(path));
        }
        node.put("invariant", Shown.line(proof.invariant().id()));
        node.put("sentence", Shown.line(proof.invariant().sentence()));
        node.put("verdict", Verdicts.word(proof.verdict()));
        if (proof.verdict() instanceof Verdict.Undecided undecided) {
            texts("reasons", undecided.reasons(), node);
        } else if (proof.verdict() instanceof Verdict.Refuted refuted) {
            ArrayNode examples = node.putArray("counterexamples");
            refuted.counterexamples().forEach(example -> add(example, assumptions, examples.addObject()));
        }
    }

    private static void add(Counterexample example, List<String> assumptions, ObjectNode node) {
        node.put("caller", Shown.line(example.caller()));
        add(example.request(), node.putObject("request"));
        node.put("decision", example.decision().outcome().text());
        node.put("reason", Shown.line(example.decision().reason()));
        texts("statements", Verdicts.statements(example), node);
        texts("notes", Verdicts.ownNotes(example, assumptions), node);
    }

    private static void add(AccessRequest request, ObjectNode node) {
        node.put("principal", Shown.line(request.principal().text()));
        node.put("action", request.action());
        node.put("resource", Shown.line(request.resource()));
        ObjectNode context = node.putObject("context");
        new TreeMap<>(request.context()).forEach((key, values) -> {
            String name = Shown.line(KeySpelling.of(key));
            if (values.size() == 1) {
                context.put(name, Shown.line(values.get(0)));
            } else {
                texts(name, values, context);
            }
        });
    }

    private static void texts(String name, Collection<String> texts, ObjectNode node) {
        ArrayNode array = node.putArray(name);
        texts.forEach(text -> array.add(Shown.line(text)));
    }
}
