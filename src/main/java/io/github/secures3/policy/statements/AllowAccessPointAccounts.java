package io.github.secures3.policy.statements;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Lets identity policies of other accounts, whose access points lead to the bucket, use the key through S3.
 *
 * <p>It names accounts, not roles: a key policy holds 32 KB, and applications come and go without its owner. A role there still needs
 * {@code kms:Decrypt}, and {@code kms:GenerateDataKey} to write, in its own policy.
 *
 * @param partition the partition of the accounts, such as {@code aws}, or a CDK token
 * @param accounts the accounts, 12 digits each, at least one
 * @param viaService the S3 endpoint that requests come through, such as {@code s3.eu-west-1.amazonaws.com}, or a text with tokens
 * @param bucketArns the buckets whose objects the key may be used for; empty where naming the bucket would be a cycle in the template
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html">Allowing users in other
 *     accounts to use a KMS key</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html">S3 Bucket Keys</a>
 * @since 0.1
 */
public record AllowAccessPointAccounts(
        String partition, List<String> accounts, String viaService, List<String> bucketArns) implements KeyStatement {

    /**
     * Checks the ids and puts the lists in order.
     *
     * @throws IllegalArgumentException if no account is given, or an id or ARN has not the form that AWS documents
     */
    public AllowAccessPointAccounts {
        Objects.requireNonNull(partition, "partition");
        Objects.requireNonNull(viaService, "viaService");
        accounts = Identifiers.requireSome(
                Identifiers.accounts(accounts), "account", "name the accounts that own the access points");
        bucketArns = Identifiers.bucketArns(bucketArns);
    }

    @Override
    public Statement statement() {
        List<Principal> owners = accounts.stream()
                .map(account -> Principal.aws("arn:" + partition + ":iam::" + account + ":root"))
                .toList();
        Statement.Builder statement = Statement.allow(sid())
                .principals(new Principals(false, owners))
                .actions("kms:Decrypt", "kms:GenerateDataKey")
                .resources("*")
                .when(Condition.of(Comparison.STRING_EQUALS, "kms:ViaService", viaService));
        if (!bucketArns.isEmpty()) {
            List<String> contexts = new ArrayList<>();
            for (String arn : bucketArns) {
                contexts.add(arn);
                contexts.add(arn + "/*");
            }
            statement.when(Condition.of(Comparison.STRING_LIKE, "kms:EncryptionContext:aws:s3:arn", contexts));
        }
        return statement.build();
    }
}
