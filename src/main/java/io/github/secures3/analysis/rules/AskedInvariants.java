package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.prove.BucketFacts;
import io.github.secures3.analysis.prove.Invariant;
import io.github.secures3.analysis.prove.Invariants;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;
import java.util.List;

/** The invariants that rules ask about every bucket. */
final class AskedInvariants {

    private static final String ACCOUNT = "aws:PrincipalAccount";
    private static final String IS_SERVICE = "aws:PrincipalIsAWSService";

    static final Invariant PLAIN_HTTP = Invariants.noPlainHttp();
    static final Invariant OLD_TLS = Invariants.noTlsBelow("1.2");
    static final Invariant ANONYMOUS = Invariants.noAnonymousAccess();
    static final Invariant CUSTOMER_KEYS = Invariants.noCustomerProvidedKeys();
    static final Invariant OTHER_KEYS = Invariants.noOtherKey(null);

    /** What Security Hub's control S3.6 keeps from other accounts. */
    static final Invariant FOREIGN_ADMINISTRATION = Invariant.never(
            "no-foreign-administration",
            "no identity of another account administers the bucket",
            bucket -> List.of(direct(
                            "s3:DeleteBucketPolicy",
                            "s3:PutBucketAcl",
                            "s3:PutBucketPolicy",
                            "s3:PutEncryptionConfiguration",
                            "s3:PutObjectAcl")
                    .when(Condition.of(Comparison.STRING_NOT_EQUALS, ACCOUNT, owner(bucket)))
                    .when(Condition.present(ACCOUNT))
                    .build()));

    static final Invariant FOREIGN_ACCOUNTS = Invariant.never(
            "no-other-account-outside-an-organization",
            "no identity of another account that is in no organization can do anything",
            bucket -> List.of(direct("s3:*")
                    .when(Condition.of(Comparison.STRING_NOT_EQUALS, ACCOUNT, owner(bucket)))
                    .when(Condition.present(ACCOUNT))
                    .when(Condition.absent("aws:PrincipalOrgID"))
                    .build()));

    static final Invariant CONFUSED_DEPUTY = Invariant.never(
            "no-confused-deputy",
            "no AWS service acts for a resource of another account",
            bucket -> List.of(direct("s3:*")
                    .when(Condition.bool(IS_SERVICE, true))
                    .when(Condition.of(Comparison.STRING_NOT_EQUALS, "aws:SourceAccount", owner(bucket)))
                    .build()));

    /** Its proof is the finding: nobody of the account can change the policy. */
    static final Invariant OWNER_LOCKED_OUT = Invariant.never(
                    "owner-locked-out",
                    "nobody of the account but its root user can change the bucket policy",
                    bucket -> List.of(asked("s3:PutBucketPolicy", "s3:DeleteBucketPolicy")
                            .when(Condition.of(Comparison.STRING_EQUALS, ACCOUNT, owner(bucket)))
                            .when(Condition.of(
                                    Comparison.ARN_NOT_LIKE,
                                    "aws:PrincipalArn",
                                    "arn:*:iam::" + owner(bucket) + ":root"))
                            .build()))
            .refutedByOne();

    static final List<Invariant> ALL = List.of(
            PLAIN_HTTP,
            OLD_TLS,
            ANONYMOUS,
            CUSTOMER_KEYS,
            OTHER_KEYS,
            FOREIGN_ADMINISTRATION,
            FOREIGN_ACCOUNTS,
            CONFUSED_DEPUTY,
            OWNER_LOCKED_OUT);

    private AskedInvariants() {}

    /** Requests to the bucket itself: what an access point lets through, its own policy says. */
    private static Statement.Builder direct(String... actions) {
        return asked(actions)
                .when(Condition.absent("s3:DataAccessPointAccount"))
                .when(Condition.absent("s3:DataAccessPointArn"));
    }

    private static Statement.Builder asked(String... actions) {
        return Statement.deny("Asked").everyone().actions(actions);
    }

    private static String owner(BucketFacts bucket) {
        String account = bucket.account();
        return account == null ? "*" : account;
    }
}
