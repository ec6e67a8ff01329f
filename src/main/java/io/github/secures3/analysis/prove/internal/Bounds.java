package io.github.secures3.analysis.prove.internal;

/**
 * A claim from both sides, where not everything is known: when it surely holds, and when it may hold. Where all is known the two are one.
 *
 * @param must the formula under which it surely holds
 * @param may the formula under which it may hold; wherever {@code must} holds, so does this
 */
record Bounds(int must, int may) {

    static final Bounds TRUE = new Bounds(Circuit.TRUE, Circuit.TRUE);
    static final Bounds FALSE = new Bounds(Circuit.FALSE, Circuit.FALSE);

    static Bounds of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** A claim that this formula decides. */
    static Bounds exact(int formula) {
        return new Bounds(formula, formula);
    }
}
