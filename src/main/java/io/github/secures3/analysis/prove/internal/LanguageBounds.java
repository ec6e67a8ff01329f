package io.github.secures3.analysis.prove.internal;

/**
 * The texts that a pattern surely fits and those that it may fit, where it holds values that are not known.
 *
 * @param must the texts that surely fit
 * @param may the texts that may fit, the former among them
 * @param reason why the two differ; empty where they do not
 */
record LanguageBounds(Language must, Language may, String reason) {

    static LanguageBounds exact(Language language) {
        return new LanguageBounds(language, language, "");
    }

    boolean isExact() {
        return reason.isEmpty();
    }
}
