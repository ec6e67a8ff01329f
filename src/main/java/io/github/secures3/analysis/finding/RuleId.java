package io.github.secures3.analysis.finding;

import java.util.regex.Pattern;

/**
 * The stable name of a kind of finding, such as {@code bucket.access-logging}: lower case, words joined by hyphens, parts by dots.
 *
 * <p>Baselines, acknowledgements and reports refer to it, so it never changes its meaning.
 *
 * @param text the name
 * @since 0.1
 */
public record RuleId(String text) implements Comparable<RuleId> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.[a-z][a-z0-9]*(-[a-z0-9]+)*)+");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the text is no such name
     */
    public RuleId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "the rule id '" + text
                            + "' is not of the form 'bucket.access-logging': lower-case words joined by hyphens, in parts joined by dots");
        }
    }

    /** The rule id of this text. */
    public static RuleId of(String text) {
        return new RuleId(text);
    }

    @Override
    public int compareTo(RuleId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
