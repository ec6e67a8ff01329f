package io.github.secures3.analysis.prove.internal;

/**
 * The texts that a pattern surely fits and those that it may fit, where it holds values that are not known.
 *
 * @param must the texts that surely fit
 * @param may the texts that may fit, the former among them
 * @param lead the characters before the first wildcard or policy variable, unknown values included
 * @param reason why the two differ; empty where they do not
 */
record LanguageBounds(Language must, Language may, String lead, String reason) {

    static LanguageBounds exact(Language language, String lead) {
        return new LanguageBounds(language, language, lead, "");
    }

    boolean isExact() {
        return reason.isEmpty();
    }

    /**
     * What may follow this beginning of a text. Where the pattern begins with the same characters, unknown values among them, these are the same text
     * on both sides; otherwise an unknown value of the beginning may be any text.
     */
    LanguageBounds after(String beginning) {
        if (!beginning.isEmpty() && lead.startsWith(beginning)) {
            int length = beginning.length();
            return bounds(must.from(length), may.from(length), lead.substring(length), beginning);
        }
        return bounds(must.after(beginning, false), may.after(beginning, true), "", beginning);
    }

    private LanguageBounds bounds(Language surely, Language perhaps, String rest, String beginning) {
        if (surely.equals(perhaps)) {
            return exact(surely, rest);
        }
        return new LanguageBounds(
                surely, perhaps, rest, isExact() ? "what '" + beginning + "' begins with is not known" : reason);
    }
}
