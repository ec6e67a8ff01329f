package io.github.secures3.policy.json;

import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How large a document is under a quota, and which statements make it so.
 *
 * @param quota the quota
 * @param atLeast the size, or what it comes to without the text of CDK tokens
 * @param atMost the size, or what it comes to with each token at its longest; null where that is not known
 * @param statements the statements by size, largest first; equal ones in the order of the document
 * @since 0.1
 */
public record PolicySize(
        PolicyQuota quota, int atLeast, @Nullable Integer atMost, List<StatementSize> statements) {

    private static final int NAMED = 3;

    /** Copies the statements. */
    public PolicySize {
        statements = List.copyOf(statements);
    }

    /**
     * The part of one statement.
     *
     * @param index its place in the document, from 0
     * @param sid its Sid, or null
     * @param atLeast its size in the unit of the quota, without the text of CDK tokens
     * @param atMost its size with each token at its longest, or null where that is not known
     */
    public record StatementSize(
            int index,
            @Nullable String sid,
            int atLeast,
            @Nullable Integer atMost) {

        private int known() {
            Integer longest = atMost;
            return longest == null ? atLeast : longest;
        }

        private String shown() {
            String name = sid == null || sid.isEmpty() ? "statement " + (index + 1) : sid;
            return name + " (" + grouped(known()) + ")";
        }
    }

    /** Whether no token leaves the size open. */
    public boolean isExact() {
        Integer longest = atMost;
        return longest != null && longest == atLeast;
    }

    /** Whether the document is too large whatever its tokens turn into. */
    public boolean exceedsQuota() {
        return atLeast > quota.limit();
    }

    /** Whether the document can be too large; true where its largest size is not known. */
    public boolean mayExceedQuota() {
        Integer longest = atMost;
        return longest == null || longest > quota.limit();
    }

    /** The size against the limit, and the largest statements, in one sentence. */
    public String summary() {
        Integer longest = atMost;
        String size = grouped(atLeast);
        if (longest == null) {
            size = "at least " + size;
        } else if (!isExact()) {
            size = "between " + size + " and " + grouped(longest);
        }
        String sentence = quota.title() + " of " + size + " " + quota.unit().text() + ", where "
                + grouped(quota.limit()) + " are allowed";
        if (statements.isEmpty()) {
            return sentence;
        }
        List<String> named =
                statements.stream().limit(NAMED).map(StatementSize::shown).toList();
        return sentence + "; largest: " + String.join(", ", named);
    }

    static PolicySize of(PolicyQuota quota, PolicyDocument document, @Nullable UnaryOperator<String> tokenBound) {
        List<StatementSize> sizes = new ArrayList<>();
        for (Statement statement : document.statements()) {
            Map<String, Object> tree = PolicyTree.of(statement, value -> value);
            sizes.add(new StatementSize(
                    sizes.size(), statement.sid(), atLeast(quota, tree), atMost(quota, tree, tokenBound)));
        }
        sizes.sort(Comparator.comparingInt(StatementSize::known).reversed());
        Map<String, Object> tree = PolicyTree.of(document, value -> value);
        return new PolicySize(quota, atLeast(quota, tree), atMost(quota, tree, tokenBound), sizes);
    }

    private static int atLeast(PolicyQuota quota, Map<String, Object> tree) {
        return quota.count(JsonText.compact(tree, UnresolvedToken::removeFrom));
    }

    private static @Nullable Integer atMost(
            PolicyQuota quota, Map<String, Object> tree, @Nullable UnaryOperator<String> tokenBound) {
        if (tokenBound != null) {
            return quota.count(
                    JsonText.compact(tree, text -> UnresolvedToken.isIn(text) ? tokenBound.apply(text) : text));
        }
        String plain = JsonText.compact(tree);
        return UnresolvedToken.isIn(plain) ? null : Integer.valueOf(quota.count(plain));
    }

    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
