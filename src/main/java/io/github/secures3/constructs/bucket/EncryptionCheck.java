package io.github.secures3.constructs.bucket;

import io.github.secures3.policy.Arn;
import io.github.secures3.policy.UnresolvedToken;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awscdk.services.kms.IAlias;
import software.amazon.awscdk.services.kms.IKey;

/**
 * Refuses keys that cannot encrypt the bucket, and choices of encryption that contradict each other.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html">SSE-KMS</a>
 */
final class EncryptionCheck {

    private static final String ALIAS = "alias/";
    private static final int LONGEST_ALIAS = 256;
    private static final Pattern ALIAS_NAME = Pattern.compile("[a-zA-Z0-9/_-]+");

    private final ConfigurationCheck check;
    private final SecureBucketSettings settings;

    EncryptionCheck(ConfigurationCheck check, SecureBucketSettings settings) {
        this.check = check;
        this.settings = settings;
    }

    void all() {
        modes();
        IKey key = settings.encryptionKey;
        if (key != null) {
            String arn = key.getKeyArn();
            kind(key, arn);
            region(key, arn);
        }
        String alias = settings.keyAlias;
        if (alias != null) {
            alias(alias);
        }
    }

    private void modes() {
        boolean kms = settings.encryption.usesKms();
        check.that(
                !settings.optedOut("allowWithoutKms", "encryptWithDualLayerKms"),
                () -> "allowWithoutKms and encryptWithDualLayerKms are both set; choose one of them");
        check.that(
                kms || settings.encryptionKey == null,
                () ->
                        "encryptionKey is set beside allowWithoutKms; a bucket without KMS uses no key, so leave one of them out");
        check.that(
                kms || !settings.optedOut("allowWithoutBucketKey"),
                () ->
                        "allowWithoutBucketKey is set beside allowWithoutKms; there is no S3 Bucket Key without KMS, so leave it out");
        check.that(
                settings.encryption != BucketEncryptionMode.DSSE_KMS || !settings.optedOut("allowWithoutBucketKey"),
                () ->
                        "allowWithoutBucketKey is set beside encryptWithDualLayerKms, which knows no S3 Bucket Key; leave it out");
    }

    /** An alias would be resolved in the uploader's account, and no upload names it as the key. */
    private void kind(IKey key, String arn) {
        boolean alias = key instanceof IAlias
                || Arn.find(arn).filter(a -> a.resource().startsWith(ALIAS)).isPresent();
        check.that(
                !alias,
                () -> "encryptionKey is the alias '" + arn
                        + "', which S3 resolves in the account of whoever uploads; pass the key itself");
        check.that(
                UnresolvedToken.isIn(arn)
                        || Arn.find(arn).filter(EncryptionCheck::isKey).isPresent(),
                () -> "encryptionKey has the ARN '" + arn + "', which is no ARN of a KMS key; pass a key such as"
                        + " arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");
    }

    private static boolean isKey(Arn arn) {
        return arn.service().equals("kms") && arn.resource().startsWith("key/");
    }

    /** S3 takes no key of another Region; one of another account it does. */
    private void region(IKey key, String arn) {
        String written = Arn.find(arn).map(Arn::region).orElse("");
        String there = written.isEmpty() ? key.getEnv().getRegion() : written;
        Optional<String> here = check.region();
        check.that(
                here.isEmpty() || UnresolvedToken.isIn(there) || here.get().equals(there),
                () -> "encryptionKey lies in " + there + ", this bucket in " + here.orElse("")
                        + "; S3 encrypts with keys of" + " the bucket's own Region, so pass one of " + here.orElse(""));
    }

    /** https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html */
    private void alias(String alias) {
        check.that(
                settings.encryption.usesKms() && settings.encryptionKey == null,
                () -> "keyAlias '" + alias
                        + "' is set, but no key is made for this bucket; give the alias to the key that is used instead");
        String name = alias.startsWith(ALIAS) ? alias.substring(ALIAS.length()) : alias;
        check.that(
                UnresolvedToken.isIn(alias)
                        || (ALIAS_NAME.matcher(name).matches()
                                && name.length() <= LONGEST_ALIAS - ALIAS.length()
                                && !name.startsWith("aws/")),
                () -> "keyAlias '" + alias + "' is not valid; use 1 to " + (LONGEST_ALIAS - ALIAS.length())
                        + " letters, digits, slashes, hyphens and underscores, not starting with aws/, which AWS reserves");
    }
}
