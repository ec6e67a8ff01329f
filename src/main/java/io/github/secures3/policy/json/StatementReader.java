package io.github.secures3.policy.json;

import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Conditions;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.json.LocatedValue.Member;
import io.github.secures3.policy.json.LocatedValue.ObjectValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one statement. */
final class StatementReader {

    private static final List<String> ELEMENTS = List.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");

    private final Faults faults;
    private final StatementRules rules;
    private final PrincipalReader principals;
    private final ConditionReader conditions;

    StatementReader(PolicyType type, Faults faults) {
        this.faults = faults;
        this.rules = new StatementRules(type, faults);
        this.principals = new PrincipalReader(faults);
        this.conditions = new ConditionReader(faults);
    }

    /** A statement and where its Sid stands, or the statement itself if it has none. */
    record Read(Statement statement, Position sidAt) {}

    Read read(LocatedValue value) {
        if (!(value instanceof ObjectValue object)) {
            throw faults.at(value, "a statement is a JSON object, not " + value.shown());
        }
        Elements elements = elements(object);
        Member sid = elements.get("Sid");
        Member action = elements.required("Action", "NotAction");
        Statement statement = new Statement(
                sid == null ? null : faults.string(sid.value(), "Sid"),
                effect(elements),
                principals(elements.either("Principal", "NotPrincipal")),
                new Actions(isNegated(action), faults.strings(action.value(), action.name())),
                resources(elements.either("Resource", "NotResource")),
                conditions(elements.get("Condition")));
        rules.check(statement, elements);
        return new Read(statement, sid == null ? object.at() : sid.value().at());
    }

    private Elements elements(ObjectValue object) {
        Map<String, Member> byName = new HashMap<>();
        for (Member member : object.members()) {
            if (!ELEMENTS.contains(member.name())) {
                throw faults.unknown(member, "statement element", ELEMENTS);
            }
            byName.put(member.name(), member);
        }
        return new Elements(object.at(), byName, faults);
    }

    private Effect effect(Elements elements) {
        Member member = elements.get("Effect");
        if (member == null) {
            throw faults.at(elements.at(), "the statement has no Effect; add \"Effect\": \"Allow\" or \"Deny\"");
        }
        String text = faults.string(member.value(), "Effect");
        return Effect.of(text)
                .orElseThrow(() -> faults.at(
                        member.value(),
                        "unknown Effect " + Shown.quoted(text)
                                + "; allowed are Allow and Deny, in exactly this spelling"));
    }

    private @Nullable Principals principals(@Nullable Member member) {
        return member == null ? null : principals.read(member);
    }

    private @Nullable Resources resources(@Nullable Member member) {
        return member == null ? null : new Resources(isNegated(member), faults.strings(member.value(), member.name()));
    }

    private Conditions conditions(@Nullable Member member) {
        return member == null ? Conditions.none() : conditions.read(member.value());
    }

    private static boolean isNegated(Member member) {
        return member.name().startsWith("Not");
    }
}
