package io.github.secures3.analysis.evaluate.matching;

import io.github.secures3.policy.Pattern;
import io.github.secures3.policy.PolicyVersion;
import java.util.List;

/**
 * An ARN of a policy to compare ARNs of a request with, letter case included.
 *
 * <p>{@link #resource} reads the {@code Resource} element: wildcards work within the segments that colons part, and a {@code *} at the end of a
 * segment reaches over colons too. Where another wildcard would have to reach over a colon, AWS documents no answer and it is unknown.
 * {@link #condition} reads the operators {@code ArnEquals} and {@code ArnLike}: each of the six components is compared by itself.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Wildcards in resource ARNs</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN">ARN
 *     condition operators</a>
 * @since 0.1
 */
public final class ArnPattern {

    private final List<Pattern.Part> parts;
    private final boolean condition;
    private final boolean hasVariables;
    private final Beginning beginning;
    private final CompiledArn compiled;

    private ArnPattern(String text, PolicyVersion version, boolean condition) {
        Pattern pattern = Pattern.parse(text, version);
        this.parts = pattern.parts();
        this.condition = condition;
        this.hasVariables = pattern.hasVariables();
        this.beginning = Beginning.of(parts, false);
        this.compiled = hasVariables ? CompiledArn.of(List.of()) : CompiledArn.of(parts);
    }

    /** An entry of a {@code Resource} or {@code NotResource} element. */
    public static ArnPattern resource(String text, PolicyVersion version) {
        return new ArnPattern(text, version, false);
    }

    /** A value of an ARN condition operator. */
    public static ArnPattern condition(String text, PolicyVersion version) {
        return new ArnPattern(text, version, true);
    }

    /** Whether the ARN fits; the context fills in the policy variables, and one without a value fits no ARN. */
    public Truth matches(String arn, ContextView context) {
        int same = beginning.sharedWith(arn);
        if (same < 0) {
            return Truth.FALSE;
        }
        if (!hasVariables) {
            return compiled.matches(arn, condition, same);
        }
        Substitution filled = Substitution.of(parts, context);
        return filled.failure().isTrue()
                ? CompiledArn.of(filled.parts()).matches(arn, condition, same)
                : filled.failure();
    }
}
