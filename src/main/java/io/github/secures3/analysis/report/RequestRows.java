package io.github.secures3.analysis.report;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.policy.catalog.KeySpelling;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A request and what belongs to it, as rows of a label and a text. */
final class RequestRows {

    private static final int LONGEST = 400;

    private final String indent;
    private final StringBuilder out;
    private String last = "";

    RequestRows(String indent, StringBuilder out) {
        this.indent = indent;
        this.out = out;
    }

    RequestRows add(AccessRequest request) {
        row("principal", request.principal().text());
        row("action", request.action());
        row("resource", request.resource());
        for (Map.Entry<String, List<String>> key : new TreeMap<>(request.context()).entrySet()) {
            row("context", keyText(key));
        }
        return this;
    }

    /** A row; a label that stands above already is not repeated. */
    RequestRows row(String label, String text) {
        out.append(String.format(Locale.ROOT, "%s%-10s  ", indent, label.equals(last) ? "" : label))
                .append(Shown.cut(Shown.line(text), LONGEST))
                .append('\n');
        last = label;
        return this;
    }

    static String keyText(Map.Entry<String, List<String>> key) {
        String name = KeySpelling.of(key.getKey());
        return key.getValue().isEmpty() ? "no " + name : name + " = " + String.join(", ", key.getValue());
    }
}
