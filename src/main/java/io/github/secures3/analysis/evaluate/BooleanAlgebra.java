package io.github.secures3.analysis.evaluate;

import java.util.List;

/**
 * The connectives that {@link DecisionRule} is written in, so that one rule serves truth values and formulas alike.
 *
 * @param <B> the truth values, or formulas
 * @since 0.1
 */
public interface BooleanAlgebra<B> {

    /** True or false. */
    B constant(boolean value);

    /** Either, for a reason that nobody can settle; equal reasons are one fact. */
    B unknown(String reason);

    /** Both hold. */
    B and(B one, B other);

    /** At least one holds. */
    B or(B one, B other);

    /** It does not hold. */
    B not(B one);

    /** All hold; true where there is none. */
    default B all(List<B> many) {
        B result = constant(true);
        for (B one : many) {
            result = and(result, one);
        }
        return result;
    }

    /** At least one holds; false where there is none. */
    default B any(List<B> many) {
        B result = constant(false);
        for (B one : many) {
            result = or(result, one);
        }
        return result;
    }

    /** The one where the condition holds, else the other; where both agree, the condition need not be known. */
    default B choose(B condition, B one, B other) {
        return or(or(and(condition, one), and(not(condition), other)), and(one, other));
    }
}
