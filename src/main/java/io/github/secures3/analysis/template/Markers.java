package io.github.secures3.analysis.template;

import io.github.secures3.policy.UnresolvedToken;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Markers of unknown values inside texts, kept apart from text of a template that only looks like one. */
final class Markers {

    private static final List<String> OPENINGS = List.of("${Token[", "#{Token[");
    private static final String DYNAMIC = "{{resolve:";

    private Markers() {}

    /** The text of a template in which nothing is a marker that the template itself wrote. */
    static String literal(String text, String stack) {
        if (!UnresolvedToken.isIn(text)) {
            return text;
        }
        // One marker for the whole text: what a foreign token stands for is unknown, and equal texts stay equal.
        return UnresolvedToken.of(Names.derived(stack + ".Literal", text));
    }

    /** How many markers, or beginnings of one, a text has. */
    static int count(String text) {
        int count = 0;
        for (String opening : OPENINGS) {
            for (int at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, at + 1)) {
                count++;
            }
        }
        return count;
    }

    /** The text with a marker for each dynamic reference, whose value only the deployment sees. */
    static String withoutDynamicReferences(String text, String stack) {
        int at = text.indexOf(DYNAMIC);
        if (at < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (at >= 0) {
            int end = endOfReference(text, at);
            if (end < 0) {
                break;
            }
            out.append(text, from, at)
                    .append(UnresolvedToken.of(Names.derived(stack + ".resolve", text.substring(at, end))));
            from = end;
            at = text.indexOf(DYNAMIC, from);
        }
        return out.append(text, from, text.length()).toString();
    }

    private static int endOfReference(String text, int start) {
        int at = start + DYNAMIC.length();
        while (at < text.length()) {
            int token = UnresolvedToken.endOfTokenAt(text, at);
            if (token >= 0) {
                at = token;
            } else if (text.startsWith("}}", at)) {
                return at + 2;
            } else {
                at++;
            }
        }
        return -1;
    }

    /** What a text with markers depends on, in words. */
    static String reason(String text) {
        Set<String> names = new LinkedHashSet<>(UnresolvedToken.namesIn(text));
        return "only the deployment knows " + String.join(", ", names);
    }
}
