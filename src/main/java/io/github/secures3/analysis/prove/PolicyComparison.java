package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.ContextCompletion;
import io.github.secures3.analysis.evaluate.RequestView;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.StatementPredicate;
import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.analysis.prove.internal.Budget;
import io.github.secures3.analysis.prove.internal.CallerScope;
import io.github.secures3.analysis.prove.internal.DocumentInquiry;
import io.github.secures3.analysis.prove.internal.Inquiry;
import io.github.secures3.analysis.prove.internal.OutOfBudgetException;
import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Conditions;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares two policy documents: does the second allow a request that the first does not?
 *
 * <p>A document allows a request that some statement allows and none denies. Resource control policies stand beside AWS's
 * {@code RCPFullAWSAccess}, and service control policies that only deny beside {@code FullAWSAccess}; so two of them are compared by what they
 * leave allowed.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-custom-policy-checks.html">Custom policy checks</a>
 * @since 0.1
 */
public final class PolicyComparison {

    private static final int MOST_EXAMPLES = 3;
    private static final String STRONGER =
            "; but HEAD names more closely who is granted, which in the account that owns the resource is more: a role that"
                    + " is named needs no identity policy, and a session that is named passes its boundary";

    private PolicyComparison() {}

    /**
     * What the second document allows beyond the first.
     *
     * @param verdict the answer
     * @param examples requests that only the second allows, each by other statements; none unless the verdict is NEW_ACCESS
     * @param reason why the answer is what it is, in one sentence without a full stop
     * @since 0.1
     */
    public record Result(Answer verdict, List<Example> examples, String reason) {

        /** Copies the list. */
        public Result {
            examples = List.copyOf(examples);
        }
    }

    /** The answers. */
    public enum Answer {
        /** The second allows nothing that the first does not. */
        NO_NEW_ACCESS("NoNewAccess"),
        /** The second allows a request that the first does not. */
        NEW_ACCESS("NewAccess"),
        /** It cannot be told. */
        UNDECIDED("Undecided");

        private final String text;

        Answer(String text) {
            this.text = text;
        }

        /** The name in answers. */
        public String text() {
            return text;
        }
    }

    /**
     * A request that only the second document allows.
     *
     * @param request the request
     * @param statements the indexes of the statements of the second document that allow it
     * @since 0.1
     */
    public record Example(AccessRequest request, List<Integer> statements) {

        /** Copies the list. */
        public Example {
            statements = List.copyOf(statements);
        }
    }

    /**
     * Compares two documents of one type.
     *
     * @param type what the documents are attached to, which tells whether they name principals
     * @param steps how many steps the question may take before it stays undecided
     */
    public static Result compare(PolicyType type, PolicyDocument base, PolicyDocument head, long steps) {
        PolicyDocument before = whole(type, base, base, head);
        PolicyDocument after = whole(type, head, base, head);
        List<Example> examples = new ArrayList<>();
        try {
            DocumentInquiry inquiry = DocumentInquiry.about(
                    List.of(new DocumentInquiry.Pair(before, after)), callersOf(type), new Budget(steps));
            String trouble = collect(inquiry, before, after, examples);
            if (examples.isEmpty() && trouble.isEmpty()) {
                return inquiry.doubt()
                        .map(doubt -> undecided(doubt, before, after, head))
                        .orElseGet(() -> new Result(
                                Answer.NO_NEW_ACCESS,
                                List.of(),
                                "every request that HEAD allows, BASE allows too"
                                        + (inquiry.isRuledOut(0) ? "" : STRONGER)));
            }
            return examples.isEmpty()
                    ? new Result(Answer.UNDECIDED, List.of(), trouble)
                    : found(examples, before, head);
        } catch (OutOfBudgetException e) {
            // What was found before is found all the same.
            return examples.isEmpty()
                    ? new Result(Answer.UNDECIDED, List.of(), String.valueOf(e.getMessage()))
                    : found(examples, before, head);
        }
    }

    /** Whether it is proved that the second document allows nothing that the first does not: the same answer without an example, and sooner. */
    public static boolean allowsNothingNew(PolicyType type, PolicyDocument base, PolicyDocument head, long steps) {
        return allowNothingNew(type, List.of(new Change(base, head)), steps).get(0);
    }

    /**
     * Two documents of one type.
     *
     * @param base the first
     * @param head the second
     * @since 0.1
     */
    public record Change(PolicyDocument base, PolicyDocument head) {}

    /**
     * Whether it is proved that the second document of each change allows nothing that its first does not, in their order: for documents that have
     * statements in common the same answers as one by one, and sooner.
     *
     * @param steps how many steps the questions may take, together, before those that are left count as not proved
     */
    public static List<Boolean> allowNothingNew(PolicyType type, List<Change> changes, long steps) {
        List<DocumentInquiry.Pair> pairs = changes.stream()
                .map(change -> new DocumentInquiry.Pair(
                        whole(type, change.base(), change.base(), change.head()),
                        whole(type, change.head(), change.base(), change.head())))
                .toList();
        List<Boolean> proved = new ArrayList<>(Collections.nCopies(pairs.size(), false));
        if (!pairs.isEmpty()) {
            try {
                DocumentInquiry inquiry = DocumentInquiry.about(pairs, callersOf(type), new Budget(steps));
                for (int at = 0; at < pairs.size(); at++) {
                    proved.set(at, inquiry.isRuledOut(at));
                }
            } catch (OutOfBudgetException e) {
                return List.copyOf(proved);
            }
        }
        return List.copyOf(proved);
    }

    private static CallerScope callersOf(PolicyType type) {
        boolean namesPrincipals = type.principal() == PolicyType.Presence.REQUIRED || type == PolicyType.ANY;
        return namesPrincipals ? CallerScope.everyone() : CallerScope.allOutside(List.of(), List.of());
    }

    /** One of the two documents, with the full access that AWS has stand beside it. */
    private static PolicyDocument whole(PolicyType type, PolicyDocument one, PolicyDocument base, PolicyDocument head) {
        return isAllowImplied(type, base, head) ? withFullAccess(one) : one;
    }

    /** Adds examples, each by other statements; says what kept it from an example, if anything did. */
    private static String collect(
            DocumentInquiry inquiry, PolicyDocument before, PolicyDocument after, List<Example> examples) {
        Set<Statement> explained = new HashSet<>();
        Optional<AccessRequest> found = inquiry.example(explained);
        while (found.isPresent() && examples.size() < MOST_EXAMPLES) {
            Example example = confirmed(found.get(), before, after);
            if (example == null) {
                return "the evaluator does not confirm " + found.get().action() + " on "
                        + found.get().resource() + " by "
                        + found.get().principal().text()
                        + " as new access; please report this";
            }
            examples.add(example);
            for (int index : example.statements()) {
                explained.add(after.statements().get(index));
            }
            found = inquiry.example(explained);
        }
        return "";
    }

    private static Result undecided(
            Inquiry.Doubt doubt, PolicyDocument before, PolicyDocument after, PolicyDocument head) {
        Example example = confirmed(doubt.request(), before, after);
        return example == null
                ? new Result(Answer.UNDECIDED, List.of(), String.join("; ", doubt.reasons()))
                : found(List.of(example), before, head);
    }

    /** The request as an example, if the evaluator too says that only the second document allows it. */
    private static @Nullable Example confirmed(AccessRequest request, PolicyDocument before, PolicyDocument after) {
        return allows(after, request).isTrue() && allows(before, request).isFalse()
                ? new Example(request, matching(Effect.ALLOW, after, request))
                : null;
    }

    private static Truth allows(PolicyDocument document, AccessRequest request) {
        Truth allowed = Truth.FALSE;
        Truth denied = Truth.FALSE;
        for (Statement statement : document.statements()) {
            Truth match = matches(statement, document, request);
            if (statement.effect() == Effect.ALLOW) {
                allowed = allowed.or(match);
            } else {
                denied = denied.or(match);
            }
        }
        return allowed.and(denied.not());
    }

    private static List<Integer> matching(Effect effect, PolicyDocument document, AccessRequest request) {
        List<Integer> indexes = new ArrayList<>();
        for (int index = 0; index < document.statements().size(); index++) {
            Statement statement = document.statements().get(index);
            if (statement.effect() == effect
                    && matches(statement, document, request).isTrue()) {
                indexes.add(index);
            }
        }
        return indexes;
    }

    private static Truth matches(Statement statement, PolicyDocument document, AccessRequest request) {
        RequestView view = new RequestView(
                request.principal(),
                request.action(),
                request.resource(),
                ContextCompletion.of(request, Situation.builder().build(), null),
                false);
        return StatementPredicate.of(statement, document.effectiveVersion())
                .match(view)
                .principal()
                .any();
    }

    private static Result found(List<Example> examples, PolicyDocument before, PolicyDocument head) {
        // Full access that only stands beside the document is no statement of its own.
        List<Example> own = examples.stream()
                .map(example -> new Example(
                        example.request(),
                        example.statements().stream()
                                .filter(index -> index < head.statements().size())
                                .toList()))
                .toList();
        AccessRequest request = own.get(0).request();
        List<Integer> denying = matching(Effect.DENY, before, request);
        return new Result(
                Answer.NEW_ACCESS,
                own,
                "HEAD allows " + request.action() + by(own.get(0).statements(), head)
                        + (denying.isEmpty() ? ", which BASE does not" : ", which BASE denies" + by(denying, before)));
    }

    private static String by(List<Integer> indexes, PolicyDocument document) {
        List<String> names = new ArrayList<>();
        for (int index : indexes) {
            String sid = document.statements().get(index).sid();
            names.add("statement " + index + (sid == null || sid.isEmpty() ? "" : " (" + sid + ")"));
        }
        return names.isEmpty() ? "" : " by " + String.join(", ", names);
    }

    private static boolean isAllowImplied(PolicyType type, PolicyDocument base, PolicyDocument head) {
        return type == PolicyType.RESOURCE_CONTROL
                || (type == PolicyType.SERVICE_CONTROL && onlyDenies(base) && onlyDenies(head));
    }

    private static boolean onlyDenies(PolicyDocument document) {
        return document.statements().stream().allMatch(statement -> statement.effect() == Effect.DENY);
    }

    private static PolicyDocument withFullAccess(PolicyDocument document) {
        return document.plus(List.of(new Statement(
                null, Effect.ALLOW, Principals.everyone(), Actions.of("*"), Resources.of("*"), Conditions.none())));
    }
}
