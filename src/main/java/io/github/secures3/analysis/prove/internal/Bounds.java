package io.github.secures3.analysis.prove.internal;

/**
 * A claim where not everything is known: when it surely holds, when it is not surely wrong, and when it holds in one world, in which each thing that
 * is not known is a variable. Where all is known the three are one.
 *
 * @param must the formula under which it surely holds
 * @param may the formula under which it is not surely wrong
 * @param world the formula under which it holds, given the variables for what is not known; between the other two
 */
record Bounds(int must, int may, int world) {

    static final Bounds TRUE = exact(Circuit.TRUE);
    static final Bounds FALSE = exact(Circuit.FALSE);

    static Bounds of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** A claim that this formula decides. */
    static Bounds exact(int formula) {
        return new Bounds(formula, formula, formula);
    }
}
