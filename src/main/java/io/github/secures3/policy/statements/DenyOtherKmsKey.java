package io.github.secures3.policy.statements;

import io.github.secures3.policy.Arn;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;

/**
 * Denies uploads, replicas, and changes of the encryption of existing objects, that name another KMS key than the bucket's.
 *
 * <p>Lets pass: uploads that name no key. S3 then takes the bucket's default key, unless the request asks for {@code aws:kms} by itself, which
 * {@link DenyKmsWithoutKeyId} denies; other encryptions are {@link DenyOtherEncryption}'s part. The three together hold objects to one key
 * without a header being required, so that multipart parts and plain uploads work. A single {@code StringNotEquals} or its {@code IfExists}
 * form would deny those, because a negated operator is true on an absent key.
 *
 * <p>Breaks: requests that name the key by its id or by an alias; the condition compares with the full ARN; replication that names
 * another key for its replicas.
 *
 * @param keyArn the full ARN of the bucket's key, no alias, or a CDK token
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#require-sse-kms">Requiring SSE-KMS</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_UpdateObjectEncryption.html">UpdateObjectEncryption</a>
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html">Condition keys of S3 actions</a>
 * @since 0.1
 */
public record DenyOtherKmsKey(String keyArn) implements ProtectiveStatement {

    /**
     * Checks the ARN.
     *
     * @throws IllegalArgumentException if the text holds no token and is no ARN of a KMS key
     */
    public DenyOtherKmsKey {
        boolean known = UnresolvedToken.isIn(keyArn)
                || Arn.find(keyArn)
                        .filter(arn ->
                                arn.service().equals("kms") && arn.resource().startsWith("key/"))
                        .isPresent();
        Identifiers.check(
                known,
                keyArn,
                "KMS key ARN",
                "the full ARN of the key, such as"
                        + " arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab; an alias resolves"
                        + " in the caller's account");
    }

    @Override
    public Statement on(BucketScope bucket) {
        return Statement.deny(sid())
                .everyone()
                .actions(DenyOtherEncryption.ENCRYPTING_ACTIONS)
                .resources(bucket.objects())
                .when(Condition.present(ConditionKeys.SSE_KMS_KEY_ID))
                .when(Condition.of(Comparison.ARN_NOT_EQUALS, ConditionKeys.SSE_KMS_KEY_ID, keyArn))
                .build();
    }
}
