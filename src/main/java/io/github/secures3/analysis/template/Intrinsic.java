package io.github.secures3.analysis.template;

/** An intrinsic function. */
@FunctionalInterface
interface Intrinsic {

    /** The value of a call with this argument at this place; unknown where the argument makes no sense. */
    Resolved resolve(Node argument, Place place);
}
