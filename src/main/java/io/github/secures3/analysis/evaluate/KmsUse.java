package io.github.secures3.analysis.evaluate;

import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.policy.Arn;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a request needs of a KMS key.
 *
 * @param actions the KMS actions, all of which must be allowed
 * @param keyArn the key's ARN, with unknown values where nobody gave it
 * @param keyAccount the account that owns the key, or null if not known
 * @param awsManaged whether it is the AWS managed key {@code aws/s3}
 * @param bucketKey whether the S3 Bucket Key is used, or null if not known
 * @param used whether the object is under a KMS key at all
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#require-sse-kms">Permissions for SSE-KMS</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions">Multipart upload and
 *     permissions</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html">Replicating encrypted
 *     objects</a>
 * @since 0.1
 */
public record KmsUse(
        List<String> actions,
        String keyArn,
        @Nullable String keyAccount,
        boolean awsManaged,
        @Nullable Boolean bucketKey,
        Truth used) {

    private static final String DECRYPT = "kms:Decrypt";
    /** What uploads ask of KMS. */
    public static final String GENERATE = "kms:GenerateDataKey";

    private static final List<String> CRYPTOGRAPHIC = List.of(
            "kms:decrypt",
            "kms:derivesharedsecret",
            "kms:encrypt",
            "kms:generatedatakey",
            "kms:generatedatakeypair",
            "kms:generatedatakeypairwithoutplaintext",
            "kms:generatedatakeywithoutplaintext",
            "kms:generatemac",
            "kms:reencryptfrom",
            "kms:reencryptto",
            "kms:sign",
            "kms:verify",
            "kms:verifymac");

    /**
     * Whether the action of KMS is a cryptographic operation, which only an enabled key does.
     *
     * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/kms-cryptography.html#cryptographic-operations">Cryptographic
     *     operations</a>
     */
    static boolean isCryptographic(String action) {
        return CRYPTOGRAPHIC.contains(action.toLowerCase(Locale.ROOT));
    }

    /** Copies the actions. */
    public KmsUse {
        actions = List.copyOf(actions);
    }

    /** What the request needs, or null where it needs no key. */
    public static @Nullable KmsUse of(AccessRequest request, Situation situation, @Nullable String resourceAccount) {
        Encryption encryption = situation.encryption();
        boolean keyGiven =
                situation.keyPolicy() != null || situation.unknownLayers().containsKey(Layer.KEY);
        if (encryption == null ? !keyGiven : encryption.isKnown() && !encryption.usesKms()) {
            return null;
        }
        List<String> actions = actionsFor(request);
        if (actions.isEmpty()) {
            return null;
        }
        String given = encryption == null ? null : encryption.keyArn();
        boolean awsManaged = encryption != null && encryption.usesAwsManagedKey() && !keyGiven;
        String arn = given == null ? unknownKey(resourceAccount) : given;
        String owner = given == null
                ? resourceAccount
                : Arn.find(given).map(Arn::account).orElse(resourceAccount);
        return new KmsUse(
                actions, arn, owner, awsManaged, encryption == null ? null : encryption.bucketKey(), used(situation));
    }

    private static Truth used(Situation situation) {
        Encryption encryption = situation.encryption();
        if (encryption != null && !encryption.isKnown()) {
            return Truth.unknown("whether the encryption " + UnresolvedToken.shown(encryption.algorithm())
                    + " needs a KMS key is not known; S3 has " + RequestedEncryption.choices());
        }
        String unknown = situation.unknownLayers().get(Layer.KEY);
        boolean said = encryption != null || situation.keyPolicy() != null;
        return said || unknown == null ? Truth.TRUE : Truth.unknown(unknown);
    }

    /** The ARN of a key of this account of which nothing else is known. */
    public static String unknownKey(@Nullable String account) {
        return "arn:aws:kms:" + UnresolvedToken.of("Region of the KMS key") + ":"
                + (account == null ? UnresolvedToken.of("account of the KMS key") : account) + ":key/"
                + UnresolvedToken.of("id of the KMS key");
    }

    private static List<String> actionsFor(AccessRequest request) {
        return switch (request.action().toLowerCase(Locale.ROOT)) {
            case "s3:getobject", "s3:getobjectversion", "s3:getobjectversionforreplication" -> List.of(DECRYPT);
            case "s3:putobject" -> request.multipartUpload() ? List.of(GENERATE, DECRYPT) : List.of(GENERATE);
            case "s3:replicateobject" -> List.of("kms:Encrypt");
            default -> List.of();
        };
    }

    /** Whether the request writes, in which case an AWS managed key is that of the account that uploads. */
    public boolean writes() {
        return !actions.equals(List.of(DECRYPT));
    }
}
