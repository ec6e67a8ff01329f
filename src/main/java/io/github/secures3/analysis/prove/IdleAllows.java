package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.prove.internal.Budget;
import io.github.secures3.analysis.prove.internal.CallerScope;
import io.github.secures3.analysis.prove.internal.DocumentInquiry;
import io.github.secures3.analysis.prove.internal.OutOfBudgetException;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Allow statements without which a policy would allow the same, over all requests.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation logic</a>
 * @since 0.1
 */
public final class IdleAllows {

    private IdleAllows() {}

    /**
     * Which Allow statements of a document are proved to allow nothing that its Deny statements leave.
     *
     * @param document statements that name principals
     * @param steps how many steps the questions may take, together, before what is left stays open
     * @return the indexes of such statements
     */
    public static Set<Integer> undone(PolicyDocument document, long steps) {
        List<Statement> denies = denies(document.statements());
        List<Integer> asked = IntStream.range(0, document.statements().size())
                .filter(index -> document.statements().get(index).effect() == Effect.ALLOW)
                .boxed()
                .toList();
        List<DocumentInquiry.Pair> pairs = asked.stream()
                .map(index -> PolicyDocument.of(List.of(document.statements().get(index)))
                        .plus(denies))
                .map(head -> new DocumentInquiry.Pair(PolicyDocument.of(denies), head))
                .toList();
        Set<Integer> idle = new TreeSet<>();
        try {
            DocumentInquiry inquiry = DocumentInquiry.about(pairs, CallerScope.everyone(), new Budget(steps));
            inquiry.ruledOut().forEach(pair -> idle.add(asked.get(pair)));
        } catch (OutOfBudgetException e) {
            return idle;
        }
        return idle;
    }

    /**
     * Which Allow statements of a document are proved to allow nothing that the others do not. Of statements that allow the same, the last is named.
     *
     * @param document statements that name principals
     * @param steps how many steps each question may take before its statement stays open
     * @return the indexes of such statements
     */
    public static Set<Integer> covered(PolicyDocument document, long steps) {
        List<Statement> left = new ArrayList<>(document.statements());
        Set<Integer> covered = new TreeSet<>();
        for (int at = left.size() - 1; at >= 0; at--) {
            List<Statement> others = new ArrayList<>(left);
            Statement one = others.remove(at);
            boolean mayBe =
                    one.effect() == Effect.ALLOW && others.stream().anyMatch(other -> other.effect() == Effect.ALLOW);
            if (mayBe
                    && PolicyComparison.allowsNothingNew(
                            PolicyType.RESOURCE,
                            with(others, document),
                            with(List.of(one), document).plus(denies(others)),
                            steps)) {
                covered.add(at);
                left.remove(at);
            }
        }
        return covered;
    }

    private static PolicyDocument with(List<Statement> statements, PolicyDocument like) {
        return new PolicyDocument(like.version(), like.id(), statements);
    }

    private static List<Statement> denies(List<Statement> statements) {
        return statements.stream()
                .filter(statement -> statement.effect() == Effect.DENY)
                .toList();
    }
}
