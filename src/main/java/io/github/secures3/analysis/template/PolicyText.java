package io.github.secures3.analysis.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Policies as JSON text: those that a property holds as a string, and statements on their way to the policy reader. */
final class PolicyText {

    private static final String CONDITION = "Condition";

    private PolicyText() {}

    /** The document in a text whose place all its parts take; empty where the text is no JSON object. */
    static Optional<Resolved> parse(Resolved.Text text) {
        Node root;
        try {
            root = JsonTree.parse(text.text(), text.place().file());
        } catch (TemplateException noJson) {
            return Optional.empty();
        }
        if (!(root instanceof Node.Mapping)) {
            return Optional.empty();
        }
        Resolved parsed = resolved(root, text.place());
        // Escapes of JSON could spell a marker that the text did not have.
        boolean same = Markers.count(Canonical.strings(parsed)) == Markers.count(text.text());
        return same ? Optional.of(parsed) : Optional.empty();
    }

    private static Resolved resolved(Node node, Place place) {
        if (node instanceof Node.Mapping mapping) {
            Map<String, Resolved> members = new LinkedHashMap<>();
            mapping.members().forEach((key, value) -> members.put(key, resolved(value, place)));
            return new Resolved.Members(place, members);
        }
        if (node instanceof Node.Listing list) {
            List<Resolved> items = new ArrayList<>();
            list.items().forEach(item -> items.add(resolved(item, place)));
            return new Resolved.Items(place, items);
        }
        Node.Scalar scalar = (Node.Scalar) node;
        return scalar.isNull() ? new Resolved.Nothing(place) : new Resolved.Text(place, scalar.kind(), scalar.text());
    }

    /** A document of one statement; scalars keep their type in conditions alone, as everything else is a string in policies. */
    static String ofStatement(Resolved.Members statement) {
        StringBuilder json = new StringBuilder("{\"Version\":\"2012-10-17\",\"Statement\":[{");
        String separator = "";
        for (Map.Entry<String, Resolved> element : statement.members().entrySet()) {
            boolean typed = element.getKey().equals(CONDITION);
            json.append(separator).append(Canonical.quote(element.getKey())).append(':');
            json.append(typed ? Canonical.json(element.getValue()) : Canonical.strings(element.getValue()));
            separator = ",";
        }
        return json.append("}]}").toString();
    }
}
