package io.github.secures3.analysis.template;

/** Counts the work on one estate, so that references which multiply each other end in an error. */
final class Budget {

    private int depth;
    private long steps;
    private long characters;
    private long compared;

    void enter(Place place) {
        if (++depth > Limits.RESOLUTION_DEPTH) {
            throw new TemplateException(
                    place,
                    "references and functions nest deeper than " + Limits.RESOLUTION_DEPTH
                            + " levels here; no deployable template does");
        }
        if (++steps > Limits.STEPS) {
            throw new TemplateException(
                    place, "the templates need more than " + Limits.STEPS + " steps to resolve; read fewer at once");
        }
    }

    void leave() {
        depth--;
    }

    void compared(Place place, long length) {
        compared += length;
        if (compared > Limits.COMPARED) {
            throw new TemplateException(
                    place,
                    "the properties of all resources have more text than " + Limits.COMPARED
                            + " characters; read fewer templates at once");
        }
    }

    void text(Place place, long length) {
        characters += length;
        if (length > Limits.TEXT || characters > Limits.TEXTS) {
            throw new TemplateException(
                    place,
                    "functions put together more text than " + Limits.TEXT + " characters at once or " + Limits.TEXTS
                            + " in all; no template needs that");
        }
    }
}
