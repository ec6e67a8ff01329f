package io.github.secures3.analysis.prove.internal;

/** The ARN that a call asks for, over all requests in question. */
interface ResourceView {

    /** When the ARN belongs to the language. */
    Bounds fits(LanguageBounds language);

    /** One ARN; what is unknown about it and a pattern stays the same through all requests. */
    static ResourceView fixed(BoundsAlgebra logic, UnknownValues unknowns, String arn) {
        String encoded = unknowns.encode(arn);
        return language -> logic.between(
                language.must().after(encoded, false).contains("") ? Circuit.TRUE : Circuit.FALSE,
                language.may().after(encoded, true).contains("") ? Circuit.TRUE : Circuit.FALSE,
                reason(language, arn));
    }

    /** An ARN that begins alike in all requests and ends with the attribute. */
    static ResourceView beginningWith(
            BoundsAlgebra logic, UnknownValues unknowns, String beginning, TextAttribute rest) {
        String encoded = unknowns.encode(beginning);
        return language -> logic.between(
                rest.in(language.must().after(encoded, false)),
                rest.in(language.may().after(encoded, true)),
                reason(language, beginning));
    }

    /** The first where the formula holds, else the second. */
    static ResourceView either(BoundsAlgebra logic, int formula, ResourceView one, ResourceView other) {
        Bounds condition = Bounds.exact(formula);
        return language -> logic.or(
                logic.and(condition, one.fits(language)), logic.and(logic.not(condition), other.fits(language)));
    }

    private static String reason(LanguageBounds language, String arn) {
        return language.isExact()
                ? "whether a policy names " + arn + " depends on a value that is not known"
                : language.reason();
    }
}
