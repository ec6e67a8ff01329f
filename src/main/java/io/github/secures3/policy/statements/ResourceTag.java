package io.github.secures3.policy.statements;

import io.github.secures3.policy.UnresolvedToken;
import java.util.regex.Pattern;

/**
 * A tag on a resource, as {@code aws:ResourceTag} holds it.
 *
 * <p>S3 fills the key for buckets with attribute-based access control and for access points; KMS for keys, STS for roles.
 *
 * @param key 1 to 128 letters, digits, spaces or {@code _.:/=+-@}, not starting with {@code aws:}
 * @param value at most 256 of the same characters
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/buckets-tagging-enable-abac.html">Enabling ABAC in general purpose
 *     buckets</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourcetag">
 *     aws:ResourceTag</a>
 * @since 0.1
 */
public record ResourceTag(String key, String value) {

    private static final Pattern KEY = Pattern.compile("(?i:(?!aws:))[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,128}");
    private static final Pattern VALUE = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{0,256}");

    /**
     * Checks key and value.
     *
     * @throws IllegalArgumentException if AWS takes no such key or value
     */
    public ResourceTag {
        requireKey(key);
        Identifiers.check(
                UnresolvedToken.isIn(value) || VALUE.matcher(value).matches(),
                value,
                "tag value",
                "at most 256 letters, digits, spaces or _.:/=+-@");
    }

    static void requireKey(String key) {
        Identifiers.check(
                UnresolvedToken.isIn(key) || KEY.matcher(key).matches(),
                key,
                "tag key",
                "1 to 128 letters, digits, spaces or _.:/=+-@ that do not start with aws:");
    }

    String conditionKey() {
        return "aws:ResourceTag/" + key;
    }
}
