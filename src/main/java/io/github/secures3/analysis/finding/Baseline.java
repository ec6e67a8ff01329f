package io.github.secures3.analysis.finding;

import io.github.secures3.analysis.model.Location;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Findings that are accepted, each with a reason and a day on which that ends.
 *
 * @param entries the entries, in the order of the file
 * @since 0.1
 */
public record Baseline(List<Acceptance> entries) {

    /** The rule of findings about entries that count no longer. */
    public static final RuleId EXPIRED = RuleId.of("baseline.expired");

    /** The rule of findings about entries that match nothing. */
    public static final RuleId UNUSED = RuleId.of("baseline.unused");

    /** The rule of findings about entries that name no rule. */
    public static final RuleId UNKNOWN_RULE = RuleId.of("baseline.unknown-rule");

    /**
     * A finding that is accepted.
     *
     * @param finding the finding
     * @param by the entry that accepts it
     */
    public record Accepted(Finding finding, Acceptance by) {}

    /**
     * Findings held against a baseline.
     *
     * @param open the findings that count, those about the baseline itself included, the heaviest first
     * @param accepted the others
     */
    public record Outcome(List<Finding> open, List<Accepted> accepted) {

        /** Copies the lists. */
        public Outcome {
            open = List.copyOf(open);
            accepted = List.copyOf(accepted);
        }
    }

    /** Copies the entries. */
    public Baseline {
        entries = List.copyOf(entries);
    }

    /** A baseline that accepts nothing. */
    public static Baseline empty() {
        return new Baseline(List.of());
    }

    /** The entries about rules of one kind; several commands may share one file, and each judges the entries about its own rules. */
    public Baseline about(Predicate<RuleId> rules) {
        return new Baseline(
                entries.stream().filter(entry -> rules.test(entry.rule())).toList());
    }

    /**
     * Holds findings against this baseline.
     *
     * <p>An expired entry accepts nothing. Entries that are expired, that name no known rule or that match no finding are findings themselves, at
     * their place in the baseline.
     *
     * @param findings the findings
     * @param known the ids of all rules that were checked
     * @param today the day for which to judge
     */
    public Outcome apply(List<Finding> findings, Collection<RuleId> known, LocalDate today) {
        List<Finding> open = new ArrayList<>();
        List<Accepted> accepted = new ArrayList<>();
        Set<Acceptance> used = new HashSet<>();
        for (Finding finding : findings) {
            List<Acceptance> about =
                    entries.stream().filter(entry -> entry.isAbout(finding)).toList();
            used.addAll(about);
            Optional<Acceptance> valid =
                    about.stream().filter(entry -> !entry.isExpired(today)).findFirst();
            if (valid.isPresent()) {
                accepted.add(new Accepted(finding, valid.get()));
            } else {
                open.add(finding);
            }
        }
        for (Acceptance entry : entries) {
            aboutEntry(entry, used.contains(entry), Set.copyOf(known), today).ifPresent(open::add);
        }
        Collections.sort(open);
        return new Outcome(open, accepted);
    }

    private static Optional<Finding> aboutEntry(Acceptance entry, boolean used, Set<RuleId> known, LocalDate today) {
        String about = "the entry for " + entry.rule() + " on " + entry.resource();
        if (!known.contains(entry.rule())) {
            return Optional.of(finding(
                    UNKNOWN_RULE,
                    Severity.WARNING,
                    entry,
                    about + " names no rule",
                    "name a rule, or remove the entry"));
        }
        if (!used) {
            return Optional.of(finding(
                    UNUSED, Severity.NOTE, entry, about + " matches no finding", "remove it, or correct its resource"));
        }
        if (entry.isExpired(today)) {
            return Optional.of(finding(
                    EXPIRED,
                    Severity.WARNING,
                    entry,
                    about + " expired on " + entry.expires(),
                    "put right what was found, or decide anew and set another day"));
        }
        return Optional.empty();
    }

    private static Finding finding(RuleId rule, Severity severity, Acceptance entry, String message, String fix) {
        Location at = entry.at();
        return new Finding(rule, severity, at.file(), null, at, null, message, fix, List.of())
                .with(Evidence.Kind.REASON, entry.reason());
    }
}
