package io.github.secures3.analysis.template;

import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Values as texts to compare: equal values give equal texts, whatever the order of members and however a scalar is written, and different
 * values different ones. A long text is cut and ends with a digest of the whole.
 */
final class Fingerprint {

    private static final int SHOWN = 1_000;
    /** More than a whole template that CloudFormation takes. */
    private static final int LONGEST = 2 << 20;

    private static final String NULL = "null";

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
            list(items.items(), this::write);
        } else if (value instanceof Resolved.Members members) {
            object(members.members(), this::write);
        } else if (value instanceof Resolved.Unknown unknown) {
            text.append(Canonical.quote(UnresolvedToken.of(unknown.name())));
        } else {
            text.append(NULL);
        }
    }

    private void write(Node node) {
        if (text.length() > LONGEST) {
            return;
        }
        if (node instanceof Node.Scalar scalar) {
            text.append(scalar.isNull() ? NULL : Canonical.quote(scalar.text()));
        } else if (node instanceof Node.Listing list) {
            list(list.items(), this::write);
        } else if (node instanceof Node.Mapping mapping) {
            object(mapping.members(), this::write);
        }
    }

    private <T> void list(List<T> items, Consumer<T> write) {
        String separator = "[";
        for (T item : items) {
            text.append(separator);
            write.accept(item);
            separator = ",";
        }
        text.append(items.isEmpty() ? "[]" : "]");
    }

    private <T> void object(Map<String, T> members, Consumer<T> write) {
        String separator = "{";
        for (Map.Entry<String, T> member : new TreeMap<>(members).entrySet()) {
            text.append(separator).append(Canonical.quote(member.getKey())).append(':');
            write.accept(member.getValue());
            separator = ",";
        }
        text.append(members.isEmpty() ? "{}" : "}");
    }
}
