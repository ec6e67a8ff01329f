package io.github.secures3.analysis.prove.internal;

import java.util.List;

/** The ARN that a call asks for, over all requests in question. */
interface ResourceView {

    /** When the ARN belongs to the language. */
    Bounds fits(LanguageBounds language);

    /** One ARN; what is unknown about it and a pattern stays the same through all requests. */
    static ResourceView fixed(BoundsAlgebra logic, UnknownValues unknowns, String arn) {
        String encoded = unknowns.encode(arn);
        return language -> {
            LanguageBounds rest = language.after(encoded);
            return logic.between(
                    rest.must().contains("") ? Circuit.TRUE : Circuit.FALSE,
                    rest.may().contains("") ? Circuit.TRUE : Circuit.FALSE,
                    List.of(arn, language),
                    unknowns.decode(rest.reason()));
        };
    }

    /** An ARN that begins alike in all requests and ends with the attribute. */
    static ResourceView beginningWith(
            BoundsAlgebra logic, UnknownValues unknowns, String beginning, TextAttribute end) {
        String encoded = unknowns.encode(beginning);
        return language -> {
            LanguageBounds rest = language.after(encoded);
            return logic.between(
                    end.in(rest.must()),
                    end.in(rest.may()),
                    List.of(beginning, language),
                    unknowns.decode(rest.reason()));
        };
    }

    /** The first where the formula holds, else the second. */
    static ResourceView either(BoundsAlgebra logic, int formula, ResourceView one, ResourceView other) {
        Bounds condition = Bounds.exact(formula);
        return language -> logic.or(
                logic.and(condition, one.fits(language)), logic.and(logic.not(condition), other.fits(language)));
    }
}
