package io.github.secures3.analysis.template;

import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Values as texts to compare: equal values give equal texts, whatever the order of members and however a scalar is written, and different
 * values different ones. A long text is cut and ends with a digest of the whole.
 */
final class Fingerprint {

    private static final int SHOWN = 1_000;
    /** More than a whole template that CloudFormation takes. */
    private static final int LONGEST = 2 << 20;

    private final StringBuilder text = new StringBuilder();

    private Fingerprint() {}

    static String of(Resolved value) {
        Fingerprint print = new Fingerprint();
        print.write(value);
        return print.cut();
    }

    /** The same, counted among the work on the estate. */
    static String of(Resolved value, Budget budget) {
        Fingerprint print = new Fingerprint();
        print.write(value);
        budget.compared(value.place(), print.text.length());
        return print.cut();
    }

    static String of(Node node) {
        Fingerprint print = new Fingerprint();
        print.write(node);
        return print.cut();
    }

    private String cut() {
        String whole = text.toString();
        if (whole.length() <= SHOWN) {
            return whole;
        }
        // Stays unknown where only what is cut off is unknown.
        List<String> unknown = UnresolvedToken.namesIn(whole);
        String marker = unknown.isEmpty() ? "" : UnresolvedToken.of(unknown.get(0));
        return UnresolvedToken.removeFrom(whole.substring(0, SHOWN)) + "...#" + Names.digest(whole) + marker;
    }

    private void write(Resolved value) {
        if (text.length() > LONGEST) {
            return;
        }
        if (value instanceof Resolved.Text scalar) {
            text.append(Canonical.quote(scalar.text()));
        } else if (value instanceof Resolved.Items items) {
            text.append('[');
            items.items().forEach(item -> {
                write(item);
                text.append(',');
            });
            text.append(']');
        } else if (value instanceof Resolved.Members members) {
            text.append('{');
            new TreeMap<>(members.members()).forEach((key, member) -> {
                text.append(Canonical.quote(key)).append(':');
                write(member);
                text.append(',');
            });
            text.append('}');
        } else if (value instanceof Resolved.Unknown unknown) {
            text.append(Canonical.quote(UnresolvedToken.of(unknown.name())));
        } else {
            text.append("null");
        }
    }

    private void write(Node node) {
        if (text.length() > LONGEST) {
            return;
        }
        if (node instanceof Node.Scalar scalar) {
            text.append(scalar.isNull() ? "null" : Canonical.quote(scalar.text()));
        } else if (node instanceof Node.Listing list) {
            text.append('[');
            list.items().forEach(item -> {
                write(item);
                text.append(',');
            });
            text.append(']');
        } else if (node instanceof Node.Mapping mapping) {
            text.append('{');
            for (Map.Entry<String, Node> member :
                    new TreeMap<>(mapping.members()).entrySet()) {
                text.append(Canonical.quote(member.getKey())).append(':');
                write(member.getValue());
                text.append(',');
            }
            text.append('}');
        }
    }
}
