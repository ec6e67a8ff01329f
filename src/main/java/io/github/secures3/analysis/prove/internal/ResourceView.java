package io.github.secures3.analysis.prove.internal;

import io.github.secures3.policy.PolicyVersion;

/** The ARN that a call asks for, over all requests in question. */
interface ResourceView {

    /** When the ARN fits an entry of a {@code Resource} element. */
    Bounds fits(PatternReader patterns, String entry, PolicyVersion version);

    /** One ARN. */
    static ResourceView fixed(BoundsAlgebra logic, String arn) {
        return (patterns, entry, version) -> {
            LanguageBounds rest = patterns.wholeResource(entry, version, arn);
            return logic.between(
                    rest.must().contains("") ? Circuit.TRUE : Circuit.FALSE,
                    rest.may().contains("") ? Circuit.TRUE : Circuit.FALSE,
                    fact(arn, entry, version),
                    rest.reason());
        };
    }

    /** An ARN that begins alike in all requests and ends with the attribute. */
    static ResourceView beginningWith(BoundsAlgebra logic, String beginning, TextAttribute attribute) {
        return (patterns, entry, version) -> {
            LanguageBounds rest = patterns.resource(entry, version, beginning);
            return logic.between(
                    attribute.in(rest.must()),
                    attribute.mayBeIn(rest.may()),
                    fact(beginning, entry, version),
                    rest.reason());
        };
    }

    /** The first where the formula holds, else the second. */
    static ResourceView either(BoundsAlgebra logic, int formula, ResourceView one, ResourceView other) {
        Bounds condition = Bounds.exact(formula);
        return (patterns, entry, version) -> logic.or(
                logic.and(condition, one.fits(patterns, entry, version)),
                logic.and(logic.not(condition), other.fits(patterns, entry, version)));
    }

    private static String fact(String arn, String entry, PolicyVersion version) {
        return arn + " fits " + entry + " in " + version;
    }
}
