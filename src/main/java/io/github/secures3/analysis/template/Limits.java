package io.github.secures3.analysis.template;

/**
 * How much is read. Everything lies far above what CloudFormation takes, and low enough that hostile input ends within seconds.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">CloudFormation quotas</a>
 */
final class Limits {

    /** Bytes of a file: 8 MiB; CloudFormation takes templates of 1 MB. */
    static final int FILE_BYTES = 8 << 20;

    /** Levels of objects and lists; recursion over a tree goes no deeper. */
    static final int DEPTH = 100;

    /** Values in one file, those behind aliases counted each time. */
    static final int NODES = 500_000;

    /** Resources of one template; CloudFormation takes 500. */
    static final int RESOURCES = 2_000;

    /** Levels of nested stacks, and of stages in stages. */
    static final int NESTING = 16;

    /** Stacks in an estate. */
    static final int STACKS = 2_000;

    /** Levels of references and functions within each other. */
    static final int RESOLUTION_DEPTH = 400;

    /** Values resolved for one estate. */
    static final long STEPS = 20_000_000;

    /** Characters of one resolved text: 1 MiB. */
    static final int TEXT = 1 << 20;

    /** Characters that functions of one estate put together. */
    static final long TEXTS = 64L << 20;

    /** Characters of the properties of all resources. */
    static final long COMPARED = 256L << 20;

    private Limits() {}
}
