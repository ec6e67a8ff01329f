package io.github.secures3.policy.json;

import io.github.secures3.policy.PolicyDocument;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * The limits that AWS sets to the size of a policy, each with what it counts.
 *
 * <p>A document is measured as {@link PolicyWriter#compact} writes it, which is how CloudFormation hands it on.
 *
 * @since 0.1
 */
public enum PolicyQuota {
    /**
     * A bucket policy: 20 KB.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html">Bucket policies</a>
     */
    BUCKET("a bucket policy", 20 * 1024, Unit.BYTES),
    /**
     * An access point policy: 20 KB.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-restrictions-limitations-naming-rules.html">Access
     *     points: restrictions</a>
     */
    ACCESS_POINT("an access point policy", 20 * 1024, Unit.BYTES),
    /**
     * A key policy: 32 KB.
     *
     * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html">KMS resource quotas</a>
     */
    KEY("a key policy", 32 * 1024, Unit.BYTES),
    /**
     * A managed policy: 6,144 characters without white space.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and STS quotas</a>
     */
    MANAGED("a managed policy", 6144, Unit.CHARACTERS_WITHOUT_WHITE_SPACE),
    /**
     * All inline policies of a user together: 2,048 characters without white space.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and STS quotas</a>
     */
    USER_INLINE("the inline policies of a user", 2048, Unit.CHARACTERS_WITHOUT_WHITE_SPACE),
    /**
     * All inline policies of a group together: 5,120 characters without white space.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and STS quotas</a>
     */
    GROUP_INLINE("the inline policies of a group", 5120, Unit.CHARACTERS_WITHOUT_WHITE_SPACE),
    /**
     * All inline policies of a role together: 10,240 characters without white space.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and STS quotas</a>
     */
    ROLE_INLINE("the inline policies of a role", 10_240, Unit.CHARACTERS_WITHOUT_WHITE_SPACE),
    /**
     * A role's trust policy: 2,048 characters without white space, unless the account has had the quota raised.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and STS quotas</a>
     */
    TRUST("a trust policy", 2048, Unit.CHARACTERS_WITHOUT_WHITE_SPACE),
    /**
     * The session policies of one call together: 2,048 characters; a packed form has a limit besides, which cannot be known beforehand.
     *
     * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
     */
    SESSION("a session policy", 2048, Unit.CHARACTERS),
    /**
     * A service control policy: 10,240 characters, doubled in May 2026.
     *
     * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html">Organizations quotas</a>
     */
    SERVICE_CONTROL("a service control policy", 10_240, Unit.CHARACTERS),
    /**
     * A resource control policy: 5,120 characters.
     *
     * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html">Organizations quotas</a>
     */
    RESOURCE_CONTROL("a resource control policy", 5120, Unit.CHARACTERS),
    /**
     * An endpoint policy: 20,480 characters.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html">PrivateLink quotas</a>
     */
    ENDPOINT("an endpoint policy", 20_480, Unit.CHARACTERS);

    /** What a quota counts. */
    public enum Unit {
        /** Bytes in UTF-8. */
        BYTES("bytes"),
        /** Characters, those of strings included. */
        CHARACTERS("characters"),
        /** Characters other than white space. */
        CHARACTERS_WITHOUT_WHITE_SPACE("characters without white space");

        private final String text;

        Unit(String text) {
            this.text = text;
        }

        /** The unit in words. */
        public String text() {
            return text;
        }
    }

    private final String title;
    private final int limit;
    private final Unit unit;

    PolicyQuota(String title, int limit, Unit unit) {
        this.title = title;
        this.limit = limit;
        this.unit = unit;
    }

    /** What is limited, in words, with its article. */
    public String title() {
        return title;
    }

    /** The largest size that AWS takes, in the quota's unit. */
    public int limit() {
        return limit;
    }

    /** What the quota counts. */
    public Unit unit() {
        return unit;
    }

    /** The size of a document; where CDK tokens take part, how large it is at least. */
    public PolicySize measure(PolicyDocument document) {
        return PolicySize.of(this, document, null);
    }

    /**
     * The size of a document with tokens, given the longest text that each string can become.
     *
     * @param tokenBound from a string that holds a token to the longest string it can turn into; other strings are not asked for
     */
    public PolicySize measure(PolicyDocument document, UnaryOperator<String> tokenBound) {
        return PolicySize.of(this, document, tokenBound);
    }

    int count(String json) {
        return switch (unit) {
            case BYTES -> json.getBytes(StandardCharsets.UTF_8).length;
            case CHARACTERS -> json.codePointCount(0, json.length());
            case CHARACTERS_WITHOUT_WHITE_SPACE ->
                (int) json.codePoints().filter(c -> !Character.isWhitespace(c)).count();
        };
    }
}
