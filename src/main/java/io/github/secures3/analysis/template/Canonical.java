package io.github.secures3.analysis.template;

import io.github.secures3.analysis.template.Node.Scalar;
import io.github.secures3.policy.UnresolvedToken;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/** Writes resolved values as JSON, unknown ones as their markers. */
final class Canonical {

    private final StringBuilder out = new StringBuilder();
    private final boolean scalarsAsStrings;
    private boolean complete = true;

    private Canonical(boolean scalarsAsStrings) {
        this.scalarsAsStrings = scalarsAsStrings;
    }

    /** JSON in which each scalar keeps its type. */
    static String json(Resolved value) {
        return new Canonical(false).write(value).out.toString();
    }

    /** JSON in which each scalar is a string, as most of a policy is. */
    static String strings(Resolved value) {
        return new Canonical(true).write(value).out.toString();
    }

    /** Whether everything in the value is a scalar, a list or an object, or unknown text. */
    static boolean isWritable(Resolved value) {
        return new Canonical(false).write(value).complete;
    }

    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c < ' ' ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }

    private Canonical write(Resolved value) {
        if (value instanceof Resolved.Text text) {
            boolean string = scalarsAsStrings || text.kind() == Scalar.Kind.STRING;
            out.append(string ? quote(text.text()) : text.text());
        } else if (value instanceof Resolved.Items items) {
            out.append('[');
            for (Iterator<Resolved> each = items.items().iterator(); each.hasNext(); ) {
                write(each.next()).out.append(each.hasNext() ? "," : "");
            }
            out.append(']');
        } else if (value instanceof Resolved.Members members) {
            out.append('{');
            for (Iterator<Map.Entry<String, Resolved>> each =
                            members.members().entrySet().iterator();
                    each.hasNext(); ) {
                Map.Entry<String, Resolved> member = each.next();
                out.append(quote(member.getKey())).append(':');
                write(member.getValue()).out.append(each.hasNext() ? "," : "");
            }
            out.append('}');
        } else if (value instanceof Resolved.Unknown unknown) {
            complete &= unknown.shape() == Resolved.Shape.TEXT;
            out.append(quote(UnresolvedToken.of(unknown.name())));
        } else {
            out.append("null");
        }
        return this;
    }
}
