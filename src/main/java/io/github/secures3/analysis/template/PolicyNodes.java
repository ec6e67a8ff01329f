package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.analysis.model.UnknownStatement;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.PolicyVersion;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import io.github.secures3.policy.json.PolicyReader;
import io.github.secures3.policy.json.PolicySyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads policies whose functions are resolved already, statement by statement, so that one that cannot be told leaves the others known.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the policy language</a>
 */
final class PolicyNodes {

    private static final Set<String> ELEMENTS = Set.of("Version", "Id", "Statement");

    private final PolicyType type;
    private final Place place;
    private final List<LocatedStatement> statements = new ArrayList<>();
    private final List<UnknownStatement> unknown = new ArrayList<>();
    private final Set<String> sids = new HashSet<>();
    private int index;

    private PolicyNodes(PolicyType type, Place place) {
        this.type = type;
        this.place = place;
    }

    /** The policy that a property holds, as an object or as JSON text. */
    static Value<LocatedPolicy> read(Resolved value, PolicyType type) {
        if (value instanceof Resolved.Text text) {
            return PolicyText.parse(text)
                    .map(parsed -> read(parsed, type))
                    .orElseGet(() -> Properties.opaque(value, "a policy"));
        }
        if (!(value instanceof Resolved.Members members)) {
            return Properties.opaque(value, "a policy");
        }
        return new PolicyNodes(type, value.place()).document(members);
    }

    private Value<LocatedPolicy> document(Resolved.Members document) {
        Properties properties = new Properties(document);
        Value<String> versionText = properties.text("Version");
        Value<String> id = properties.text("Id");
        Optional<PolicyVersion> version = versionText.known().flatMap(PolicyVersion::of);
        if (versionText instanceof Value.Unknown<String> unknownVersion) {
            return unknownVersion.as();
        }
        if (!versionText.isAbsent() && version.isEmpty()) {
            return Properties.opaque(properties.get("Version"), "2012-10-17 or 2008-10-17");
        }
        for (String key : document.members().keySet()) {
            if (!ELEMENTS.contains(key)) {
                return Properties.opaque(
                        document.members().get(key), "Version, Id or Statement and not " + Shown.quoted(key));
            }
        }
        Resolved body = properties.get("Statement");
        if (body instanceof Resolved.Nothing) {
            return new Value.Unknown<>(
                    UnresolvedToken.of(Names.derived("Invalid", Fingerprint.of(document))),
                    "the policy has no Statement",
                    place.location());
        }
        add(body, "");
        return new Value.Known<>(
                new LocatedPolicy(
                        version.orElse(null), id.asText().orElse(null), statements, unknown, place.location()),
                place.location());
    }

    /** Adds what stands in the place of a statement or of a list of them; {@code when} says under which conditions. */
    private void add(Resolved value, String when) {
        if (value instanceof Resolved.Items items) {
            items.items().forEach(item -> add(item, when));
        } else if (value instanceof Resolved.Members members) {
            statement(members, when);
        } else if (value instanceof Resolved.Unknown choice
                && !choice.branches().isEmpty()) {
            String reason = when.isEmpty() ? choice.reason() : when + "; " + choice.reason();
            choice.branches().forEach(branch -> add(branch, reason));
        } else if (!(value instanceof Resolved.Nothing)) {
            String reason =
                    Properties.<String>opaque(value, "a statement").whyUnknown().orElse("no statement");
            unknown.add(
                    new UnknownStatement(null, index++, reason, value.place().location()));
        }
    }

    private void statement(Resolved.Members members, String when) {
        int at = index++;
        String reason = when.isEmpty() ? unknownPart(members) : when;
        Statement statement = null;
        if (unknownPart(members).isEmpty()) {
            try {
                PolicyDocument read = PolicyReader.read(PolicyText.ofStatement(members), type);
                statement = read.statements().get(0);
            } catch (PolicySyntaxException notAStatement) {
                reason = notAStatement.problem();
            }
        }
        String sid = statement == null ? null : statement.sid();
        if (when.isEmpty() && sid != null && !sid.isEmpty() && !sids.add(sid)) {
            reason = "the Sid " + Shown.quoted(sid) + " stands twice, which AWS refuses";
        }
        if (statement != null && reason.isEmpty()) {
            statements.add(new LocatedStatement(statement, at, members.place().location()));
        } else {
            @Nullable Statement candidate = when.isEmpty() ? null : statement;
            unknown.add(
                    new UnknownStatement(candidate, at, reason, members.place().location()));
        }
    }

    /** Why a part of the statement is unknown that is more than unknown text; empty where there is no such part. */
    private static String unknownPart(Resolved value) {
        if (value instanceof Resolved.Unknown unknown && unknown.shape() != Resolved.Shape.TEXT) {
            return unknown.reason();
        }
        Iterable<Resolved> parts = value instanceof Resolved.Items items
                ? items.items()
                : value instanceof Resolved.Members members ? members.members().values() : List.of();
        for (Resolved part : parts) {
            String reason = unknownPart(part);
            if (!reason.isEmpty()) {
                return reason;
            }
        }
        return "";
    }
}
