package io.github.secures3.analysis.template;

import io.github.secures3.policy.UnresolvedToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names of unknown values: short, free of what means something in policies and markers, and different for different values. */
final class Names {

    private static final int LONGEST = 60;
    private static final int LONGEST_PREVIEW = 2_000;
    private static final int DIGEST_CHARACTERS = 24;
    private static final String PLAIN = ".:/_-@,()";

    private Names() {}

    /** A name of parts that tell the value apart, such as stack, logical id and attribute. */
    static String of(String... parts) {
        String joined = String.join(".", parts);
        String plain = plain(joined);
        // A dot within a part could make two values look alike.
        boolean clear =
                plain.equals(joined) && joined.chars().filter(c -> c == '.').count() == parts.length - 1;
        return clear && joined.length() <= 4 * LONGEST ? joined : shortened(plain) + "#" + digest(parts);
    }

    /** The name of a value that is held elsewhere, under a key that tells it from others by the same name. */
    static String held(String name, String key) {
        if (key.isEmpty()) {
            return name;
        }
        return plain(key).equals(key) && key.length() <= LONGEST ? name + "(" + key + ")" : name + "#" + digest(key);
    }

    /** The name of what a function makes of these inputs. */
    static String derived(String function, String... inputs) {
        String first = shortened(plain(preview(inputs)));
        String[] all = new String[inputs.length + 1];
        all[0] = function;
        System.arraycopy(inputs, 0, all, 1, inputs.length);
        return shortened(plain(function)) + "(" + first + ")#" + digest(all);
    }

    /** What a reader recognises the value by: the first unknown value in the inputs, else the first input. */
    private static String preview(String... inputs) {
        for (String input : inputs) {
            String start = input.substring(0, Math.min(input.length(), LONGEST_PREVIEW));
            List<String> names = UnresolvedToken.namesIn(start);
            if (!names.isEmpty()) {
                return names.get(0).replaceFirst("#.*", "");
            }
        }
        return inputs.length == 0
                ? ""
                : inputs[0]
                        .substring(0, Math.min(inputs[0].length(), LONGEST_PREVIEW))
                        .replaceFirst("#.*", "");
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < Math.min(text.length(), 4 * LONGEST + 1); at++) {
            char c = text.charAt(at);
            boolean safe =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || PLAIN.indexOf(c) >= 0;
            plain.append(safe ? c : '_');
        }
        return plain.toString();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    static String digest(String... parts) {
        MessageDigest sha256;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
        for (String part : parts) {
            sha256.update((part.length() + ":" + part).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(sha256.digest()).substring(0, DIGEST_CHARACTERS);
    }
}
