package io.github.secures3.policy.json;

import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.PolicyType.Presence;
import io.github.secures3.policy.PolicyVersion;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.json.LocatedValue.ArrayValue;
import io.github.secures3.policy.json.LocatedValue.Member;
import io.github.secures3.policy.json.LocatedValue.ObjectValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the outer object of a policy. */
final class DocumentReader {

    private static final List<String> ELEMENTS = List.of("Version", "Id", "Statement");

    private final PolicyType type;
    private final Faults faults;

    DocumentReader(PolicyType type, Faults faults) {
        this.type = type;
        this.faults = faults;
    }

    PolicyDocument read(LocatedValue root) {
        if (!(root instanceof ObjectValue object)) {
            throw faults.at(root, "a policy is a JSON object, not " + root.shown());
        }
        @Nullable PolicyVersion version = null;
        @Nullable String id = null;
        @Nullable List<Statement> statements = null;
        for (Member member : object.members()) {
            switch (member.name()) {
                case "Version" -> version = version(member.value());
                case "Id" -> id = id(member);
                case "Statement" -> statements = statements(member.value());
                default -> throw faults.unknown(member, "policy element", ELEMENTS);
            }
        }
        if (statements == null) {
            throw faults.at(object, "the policy has no Statement; add one");
        }
        return new PolicyDocument(version, id, statements);
    }

    private PolicyVersion version(LocatedValue value) {
        String text = faults.string(value, "Version");
        PolicyVersion version = PolicyVersion.of(text)
                .orElseThrow(
                        () -> faults.at(
                                value,
                                "unknown Version " + Shown.quoted(text)
                                        + "; allowed are 2012-10-17 and the older 2008-10-17: it dates the policy language, not your policy"));
        if (type.isOrganizationPolicy() && version != PolicyVersion.V2012_10_17) {
            throw faults.at(value, type.title() + " has the Version 2012-10-17, not " + Shown.quoted(text));
        }
        return version;
    }

    private String id(Member member) {
        if (type.id() == Presence.FORBIDDEN) {
            throw faults.at(member.at(), type.title() + " has no Id; remove it");
        }
        return faults.string(member.value(), "Id");
    }

    private List<Statement> statements(LocatedValue value) {
        List<LocatedValue> entries = value instanceof ArrayValue array ? array.elements() : List.of(value);
        if (entries.isEmpty() && type != PolicyType.ANY) {
            throw faults.at(value, "Statement is empty; a policy needs at least one statement");
        }
        StatementReader reader = new StatementReader(type, faults);
        List<Statement> statements = new ArrayList<>(entries.size());
        Map<String, Position> sids = new HashMap<>();
        for (LocatedValue entry : entries) {
            StatementReader.Read read = reader.read(entry);
            requireNewSid(read, sids);
            statements.add(read.statement());
        }
        return statements;
    }

    private void requireNewSid(StatementReader.Read read, Map<String, Position> sids) {
        String sid = read.statement().sid();
        if (sid == null || sid.isEmpty()) {
            return;
        }
        Position first = sids.putIfAbsent(sid, read.sidAt());
        if (first != null) {
            throw faults.at(
                    read.sidAt(),
                    "the Sid " + Shown.quoted(sid) + " stands twice, first in line " + first.line() + ", column "
                            + first.column() + "; a Sid must be unique within its policy, so rename one");
        }
    }
}
