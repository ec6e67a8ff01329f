package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.estate.EstateNames;
import io.github.secures3.analysis.prove.DoReader.Doing;
import io.github.secures3.analysis.prove.WhoReader.Who;
import io.github.secures3.analysis.template.InputFile.Entry;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads what somebody may, or may never, do: {@code who}, {@code do}, {@code on} and {@code when}. */
final class ClaimReader {

    private static final List<String> MEMBERS = List.of("who", "do", "on", "when");

    private final WhoReader callers;

    ClaimReader(EstateNames names) {
        this.callers = new WhoReader(names);
    }

    /**
     * A claim.
     *
     * @param requests the requests that it is about
     * @param who whom it is about, in words
     * @param what what they do, in words
     */
    record Claim(Function<BucketFacts, List<Statement>> requests, String who, String what) {}

    /**
     * Reads a claim.
     *
     * @param name how the file calls it, {@code never} or {@code may}
     */
    Claim read(Entry entry, String name) {
        Members members = Members.of(entry, "'" + name + "'").allowing(MEMBERS);
        Who who = callers.read(members.find("who").orElse(null));
        Doing doing = DoReader.read(
                members.get("do", "the actions, such as s3:GetObject"),
                members.find("on").orElse(null));
        Optional<Entry> block = members.find("when");
        List<Condition> conditions =
                block.map(when -> WhenReader.read(when, doing.definitions())).orElse(List.of());
        block.ifPresent(when -> who.ways().forEach(way -> requireApart(way, conditions, when)));
        String when = conditions.isEmpty() ? "" : ", when " + words(conditions);
        return new Claim(bucket -> statements(who, doing, conditions, bucket), who.words(), doing.words() + when);
    }

    private static List<Statement> statements(Who who, Doing doing, List<Condition> conditions, BucketFacts bucket) {
        List<Statement> statements = new ArrayList<>();
        for (List<Condition> way : who.ways()) {
            Statement.Builder statement = Statement.deny("Asked").everyone().actions(doing.actions());
            if (!doing.resources().isEmpty()) {
                List<String> arns = doing.resources().stream()
                        .map(resource -> bucket.arn() + resource)
                        .toList();
                statement.resources(new Resources(doing.negatedResources(), arns));
            }
            way.forEach(statement::when);
            conditions.forEach(statement::when);
            statements.add(statement.build());
        }
        return statements;
    }

    /** A statement tests a key with an operator once. */
    private static void requireApart(List<Condition> who, List<Condition> conditions, Entry when) {
        for (Condition condition : conditions) {
            boolean taken = who.stream()
                    .anyMatch(other -> other.operator().equals(condition.operator())
                            && other.key().equalsIgnoreCase(condition.key()));
            if (taken) {
                throw when.problem("'who' tests " + condition.key() + " with "
                        + condition.operator().text() + " already; say there whom you mean");
            }
        }
    }

    private static String words(List<Condition> conditions) {
        return String.join(
                " and ",
                conditions.stream()
                        .map(condition ->
                                condition.key() + " " + condition.operator().text() + " "
                                        + String.join(
                                                " or ",
                                                condition.values().stream()
                                                        .map(value -> value.text())
                                                        .toList()))
                        .toList());
    }
}
