package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.prove.internal.Budget;
import io.github.secures3.analysis.prove.internal.CallerScope;
import io.github.secures3.analysis.prove.internal.ChangeInquiry;
import io.github.secures3.analysis.prove.internal.Inquiry;
import io.github.secures3.analysis.prove.internal.OutOfBudgetException;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares who can do what with a bucket in two versions of an estate, over all layers that the templates hold.
 *
 * <p>Statements that are written otherwise and mean the same are no difference. What is not known is the same on both sides where it has the same
 * name.
 *
 * @since 0.1
 */
public final class AccessComparison {

    private static final int MOST_EXAMPLES = 2;
    private static final List<String> WORTH_NAMING = List.of(
            "s3:GetObject",
            "s3:PutObject",
            "s3:DeleteObject",
            "s3:DeleteObjectVersion",
            "s3:ListBucket",
            "s3:PutObjectAcl",
            "s3:BypassGovernanceRetention",
            "s3:PutBucketPolicy",
            "s3:PutBucketPublicAccessBlock",
            "s3:PutBucketVersioning",
            "s3:PutEncryptionConfiguration",
            "s3:PutLifecycleConfiguration",
            "s3:PutReplicationConfiguration",
            "s3:DeleteBucket");

    private final Scenes base;
    private final Scenes head;
    private final Assumptions assumptions;
    private final @Nullable String account;
    private final List<AccessComparison> inOtherAccounts;
    private final UnaryOperator<String> baseIdOf;
    private Set<String> comparedWithUnknowns = Set.of();

    /**
     * Prepares the comparison of two versions.
     *
     * @param base the older version
     * @param head the newer version
     * @param baseIdOf for the id of a resource of the newer version that of the same resource in the older
     */
    public AccessComparison(Estate base, Estate head, UnaryOperator<String> baseIdOf, Assumptions assumptions) {
        List<AccountBinding> accounts = AccountBinding.all(base, head);
        this.base = new Scenes(base, assumptions, accounts.get(0));
        this.head = new Scenes(head, assumptions, accounts.get(0));
        this.baseIdOf = baseIdOf;
        this.assumptions = assumptions;
        this.account = null;
        this.inOtherAccounts = accounts.stream()
                .skip(1)
                .map(other -> new AccessComparison(
                        this.base.in(other), this.head.in(other), baseIdOf, assumptions, other.account(), List.of()))
                .toList();
    }

    private AccessComparison(
            Scenes base,
            Scenes head,
            UnaryOperator<String> baseIdOf,
            Assumptions assumptions,
            @Nullable String account,
            List<AccessComparison> inOtherAccounts) {
        this.base = base;
        this.head = head;
        this.baseIdOf = baseIdOf;
        this.assumptions = assumptions;
        this.account = account;
        this.inOtherAccounts = inOtherAccounts;
    }

    /**
     * The same versions the other way round.
     *
     * @param headIdOf for the id of a resource of the older version that of the same resource in the newer
     */
    public AccessComparison reversed(UnaryOperator<String> headIdOf) {
        List<AccessComparison> others =
                inOtherAccounts.stream().map(other -> other.reversed(headIdOf)).toList();
        return new AccessComparison(head, base, headIdOf, assumptions, account, others);
    }

    /**
     * What the newer version opens.
     *
     * @param opened requests that only the newer version allows, each for another caller or by other statements
     * @param doubts why it cannot be ruled out that it opens more
     * @since 0.1
     */
    public record Result(List<Opened> opened, List<String> doubts) {

        /** Copies the lists. */
        public Result {
            opened = List.copyOf(opened);
            doubts = List.copyOf(doubts);
        }
    }

    /**
     * A request that only the newer version allows.
     *
     * @param counterexample the request and the decision in the newer version
     * @param actions the well-known actions that the same callers can newly do, on something in the bucket
     * @param before why the older version refuses it, in one sentence without a full stop
     * @since 0.1
     */
    public record Opened(Counterexample counterexample, List<String> actions, String before) {

        /** Copies the list. */
        public Opened {
            actions = List.copyOf(actions);
        }

        private boolean tellsTheSameAs(Opened other) {
            return counterexample.caller().equals(other.counterexample.caller()) && actions.equals(other.actions);
        }
    }

    /** What the newer version of the bucket opens beyond the older; null where it did not exist. */
    public Result compare(@Nullable Bucket older, Bucket newer) {
        return compare(older, newer, null);
    }

    /**
     * The same for callers whose access can be another than before.
     *
     * @param only the ids, in the newer version, of the roles and users whose own policies changed, where nothing else did that takes part in requests
     *     for the bucket; null for all callers
     */
    public Result compare(@Nullable Bucket older, Bucket newer, @Nullable Set<String> only) {
        Map<String, String> texts = new HashMap<>();
        Result here = compareHere(older, newer, only, texts);
        List<Opened> opened = new ArrayList<>(here.opened());
        Set<String> doubts = new LinkedHashSet<>(here.doubts());
        for (AccessComparison other : inOtherAccounts) {
            Result there = other.compareHere(older, newer, only, texts);
            there.opened().stream()
                    .filter(each -> opened.stream().noneMatch(known -> known.tellsTheSameAs(each)))
                    .toList()
                    .forEach(opened::add);
            doubts.addAll(there.doubts());
        }
        return new Result(opened, List.copyOf(doubts));
    }

    /** The answer for stacks in one account, if the templates are bound to none. */
    private Result compareHere(
            @Nullable Bucket older, Bucket newer, @Nullable Set<String> only, Map<String, String> texts) {
        // Whom nothing allows anything now, nothing is opened to.
        Set<String> asked = head.reaching(newer, only);
        if (only != null && asked.isEmpty()) {
            return new Result(List.of(), List.of());
        }
        Set<String> askedInBase = asked.stream().map(this::idInBase).collect(Collectors.toSet());
        Map<String, Situation> before = new HashMap<>();
        if (older != null) {
            base.waysTo(older, askedInBase::contains, only == null)
                    .forEach(way -> before.put(
                            way.identity() + " by " + way.accessPoint(),
                            way.scene().situation()));
        }
        List<Opened> opened = new ArrayList<>();
        Set<String> doubts = new LinkedHashSet<>();
        for (Scenes.Way way : head.waysTo(newer, asked::contains, only == null)) {
            String name = idInBase(way.identity()) + " by " + idInBase(way.accessPoint());
            if (mayBeAnother(name, texts)) {
                texts.put(name, compare(way, before.get(name), opened, doubts));
            }
        }
        return new Result(opened, List.copyOf(doubts));
    }

    /** Whether the answer may be another than for stacks in an account that nothing names: only where something names this one. */
    private boolean mayBeAnother(String way, Map<String, String> texts) {
        return account == null || texts.getOrDefault(way, account).contains(account);
    }

    private String idInBase(String id) {
        return baseIdOf.apply(id);
    }

    /** Compares one way, and gives back all that the answer rests on, as text. */
    private String compare(Scenes.Way way, @Nullable Situation before, List<Opened> opened, Set<String> doubts) {
        Situation now = Concern.about(way.scene().situation(), way.scene().callers());
        Situation then =
                before == null ? null : Concern.about(before, way.scene().callers());
        if (then == null || !then.isSameAs(now)) {
            prove(way, before, opened, doubts);
        }
        CallerScope callers = way.scene().callers();
        return then + " " + now + " " + callers.excluded() + (callers.kinds().isEmpty() ? callers.principal() : "");
    }

    private void prove(Scenes.Way way, @Nullable Situation before, List<Opened> opened, Set<String> doubts) {
        try {
            ChangeInquiry inquiry =
                    ChangeInquiry.about(before, way.scene(), comparedWithUnknowns, new Budget(assumptions.steps()));
            comparedWithUnknowns = inquiry.comparedWithUnknowns();
            if (inquiry.isRuledOut()) {
                return;
            }
            Set<Statement> explained = new HashSet<>();
            Optional<AccessRequest> example = inquiry.example(explained);
            if (example.isEmpty()) {
                inquiry.doubt().ifPresent(doubt -> addDoubt(way, before, inquiry, doubt, opened, doubts));
            }
            for (int found = 0; example.isPresent() && found < MOST_EXAMPLES; found++) {
                Replay now = replay(way.scene().situation(), inquiry, example.get());
                if (!confirms(now, before, inquiry, example.get())) {
                    doubts.add(way.caller() + ": the evaluator does not confirm "
                            + example.get().action() + " on " + example.get().resource() + ": "
                            + now.decision().reason());
                    return;
                }
                add(way, before, inquiry, example.get(), now, opened);
                example = explained.addAll(now.granting()) ? inquiry.example(explained) : Optional.empty();
            }
        } catch (OutOfBudgetException e) {
            doubts.add(way.caller() + ": " + e.getMessage());
        }
    }

    private void add(
            Scenes.Way way,
            @Nullable Situation before,
            ChangeInquiry inquiry,
            AccessRequest request,
            Replay now,
            List<Opened> opened) {
        List<String> notes = new ArrayList<>(way.notes());
        notes.addAll(head.notes());
        String reason = before == null
                ? "the caller or the way did not exist"
                : replay(before, inquiry, request).decision().reason();
        opened.add(new Opened(
                new Counterexample(request, now.decision(), way.caller(), notes),
                inquiry.openedAmong(WORTH_NAMING),
                reason));
    }

    private void addDoubt(
            Scenes.Way way,
            @Nullable Situation before,
            ChangeInquiry inquiry,
            Inquiry.Doubt doubt,
            List<Opened> opened,
            Set<String> doubts) {
        Replay now = replay(way.scene().situation(), inquiry, doubt.request());
        if (confirms(now, before, inquiry, doubt.request())) {
            add(way, before, inquiry, doubt.request(), now, opened);
        } else if (doubt.reasons().isEmpty()) {
            doubts.add(way.caller() + ": " + now.decision().reason());
        } else {
            doubts.addAll(doubt.reasons());
        }
    }

    private static boolean confirms(
            Replay now, @Nullable Situation before, ChangeInquiry inquiry, AccessRequest request) {
        return now.decision().isAllowed()
                && (before == null || replay(before, inquiry, request).isRefused());
    }

    private static Replay replay(Situation situation, ChangeInquiry inquiry, AccessRequest request) {
        return new Replay(request, situation, inquiry.bucketResource(request));
    }
}
