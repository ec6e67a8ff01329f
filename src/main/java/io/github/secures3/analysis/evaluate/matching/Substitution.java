package io.github.secures3.analysis.evaluate.matching;

import io.github.secures3.policy.Pattern;
import io.github.secures3.policy.PolicyVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A pattern with the values of one request in place of its policy variables.
 *
 * @param parts the pattern, or empty where a variable has no usable value
 * @param failure why it has none: FALSE where the key is absent, as nothing equals a null value, or unknown; TRUE where all went well
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value">Policy variables
 *     with no value</a>
 */
record Substitution(List<Pattern.Part> parts, Truth failure) {

    static Substitution of(List<Pattern.Part> parts, ContextView context) {
        List<Pattern.Part> replaced = new ArrayList<>(parts.size());
        for (Pattern.Part part : parts) {
            if (part instanceof Pattern.Variable variable) {
                Truth failure = replace(variable.variable(), context, replaced);
                if (!failure.isTrue()) {
                    return new Substitution(List.of(), failure);
                }
            } else {
                replaced.add(part);
            }
        }
        return new Substitution(replaced, Truth.TRUE);
    }

    private static Truth replace(PolicyVariable variable, ContextView context, List<Pattern.Part> replaced) {
        ContextValue value = context.get(variable.key().toLowerCase(Locale.ROOT));
        if (value.isUnknown()) {
            return Truth.unknown("the context key " + variable.key() + " is not given");
        }
        String fallback = variable.defaultValue();
        if (value.isAbsent()) {
            if (fallback == null) {
                return Truth.FALSE;
            }
            replaced.add(new Pattern.Literal(fallback));
            return Truth.TRUE;
        }
        if (value.values().size() > 1) {
            return Truth.unknown("the policy variable ${" + variable.key()
                    + "} stands for a key with several values, for which AWS defines no meaning");
        }
        replaced.add(new Pattern.Literal(value.values().get(0)));
        return Truth.TRUE;
    }
}
