package io.github.secures3.constructs.bucket;

import io.github.secures3.policy.Arn;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import org.jspecify.annotations.Nullable;

/**
 * Refuses statements of a user that no policy of this bucket may hold. One that opens the bucket to everyone would be refused by Block
 * Public Access at deployment, one about another bucket by S3, each with the stack half made.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html">Bucket policies</a>
 */
final class StatementCheck {

    private final ConfigurationCheck check;
    private final @Nullable String bucketName;
    private final @Nullable String accountRegionalPrefix;

    StatementCheck(ConfigurationCheck check, SecureBucketSettings settings) {
        this.check = check;
        this.bucketName = settings.bucketName;
        this.accountRegionalPrefix = settings.accountRegionalPrefix;
    }

    void that(Statement statement) {
        String sid = statement.sid();
        check.that(
                sid != null && !sid.isEmpty(),
                () -> "a policy statement has no Sid; give it one, so that reports and later changes can name it");
        String name = "policy statement '" + sid + "'";
        Principals principals = statement.principals();
        check.that(principals != null, () -> name + " names no principal; a bucket policy must say whom it means");
        check.that(
                statement.effect() == Effect.DENY || !Everyone.isAllowedBy(statement),
                () -> name
                        + " allows everyone, which Block Public Access refuses; name the principals, or add a condition on"
                        + " aws:PrincipalOrgID, aws:SourceVpce or another key that holds fixed values");
        resources(name, statement.resources());
    }

    private void resources(String name, @Nullable Resources resources) {
        check.that(
                resources != null && !resources.patterns().isEmpty(),
                () -> name + " names no resource; a bucket policy must say whether it means the bucket or its objects");
        if (resources == null || resources.negated()) {
            return;
        }
        for (String pattern : resources.patterns()) {
            check.that(
                    mayBeHere(pattern),
                    () -> name + " is about '" + pattern + "', which does not lie in this bucket; write getBucketArn(),"
                            + " with a slash and a key behind it for objects, and add the statement by"
                            + " addToResourcePolicy");
        }
    }

    /** What holds a token or a wildcard can be this bucket; a plain ARN must be its own. */
    private boolean mayBeHere(String pattern) {
        Arn arn = Arn.find(pattern).orElse(null);
        if (UnresolvedToken.isIn(pattern) || arn == null) {
            return true;
        }
        String bucket = arn.resource().split("/", 2)[0];
        boolean anyBucket = bucket.contains("*") || bucket.contains("?");
        return arn.service().equals("s3") && (anyBucket || isOwnName(bucket));
    }

    private boolean isOwnName(String name) {
        if (bucketName != null) {
            return UnresolvedToken.isIn(bucketName) || bucketName.equals(name);
        }
        String prefix = accountRegionalPrefix;
        return prefix != null && (UnresolvedToken.isIn(prefix) || name.startsWith(prefix + "-"));
    }
}
