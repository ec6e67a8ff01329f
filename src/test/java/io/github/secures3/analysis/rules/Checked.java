package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.RuleId;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.prove.StatedInvariant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An estate and what rules and invariants find in it.
 *
 * @param estate the estate
 * @param of where its templates come from
 */
record Checked(Estate estate, MutantEstate of) {

    /** Rules that ask for proofs, which take most of the time. */
    private static final List<RuleId> PROVING = Stream.of(
                    "access-log.delivery",
                    "bucket.anonymous-access",
                    "bucket.confused-deputy",
                    "bucket.cross-account",
                    "bucket.foreign-administration",
                    "bucket.other-keys",
                    "bucket.sse-c-denied",
                    "bucket.tls",
                    "bucket.tls-version",
                    "bucket-policy.idle-statement",
                    "bucket-policy.key-agrees",
                    "bucket-policy.owner-locked-out",
                    "inventory.delivery",
                    "replication.permissions")
            .map(RuleId::of)
            .toList();

    private static final RuleSet QUICK = RuleSet.standard().without(PROVING);
    private static final RuleSet SLOW = RuleSet.of(RuleSet.standard().rules().stream()
            .filter(rule -> PROVING.contains(rule.id()))
            .toList());

    /** What the rules that look at properties find. */
    List<Finding> quickly() {
        return QUICK.check(estate, of.assumptions());
    }

    /** What the rules that ask for proofs find. */
    List<Finding> thoroughly() {
        return SLOW.check(estate, of.assumptions());
    }

    /** Which invariants do not hold, or cannot be decided. */
    List<Finding> againstInvariants() {
        List<StatedInvariant> stated = new ArrayList<>(of.invariants("../invariants.yaml", estate));
        stated.addAll(of.invariants("invariants.yaml", estate));
        List<Finding> findings =
                new ArrayList<>(RuleSet.of(StatedInvariantHolds.all(stated)).check(estate, of.assumptions()));
        findings.addAll(RuleSet.of(StatedInvariantHolds.all(of.invariants("invariants.closed.yaml", estate)))
                .check(estate, of.assumptions().withClosedAccount()));
        return findings;
    }

    /** The same without these buckets and what stands in their policies. */
    Checked without(Set<String> buckets) {
        return new Checked(
                new Estate(
                        estate.stacks(),
                        estate.resources().stream()
                                .filter(resource -> !isOf(resource, buckets))
                                .toList(),
                        estate.gaps(),
                        estate.assumptions()),
                of);
    }

    private boolean isOf(Resource resource, Set<String> buckets) {
        return buckets.contains(resource.element().id())
                || estate.buckets().stream()
                        .filter(bucket -> buckets.contains(bucket.element().id()))
                        .anyMatch(bucket -> estate.policiesOf(bucket).contains(resource));
    }

    /** The rules that find what they do not find in another estate. */
    static Set<String> noticed(List<Finding> findings, List<Finding> before) {
        Set<String> known = before.stream().map(Checked::text).collect(Collectors.toSet());
        return findings.stream()
                .filter(finding -> !known.contains(text(finding)))
                .map(finding -> finding.rule().text())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a finding says, wherever it stands. */
    private static String text(Finding finding) {
        return finding.rule() + " " + finding.resource() + " " + finding.message();
    }
}
