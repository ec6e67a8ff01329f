package io.github.secures3.policy.json;

import io.github.secures3.policy.json.LocatedValue.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the exceptions of one source, and reads the values that fail in the same way everywhere. */
record Faults(String source) {

    PolicySyntaxException at(Position place, String problem) {
        return new PolicySyntaxException(source, place, problem);
    }

    PolicySyntaxException at(LocatedValue value, String problem) {
        return at(value.at(), problem);
    }

    /** A name that the grammar does not have there; the spelling counts, letter case included. */
    PolicySyntaxException unknown(LocatedValue.Member member, String what, List<String> allowed) {
        Optional<String> meant =
                allowed.stream().filter(member.name()::equalsIgnoreCase).findFirst();
        String fix = meant.map(name -> "did you mean '" + name + "'? upper and lower case count")
                .orElse("allowed are " + String.join(", ", allowed));
        return at(member.at(), "unknown " + what + " " + Shown.quoted(member.name()) + "; " + fix);
    }

    String string(LocatedValue value, String element) {
        if (value instanceof Scalar scalar && scalar.isString()) {
            return scalar.text();
        }
        throw at(value, element + " must be a string, not " + value.shown());
    }

    /** One string, or any number of them in an array: an empty one too, which AWS accepts and advises against. */
    List<String> strings(LocatedValue value, String element) {
        if (value instanceof Scalar scalar && scalar.isString()) {
            return List.of(scalar.text());
        }
        if (!(value instanceof LocatedValue.ArrayValue array)) {
            throw at(value, element + " must be a string or an array of strings, not " + value.shown());
        }
        List<String> texts = new ArrayList<>(array.elements().size());
        for (LocatedValue entry : array.elements()) {
            if (!(entry instanceof Scalar scalar) || !scalar.isString()) {
                throw at(entry, element + " lists strings, not " + entry.shown() + "; write it in quotation marks");
            }
            texts.add(scalar.text());
        }
        return texts;
    }
}
