package io.github.secures3.analysis.evaluate;

/**
 * What came of a request, or of one layer's look at it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">How AWS
 *     decides whether a request is allowed or denied</a>
 * @since 0.1
 */
public enum Outcome {
    /** It is allowed. */
    ALLOWED("Allowed"),
    /** A statement denies it, whatever others allow. */
    EXPLICITLY_DENIED("ExplicitlyDenied"),
    /** Something that has to allow it does not. */
    IMPLICITLY_DENIED("ImplicitlyDenied"),
    /** The answer depends on something that is not known. */
    UNDECIDED("Undecided");

    private final String text;

    Outcome(String text) {
        this.text = text;
    }

    /** The name in answers, such as {@code ExplicitlyDenied}. */
    public String text() {
        return text;
    }
}
