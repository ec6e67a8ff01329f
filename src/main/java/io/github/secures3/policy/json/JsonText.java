package io.github.secures3.policy.json;

import io.github.secures3.policy.ConditionValue;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Writes a tree of maps, lists, strings and condition values as JSON; numbers keep their digits. */
final class JsonText {

    private final StringBuilder out = new StringBuilder();
    private final boolean indented;
    private final UnaryOperator<String> strings;

    private JsonText(boolean indented, UnaryOperator<String> strings) {
        this.indented = indented;
        this.strings = strings;
    }

    static String pretty(Map<String, Object> tree) {
        return new JsonText(true, UnaryOperator.identity()).write(tree, 0).out.toString();
    }

    static String compact(Map<String, Object> tree) {
        return compact(tree, UnaryOperator.identity());
    }

    /** Without white space, each string and name changed by the function on its way out. */
    static String compact(Map<String, Object> tree, UnaryOperator<String> strings) {
        return new JsonText(false, strings).write(tree, 0).out.toString();
    }

    private JsonText write(Object node, int depth) {
        if (node instanceof Map<?, ?> map) {
            members(map, depth);
        } else if (node instanceof List<?> list) {
            elements(list, depth);
        } else if (node instanceof ConditionValue value && value.type() != ConditionValue.Type.STRING) {
            out.append(value.text());
        } else if (node instanceof ConditionValue value) {
            string(value.text());
        } else if (node instanceof String text) {
            string(text);
        } else {
            throw new IllegalStateException("a policy tree holds no " + node.getClass());
        }
        return this;
    }

    private void members(Map<?, ?> map, int depth) {
        out.append('{');
        for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator(); entries.hasNext(); ) {
            Map.Entry<?, ?> entry = entries.next();
            newLine(depth + 1);
            string((String) entry.getKey());
            out.append(indented ? ": " : ":");
            write(entry.getValue(), depth + 1);
            out.append(entries.hasNext() ? "," : "");
        }
        close('}', map.isEmpty(), depth);
    }

    private void elements(Collection<?> list, int depth) {
        out.append('[');
        for (Iterator<?> entries = list.iterator(); entries.hasNext(); ) {
            newLine(depth + 1);
            write(entries.next(), depth + 1);
            out.append(entries.hasNext() ? "," : "");
        }
        close(']', list.isEmpty(), depth);
    }

    private void close(char bracket, boolean empty, int depth) {
        if (!empty) {
            newLine(depth);
        }
        out.append(bracket);
    }

    private void newLine(int depth) {
        if (indented) {
            out.append('\n').append("  ".repeat(depth));
        }
    }

    private void string(String original) {
        String text = strings.apply(original);
        out.append('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> out.append(needsEscape(text, at) ? String.format(Locale.ROOT, "\\u%04x", (int) c) : c);
            }
        }
        out.append('"');
    }

    /** Control characters, and surrogates without their other half, which UTF-8 cannot carry. */
    private static boolean needsEscape(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c < ' ';
    }
}
