package io.github.secures3.policy.json;

import io.github.secures3.policy.Principal;
import io.github.secures3.policy.PrincipalType;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.json.LocatedValue.Member;
import io.github.secures3.policy.json.LocatedValue.ObjectValue;
import io.github.secures3.policy.json.LocatedValue.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code Principal} and {@code NotPrincipal}: {@code "*"} or a map from types to values. */
final class PrincipalReader {

    private static final List<String> TYPES = List.of("AWS", "Service", "Federated", "CanonicalUser");

    private final Faults faults;

    PrincipalReader(Faults faults) {
        this.faults = faults;
    }

    Principals read(Member element) {
        boolean negated = element.name().equals("NotPrincipal");
        LocatedValue value = element.value();
        if (value instanceof Scalar scalar && scalar.isString() && scalar.text().equals("*")) {
            return new Principals(negated, List.of(Principal.everyone()));
        }
        if (!(value instanceof ObjectValue map)) {
            throw faults.at(
                    value,
                    element.name() + " must be \"*\" or an object such as {\"AWS\": \"111122223333\"}, not "
                            + value.shown());
        }
        List<Principal> members = new ArrayList<>();
        for (Member entry : map.members()) {
            PrincipalType type = PrincipalType.ofKey(entry.name())
                    .filter(known -> known.text().equals(entry.name()))
                    .orElseThrow(() -> faults.unknown(entry, "principal type", TYPES));
            for (String text : faults.strings(entry.value(), entry.name())) {
                members.add(new Principal(type, text));
            }
        }
        return new Principals(negated, members);
    }
}
