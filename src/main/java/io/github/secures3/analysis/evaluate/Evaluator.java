package io.github.secures3.analysis.evaluate;

/**
 * Decides requests as AWS does, without AWS.
 *
 * <p>Limits: ACLs are not read (where Object Ownership leaves them in force, an answer that they could change is undecided), neither are KMS
 * grants, and S3 operations are judged by their one action. Time grows linearly with the number of statements.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation logic</a>
 * @since 0.1
 */
public final class Evaluator {

    private Evaluator() {}

    /** Decides the request in this situation. */
    public static Decision decide(AccessRequest request, Situation situation) {
        return new Evaluation(request, situation).decide();
    }
}
