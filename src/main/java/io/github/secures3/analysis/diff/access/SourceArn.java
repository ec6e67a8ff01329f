package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.policy.UnresolvedToken;
import java.util.Optional;

/**
 * Whether the ARN that a service must call for binds it to what one account has. Lambda compares it with wildcards.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html">AWS::Lambda::Permission</a>
 */
final class SourceArn {

    private SourceArn() {}

    /** What it does that a service may call for this: empty where it is bound, undecided where that cannot be told. */
    static Optional<Direction> of(String arn, Estate estate) {
        NamedPlace place = new NamedPlace(arn);
        if (place.isIn(estate)) {
            return Optional.empty();
        }
        if (place.resource().isEmpty()) {
            return Optional.of(UnresolvedToken.isIn(arn) ? Direction.UNDECIDED : Direction.WEAKENED);
        }
        // ARNs of buckets have no account: a name alone binds to one bucket, a pattern to nobody.
        String binding = place.account().orElseGet(() -> place.resource().orElse(""));
        return hasWildcard(binding) ? Optional.of(Direction.WEAKENED) : Optional.empty();
    }

    private static boolean hasWildcard(String text) {
        String written = UnresolvedToken.removeFrom(text);
        return written.indexOf('*') >= 0 || written.indexOf('?') >= 0;
    }
}
