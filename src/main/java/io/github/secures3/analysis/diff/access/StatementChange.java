package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.diff.statement.StatementWords;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.policy.Statement;

/** A statement that a policy newly has, or no longer has, as a change. */
final class StatementChange {

    static final Fact ALLOW =
            Fact.of("allow-statement", "no policy newly allows something", Kind.ACCESS, Severity.ERROR);
    static final Fact DENY =
            Fact.of("deny-statement", "no policy ceases to deny something", Kind.ACCESS, Severity.ERROR);

    private StatementChange() {}

    /** A statement that only the older version of a policy has, in these words, with where that policy stands in the newer. */
    static Change gone(Pair<Resource> pair, String label, LocatedStatement statement, String about, Location head) {
        Statement what = statement.statement();
        return fact(what)
                .changed(
                        pair,
                        statement.at(),
                        head,
                        direction(what, false),
                        message(label, what, about, false),
                        fix(what));
    }

    /** A statement of a policy that is gone as a whole. */
    static Change gone(Resource resource, String label, LocatedStatement statement) {
        Statement what = statement.statement();
        return fact(what)
                .removed(
                        resource,
                        statement.at(),
                        direction(what, false),
                        message(label, what, StatementWords.about(what), false),
                        fix(what));
    }

    /** A statement that only the newer version of a policy has, in these words, with where that policy stands in the older. */
    static Change isNew(Pair<Resource> pair, String label, LocatedStatement statement, String about, Location base) {
        Statement what = statement.statement();
        return fact(what)
                .changed(
                        pair,
                        base,
                        statement.at(),
                        direction(what, true),
                        message(label, what, about, true),
                        fix(what));
    }

    /** A statement of a policy that is new as a whole. */
    static Change isNew(Resource resource, String label, LocatedStatement statement) {
        Statement what = statement.statement();
        return fact(what)
                .added(
                        resource,
                        statement.at(),
                        direction(what, true),
                        message(label, what, StatementWords.about(what), true),
                        fix(what));
    }

    /** Whether a change is about a Deny. */
    static boolean isOfDeny(Change change) {
        return change.finding().rule().equals(DENY.rule());
    }

    private static Fact fact(Statement statement) {
        return StatementWords.isAllow(statement) ? ALLOW : DENY;
    }

    private static Direction direction(Statement statement, boolean isNew) {
        return StatementWords.isAllow(statement) == isNew ? Direction.WEAKENED : Direction.STRENGTHENED;
    }

    private static String message(String label, Statement statement, String about, boolean isNew) {
        String verb = StatementWords.isAllow(statement) ? "allow" : "den";
        String ending = StatementWords.isAllow(statement) ? "s " : "ies ";
        return "the " + label + (isNew ? " newly " : " no longer ") + verb + ending + about;
    }

    private static String fix(Statement statement) {
        return StatementWords.isAllow(statement)
                ? "check that those are meant to have this access"
                : "keep the statement, or make sure that nothing needs it";
    }
}
