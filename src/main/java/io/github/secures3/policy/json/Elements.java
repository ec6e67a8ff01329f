package io.github.secures3.policy.json;

import io.github.secures3.policy.json.LocatedValue.Member;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The elements of one statement by name, and where the statement stands. */
record Elements(Position at, Map<String, Member> byName, Faults faults) {

    @Nullable
    Member get(String name) {
        return byName.get(name);
    }

    /** The element or its negated twin, which no statement has both. */
    @Nullable
    Member either(String name, String negated) {
        Member plain = byName.get(name);
        Member twin = byName.get(negated);
        if (plain != null && twin != null) {
            boolean plainFirst = plain.at().line() < twin.at().line()
                    || (plain.at().line() == twin.at().line()
                            && plain.at().column() < twin.at().column());
            throw faults.at(
                    (plainFirst ? twin : plain).at(),
                    "the statement has both " + name + " and " + negated + "; keep one, or split the statement");
        }
        return plain == null ? twin : plain;
    }

    Member required(String name, String negated) {
        Member found = either(name, negated);
        if (found == null) {
            throw faults.at(at, "the statement has neither " + name + " nor " + negated + "; add one");
        }
        return found;
    }

    /** Where the element stands, else the statement. */
    Position placeOf(String name) {
        Member found = byName.get(name);
        return found == null ? at : found.at();
    }

    /** Where the element or its twin stands, else the statement. */
    Position placeOf(String name, String negated) {
        Member found = either(name, negated);
        return found == null ? at : found.at();
    }
}
