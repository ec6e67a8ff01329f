package io.github.secures3.policy.statements;

import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Arn;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;

/**
 * Lets certain Multi-Region Access Points decide about access to the bucket.
 *
 * <p>AWS names them by ARN here, not by account. Their ARNs hold an alias that S3 makes up, so a bucket that is deployed first names all of
 * an account: {@code arn:aws:s3::111122223333:accesspoint/*.mrap}. Allowed are the same data actions as in {@link AllowAccessPoints}.
 *
 * @param accessPointArns ARNs of Multi-Region Access Points, without a Region; the alias may be {@code *.mrap}; at least one
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPointPermissions.html">Multi-Region Access Point
 *     permissions</a>
 * @since 0.1
 */
public record AllowMultiRegionAccessPoints(List<String> accessPointArns) implements ProtectiveStatement {

    /**
     * Checks the ARNs and puts them in order.
     *
     * @throws IllegalArgumentException if there is none, or one is no ARN of a Multi-Region Access Point of one account
     */
    public AllowMultiRegionAccessPoints {
        accessPointArns = Identifiers.requireSome(
                Identifiers.ordered(accessPointArns, AllowMultiRegionAccessPoints::requireArn),
                "Multi-Region Access Point",
                "name its ARN, or arn:aws:s3::111122223333:accesspoint/*.mrap for all of an account");
    }

    @Override
    public Statement on(BucketScope bucket) {
        return Statement.allow(sid())
                .everyone()
                .actions(Actions.of(AllowAccessPoints.dataActions()))
                .resources(bucket.bucketAndObjects())
                .when(Condition.of(Comparison.ARN_LIKE, ConditionKeys.ACCESS_POINT_ARN, accessPointArns))
                .build();
    }

    private static void requireArn(String text) {
        boolean valid = UnresolvedToken.isIn(text)
                || Arn.find(text)
                        .filter(arn -> arn.service().equals("s3")
                                && arn.region().isEmpty()
                                && arn.account().matches("[0-9]{12}")
                                && arn.resource().startsWith("accesspoint/")
                                && arn.resource().endsWith(".mrap"))
                        .isPresent();
        Identifiers.check(
                valid,
                text,
                "Multi-Region Access Point ARN",
                "arn:aws:s3::111122223333:accesspoint/ and the alias, which ends with .mrap");
    }
}
