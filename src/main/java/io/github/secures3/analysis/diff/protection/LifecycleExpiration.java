package io.github.secures3.analysis.diff.protection;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.diff.difference.Setting;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.DirectoryBucket;
import io.github.secures3.analysis.model.LifecycleRule;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * When lifecycle rules delete: current versions, by days or date; noncurrent versions, and how many of them are kept whatever their age; and
 * whether incomplete uploads are aborted. All rules that are about the same objects count together, also those that are about others too, and the
 * earliest wins.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-conflicts.html">Conflicts of lifecycle rules</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html">Lifecycle rules</a>
 * @since 0.1
 */
public final class LifecycleExpiration implements DiffEvaluator {

    private static final String PROPERTY = "LifecycleConfiguration";
    private static final String ON_OUTPOSTS = "AWS::S3Outposts::Bucket";
    private static final BigDecimal NEVER = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final String FIX = "keep objects as long as before, or make sure that nobody needs them";
    private static final Fact CURRENT = Fact.of(
            "lifecycle-expiration",
            "lifecycle rules do not delete objects earlier or more of them",
            Kind.PROTECTION,
            Severity.ERROR);
    private static final Fact NONCURRENT = Fact.of(
            "lifecycle-noncurrent-expiration",
            "lifecycle rules do not delete old versions earlier or keep fewer of them",
            Kind.PROTECTION,
            Severity.ERROR);
    private static final Fact UPLOADS = Fact.of(
            "lifecycle-incomplete-uploads",
            "incomplete uploads go on being aborted",
            Kind.PROTECTION,
            Severity.WARNING);
    private static final Fact UNKNOWN = Fact.of(
            "lifecycle-rules", "lifecycle rules can be told in both versions", Kind.PROTECTION, Severity.WARNING);

    @Override
    public List<Fact> facts() {
        return List.of(CURRENT, NONCURRENT, UPLOADS, UNKNOWN);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Resource> pair : differences.pairs()) {
            if (!pair.hasSame(PROPERTY)) {
                compare(pair, changes);
            }
        }
        return changes;
    }

    private static Value<List<LifecycleRule>> rules(Resource resource) {
        if (resource instanceof DirectoryBucket bucket) {
            return bucket.lifecycle();
        } else if (resource.element().type().equals(ON_OUTPOSTS)) {
            Location at = resource.element()
                    .property(PROPERTY)
                    .place()
                    .orElse(resource.element().at());
            String text = resource.element().property(PROPERTY).asText().orElse("");
            return new Value.Unknown<>(text, "those of buckets on Outposts are not looked into", at);
        }
        return resource instanceof Bucket bucket ? bucket.lifecycle() : Value.absent();
    }

    private static void compare(Pair<Resource> pair, List<Change> changes) {
        Value<List<LifecycleRule>> base = rules(pair.base());
        Value<List<LifecycleRule>> head = rules(pair.head());
        if (base.isUnknown() || head.isUnknown()) {
            Value<List<LifecycleRule>> unknown = head.isUnknown() ? head : base;
            changes.add(UNKNOWN.changed(
                    pair,
                    base.place().orElse(pair.base().element().at()),
                    head.place().orElse(pair.head().element().at()),
                    Direction.UNDECIDED,
                    "lifecycle rules cannot be told: " + unknown.whyUnknown().orElse(""),
                    "write the rules out, so that they can be compared"));
            return;
        }
        List<LifecycleRule> older = base.known().orElse(List.of());
        List<LifecycleRule> newer = head.known().orElse(List.of());
        Map<String, LifecycleRule> scopes = LifecycleScope.scopes(older);
        LifecycleScope.scopes(newer).forEach(scopes::putIfAbsent);
        for (LifecycleRule scope : scopes.values()) {
            compare(
                    pair,
                    LifecycleScope.of(scope, scopes.values(), older),
                    LifecycleScope.of(scope, scopes.values(), newer),
                    changes);
        }
    }

    private static void compare(Pair<Resource> pair, LifecycleScope base, LifecycleScope head, List<Change> changes) {
        String objects = base.objects();
        later(CURRENT, "expiration of " + objects)
                .compare(pair, base.least(LifecycleRule::expirationInDays), head.least(LifecycleRule::expirationInDays))
                .ifPresent(changes::add);
        Setting.<String>of(CURRENT, "the date on which " + objects + " expire", FIX, Comparator.naturalOrder())
                .byDefault("never")
                .compare(pair, base.date(), head.date())
                .ifPresent(changes::add);
        noncurrent(pair, base, head, changes);
        uploads(objects).compare(pair, aborts(base), aborts(head)).ifPresent(changes::add);
    }

    /**
     * Rules that keep different numbers of versions count one beside the other: a version goes as soon as one of them asks for it.
     */
    private static void noncurrent(
            Pair<Resource> pair, LifecycleScope base, LifecycleScope head, List<Change> changes) {
        TreeSet<BigDecimal> numbers = new TreeSet<>(base.numbersKept());
        numbers.addAll(head.numbersKept());
        boolean several = base.numbersKept().size() > 1 || head.numbersKept().size() > 1;
        String objects = base.objects();
        if (several && base.knowsNoncurrent() && head.knowsNoncurrent()) {
            for (BigDecimal number : numbers) {
                String which = number.signum() == 0 ? "" : " with " + number.toPlainString() + " newer ones";
                later(NONCURRENT, "deletion of noncurrent versions" + which + " of " + objects)
                        .compare(pair, base.noncurrentDays(number), head.noncurrentDays(number))
                        .ifPresent(changes::add);
            }
            return;
        }
        later(NONCURRENT, "deletion of noncurrent versions of " + objects)
                .compare(pair, base.least(LifecycleRule::noncurrentDays), head.least(LifecycleRule::noncurrentDays))
                .ifPresent(changes::add);
        boolean both = !base.least(LifecycleRule::noncurrentDays).isAbsent()
                && !head.least(LifecycleRule::noncurrentDays).isAbsent();
        if (both) {
            Setting.<BigDecimal>of(
                            NONCURRENT,
                            "the number of noncurrent versions that are kept of " + objects,
                            FIX,
                            Comparator.naturalOrder())
                    .byDefault(BigDecimal.ZERO)
                    .inWords(BigDecimal::toPlainString)
                    .compare(pair, kept(base), kept(head))
                    .ifPresent(changes::add);
        }
    }

    /** The longer something is kept the more it is protected, and what is never deleted most. */
    private static Setting<BigDecimal> later(Fact fact, String name) {
        return Setting.<BigDecimal>of(fact, name, FIX, Comparator.naturalOrder())
                .byDefault(NEVER)
                .inWords(days -> days.compareTo(NEVER) == 0 ? "never" : "after " + days.toPlainString() + " days");
    }

    private static Setting<BigDecimal> uploads(String objects) {
        return Setting.<BigDecimal>of(
                        UPLOADS,
                        "the end of incomplete uploads of " + objects,
                        "abort incomplete uploads again; nobody sees what they hold, and it costs",
                        Comparator.comparing(days -> days.compareTo(NEVER) < 0))
                .byDefault(NEVER)
                .inWords(days -> days.compareTo(NEVER) == 0 ? "never" : "after " + days.toPlainString() + " days");
    }

    private static Value<BigDecimal> kept(LifecycleScope scope) {
        boolean everyRuleKeeps = scope.rules().stream()
                .filter(rule -> !rule.noncurrentDays().isAbsent())
                .noneMatch(rule -> rule.newerNoncurrentVersions().isAbsent());
        return everyRuleKeeps ? scope.least(LifecycleRule::newerNoncurrentVersions) : Value.absent();
    }

    private static Value<BigDecimal> aborts(LifecycleScope scope) {
        return scope.least(LifecycleRule::abortIncompleteUploadsAfterDays);
    }
}
