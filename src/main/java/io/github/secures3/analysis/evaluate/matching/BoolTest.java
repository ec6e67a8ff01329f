package io.github.secures3.analysis.evaluate.matching;

import io.github.secures3.policy.Pattern;
import io.github.secures3.policy.PolicyVersion;

/**
 * {@code true} and {@code false}, in any letter case; anything else equals nothing.
 *
 * <p>Whether a policy variable may stand here, AWS's pages disagree: such a value is unknown.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean">
 *     Boolean condition operators</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-wheretouse">Where you can use
 *     policy variables</a>
 */
final class BoolTest implements ValueTest {

    private final String expected;
    private final boolean variable;

    BoolTest(String expected, PolicyVersion version) {
        this.expected = expected;
        this.variable = Pattern.parse(expected, version).hasVariables();
    }

    @Override
    public Truth fits(String actual, ContextView context) {
        if (variable) {
            return Truth.unknown(
                    "the Bool operator is given the policy variable " + expected + ", on which AWS's pages disagree");
        }
        boolean expectedUnknown = Symbols.hasToken(expected);
        boolean actualUnknown = Symbols.hasToken(actual);
        if ((expectedUnknown || isBoolean(expected)) && (actualUnknown || isBoolean(actual))) {
            boolean same = expected.equalsIgnoreCase(actual);
            return same ? Truth.TRUE : Unknown.in(expected, actual);
        }
        return Truth.FALSE;
    }

    private static boolean isBoolean(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }
}
