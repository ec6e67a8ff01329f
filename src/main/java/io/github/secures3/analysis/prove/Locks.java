package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;
import java.util.List;

/**
 * The requests that release objects from Object Lock. Retention in compliance mode has no release, and what shortens one in governance mode needs the
 * bypass.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html">Retention modes and legal holds</a>
 */
final class Locks {

    private Locks() {}

    /** The releases by anybody but these. */
    static List<Statement> releases(List<String> spared) {
        return List.of(
                byOthers(asked("s3:BypassGovernanceRetention"), spared).build(),
                byOthers(asked("s3:PutObjectLegalHold"), spared)
                        .when(Condition.of(Comparison.STRING_EQUALS, "s3:object-lock-legal-hold", "OFF"))
                        .build());
    }

    /** Why there may be nothing that is locked. */
    static List<String> doubts(Bucket bucket) {
        if (bucket.objectLock().enabled().isSurely(on -> on)) {
            return List.of();
        }
        String name = bucket.element().logicalId();
        return List.of(bucket.objectLock()
                .enabled()
                .whyUnknown()
                .map(why -> "whether " + name + " has Object Lock is not known: " + why)
                .orElse(name + " has no Object Lock, so none of its objects is locked"));
    }

    private static Statement.Builder asked(String action) {
        return Statement.deny("Asked").everyone().actions(action);
    }

    private static Statement.Builder byOthers(Statement.Builder asked, List<String> spared) {
        return spared.isEmpty() ? asked : asked.when(Condition.of(Comparison.ARN_NOT_LIKE, "aws:PrincipalArn", spared));
    }
}
