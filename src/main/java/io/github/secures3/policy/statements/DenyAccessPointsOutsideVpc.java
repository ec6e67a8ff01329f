package io.github.secures3.policy.statements;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;

/**
 * Denies requests through access points that accept requests from the internet; those with VPC origin pass.
 *
 * <p>An Allow that is held to VPC origin binds other accounts only: an identity policy of the bucket's own account can allow the same
 * access without it. This statement holds for both. Requests that go to the bucket directly pass, {@link DenyDirectAccess} is about
 * those. Multi-Region Access Points have no VPC origin, so they are denied too.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-vpc.html">Access points restricted to a VPC</a>
 * @since 0.1
 */
public record DenyAccessPointsOutsideVpc() implements ProtectiveStatement {

    @Override
    public Statement on(BucketScope bucket) {
        return Statement.deny(sid())
                .everyone()
                .actions(DataActions.ALL)
                .resources(bucket.bucketAndObjects())
                .when(Condition.present(ConditionKeys.ACCESS_POINT_ARN))
                .when(Condition.of(Comparison.STRING_NOT_EQUALS, ConditionKeys.ACCESS_POINT_ORIGIN, "VPC"))
                .build();
    }
}
