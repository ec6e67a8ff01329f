package io.github.secures3.analysis.evaluate.matching;

/**
 * The context keys of a request, as conditions and policy variables look at them.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global condition context keys</a>
 * @since 0.1
 */
@FunctionalInterface
public interface ContextView {

    /** What the request carries under this key, which is given in lower case. */
    ContextValue get(String lowerCaseKey);
}
