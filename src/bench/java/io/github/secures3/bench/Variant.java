package io.github.secures3.bench;

import io.github.secures3.constructs.bucket.SecureBucket;
import java.util.function.Function;
import software.amazon.awscdk.Stack;

/** The ways to write the same buckets. */
enum Variant {
    SECURE("SecureBucket", stack -> id -> new SecureBucket(stack, id)),
    L2("L2 by hand", HandWrittenL2::new),
    L1("L1 by hand", HandWrittenL1::new);

    private final String label;
    private final Function<Stack, Buckets> start;

    Variant(String label, Function<Stack, Buckets> start) {
        this.label = label;
        this.start = start;
    }

    /** Adds buckets to one stack. */
    interface Buckets {
        void add(String id);
    }

    Buckets in(Stack stack) {
        return start.apply(stack);
    }

    @Override
    public String toString() {
        return label;
    }
}
