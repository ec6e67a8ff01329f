package io.github.secures3.analysis.evaluate;

import io.github.secures3.analysis.evaluate.matching.Truth;

/** The connectives over {@link Truth}. */
enum ThreeValued implements BooleanAlgebra<Truth> {
    INSTANCE;

    @Override
    public Truth constant(boolean value) {
        return Truth.of(value);
    }

    @Override
    public Truth unknown(String reason) {
        return Truth.unknown(reason);
    }

    @Override
    public Truth and(Truth one, Truth other) {
        return one.and(other);
    }

    @Override
    public Truth or(Truth one, Truth other) {
        return one.or(other);
    }

    @Override
    public Truth not(Truth one) {
        return one.not();
    }
}
