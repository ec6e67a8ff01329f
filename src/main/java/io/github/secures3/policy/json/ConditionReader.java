package io.github.secures3.policy.json;

import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.Conditions;
import io.github.secures3.policy.json.LocatedValue.ArrayValue;
import io.github.secures3.policy.json.LocatedValue.Member;
import io.github.secures3.policy.json.LocatedValue.ObjectValue;
import io.github.secures3.policy.json.LocatedValue.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads {@code Condition}: operators, below them keys, below them values. */
final class ConditionReader {

    private final Faults faults;

    ConditionReader(Faults faults) {
        this.faults = faults;
    }

    Conditions read(LocatedValue value) {
        List<Condition> all = new ArrayList<>();
        Set<ConditionOperator> seen = new HashSet<>();
        for (Member block : object(value, "Condition", "operators").members()) {
            ConditionOperator operator = operator(block);
            if (!seen.add(operator)) {
                throw faults.at(
                        block.at(),
                        "the operator " + operator.text()
                                + " stands twice, in different case; put its keys into one object");
            }
            addKeys(operator, block, all);
        }
        return new Conditions(all);
    }

    private void addKeys(ConditionOperator operator, Member block, List<Condition> all) {
        Set<String> seen = new HashSet<>();
        for (Member key :
                object(block.value(), operator.text(), "condition keys").members()) {
            if (key.name().isEmpty()) {
                throw faults.at(key.at(), "a condition key is empty; write one such as aws:SecureTransport");
            }
            if (!seen.add(key.name().toLowerCase(Locale.ROOT))) {
                throw faults.at(
                        key.at(),
                        "the condition key " + Shown.quoted(key.name())
                                + " stands twice, in different case, which AWS takes for the same; list the values in one");
            }
            all.add(new Condition(operator, key.name(), values(key)));
        }
    }

    private ConditionOperator operator(Member block) {
        return ConditionOperator.parse(block.name()).orElseThrow(() -> {
            boolean nullIfExists = block.name().toLowerCase(Locale.ROOT).endsWith("nullifexists");
            return faults.at(
                    block.at(),
                    "unknown condition operator " + Shown.quoted(block.name()) + "; "
                            + (nullIfExists
                                    ? "Null already tests whether the key exists, so leave IfExists out"
                                    : "allowed are those of the IAM reference, such as StringEquals, with ForAllValues: or"
                                            + " ForAnyValue: before and IfExists after"));
        });
    }

    private List<ConditionValue> values(Member key) {
        List<LocatedValue> entries = key.value() instanceof ArrayValue array ? array.elements() : List.of(key.value());
        List<ConditionValue> values = new ArrayList<>(entries.size());
        for (LocatedValue entry : entries) {
            values.add(value(entry, key.name()));
        }
        return values;
    }

    private ConditionValue value(LocatedValue entry, String key) {
        if (!(entry instanceof Scalar scalar) || scalar.kind() == Scalar.Kind.NULL) {
            throw faults.at(
                    entry,
                    "the condition key " + Shown.quoted(key)
                            + " takes a string, a number, a boolean or an array of them, not " + entry.shown());
        }
        return new ConditionValue(
                switch (scalar.kind()) {
                    case BOOLEAN -> ConditionValue.Type.BOOLEAN;
                    case NUMBER -> ConditionValue.Type.NUMBER;
                    default -> ConditionValue.Type.STRING;
                },
                scalar.text());
    }

    private ObjectValue object(LocatedValue value, String what, String members) {
        if (value instanceof ObjectValue object) {
            return object;
        }
        throw faults.at(value, what + " must be an object of " + members + ", not " + value.shown());
    }
}
