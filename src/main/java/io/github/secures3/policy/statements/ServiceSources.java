package io.github.secures3.policy.statements;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import java.util.List;

/**
 * The buckets on whose behalf an AWS service may act, and the accounts that own them. A request must fit one of each: a bucket name alone could
 * change hands, an account alone could be any of its buckets.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html">The confused deputy problem</a>
 */
record ServiceSources(List<String> accounts, List<String> bucketArns) {

    ServiceSources {
        accounts = Identifiers.requireSome(
                Identifiers.accounts(accounts), "source account", "name the account that owns the source bucket");
        bucketArns = Identifiers.requireSome(
                Identifiers.bucketArns(bucketArns),
                "source ARN",
                "name the source bucket, or arn:aws:s3:::* for all of the account's");
    }

    Condition inAccounts() {
        return Condition.of(Comparison.STRING_EQUALS, ConditionKeys.SOURCE_ACCOUNT, accounts);
    }

    Condition fromBuckets() {
        return Condition.of(Comparison.ARN_LIKE, ConditionKeys.SOURCE_ARN, bucketArns);
    }
}
