package io.github.secures3.constructs.accesspoint;

/**
 * Keeps the template of one stack below the size that CloudFormation accepts.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">CloudFormation quotas</a>
 */
final class TemplateBudget {

    /** CloudFormation takes 1 MB; the rest is for parameters, outputs and metadata. */
    private static final int LIMIT = 950_000;

    /** Names of properties, settings, metadata with the path of the construct. */
    private static final int AROUND_POLICY = 700;

    private final Refusal refusal;
    private final String stack;
    private int size;
    private int points;

    TemplateBudget(Refusal refusal, String stack) {
        this.refusal = refusal;
        this.stack = stack;
    }

    void add(AccessPoint point, int policySize) {
        size += AROUND_POLICY + policySize;
        points++;
        point.tags().forEach((key, value) -> size += key.length() + value.length() + 24);
        refusal.unless(
                size <= LIMIT,
                () -> "the template of stack " + stack
                        + " can pass 1 MB, the most that CloudFormation takes, at its access point "
                        + points + " of name '" + point.name()
                        + "'; spread a new set over more stacks, or put new points into a second set");
    }
}
